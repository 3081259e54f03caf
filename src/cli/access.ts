import { grant, issueCode, issueSetupCode } from '#lib/server/access/index.ts';
import { grantableRoles, isRole, type Role } from '#lib/domain/access/roles.ts';
import { argument, UsageError, type Call, type Subject } from './subject.ts';

function roleOf(text: string): Role {
  if (!isRole(text)) throw new UsageError(`角色只能是 ${grantableRoles.join('、')}。`);
  return text;
}

function show({ out }: Call, issued: { code: string; login: string; expiresAt: string }): void {
  out.line(`账号：${issued.login}`);
  out.line(`一次性登录码（只显示这一次）：${issued.code}`);
  out.line('请在浏览器打开 /activate，用登录码设置自己的密码。');
  out.json(issued);
}

/** `xuefa access …`: the first run, codes and grants from the console. */
export const access: Subject = {
  name: 'access',
  summary: '账号与权限',
  verbs: {
    'setup-code': {
      usage: 'setup-code [--json]',
      summary: '给空系统取初始化码：凭码在 /setup 建立第一个单位和三位管理员，只能用一次',
      run: async ({ act, out }) => {
        const issued = await issueSetupCode(act);
        out.line(`初始化码（只显示这一次）：${issued.code}`);
        out.line('请在浏览器打开 /setup，凭码建立第一个单位和三位管理员。');
        out.json(issued);
        return 0;
      },
    },
    code: {
      usage: 'code 人员编号 [--json]',
      summary: '给人员发一次性登录码',
      run: async (call) => {
        show(call, await issueCode(call.act, argument(call, 0, '人员编号')));
        return 0;
      },
    },
    grant: {
      usage: 'grant 人员编号 角色 单位编号',
      summary: `授予角色（${grantableRoles.join('、')}），管到该单位及以下`,
      run: async (call) => {
        const personId = argument(call, 0, '人员编号');
        const role = roleOf(argument(call, 1, '角色'));
        await grant(call.act, { personId, role, unitId: argument(call, 2, '单位编号'), to: null });
        call.out.line('已授权。');
        call.out.json({ granted: true });
        return 0;
      },
    },
  },
};
