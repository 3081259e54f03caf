import { keysStatus, rotateKeys } from '#lib/server/inspection/index.ts';
import type { Subject } from './subject.ts';

/** `xuefa keys …`: the keys and the suite under which secrets lie. */
export const keys: Subject = {
  name: 'keys',
  summary: '密钥与算法',
  verbs: {
    status: {
      usage: 'status [--json]',
      summary: '写入用的算法与密钥、手头的密钥、还在旧密钥或旧算法下的人数',
      run: async ({ act, out }) => {
        const status = await keysStatus(act);
        out.line(`写入：${status.written}。手头的密钥：${status.keys.join('、')}。`);
        out.line(
          status.stale === 0
            ? '身份证号和手机号都已用它加密。'
            : `还有 ${status.stale} 人的身份证号或手机号在旧密钥或旧算法下，请运行 keys rotate。`,
        );
        out.json(status);
        return status.stale === 0 ? 0 : 1;
      },
    },
    rotate: {
      usage: 'rotate [--json]',
      summary:
        '把身份证号、手机号、邮箱和二次验证的密文与查找用摘要换到第一把密钥和设定的算法下；不停机，可中断，可重复',
      run: async ({ act, out }) => {
        const written = await rotateKeys(act);
        out.line(
          `已重新加密 ${written.people} 人、${written.accounts} 项账号资料。旧密钥仍请留在 XUEFA_KEY 末尾。`,
        );
        out.json(written);
        return 0;
      },
    },
  },
};
