import { DomainError } from '#lib/domain/shared/errors.ts';
import * as examsRoom from '#lib/server/exams/index.ts';
import { argument, type Subject } from './subject.ts';

/** `xuefa exams …`: exams and their attempts. */
export const exams: Subject = {
  name: 'exams',
  summary: '考试',
  verbs: {
    outage: {
      usage: 'outage <on|off>',
      summary: '服务器中断满 30 秒后，是否自动把中断的时间补给正在作答的人（默认 on）',
      run: async (call) => {
        const { act, out } = call;
        const policy = argument(call, 0, 'on 或 off');
        if (policy !== 'on' && policy !== 'off') throw new DomainError('invalid', '请写 on 或 off。');
        await examsRoom.setOutagePolicy(act, policy);
        out.line(policy === 'on' ? '中断后自动补时。' : '中断后不再自动补时，可由管理员加时。');
        out.json({ policy });
        return 0;
      },
    },
    redraw: {
      usage: 'redraw <作答编号> [--json]',
      summary: '按种子重新抽一遍某次作答的试卷，与当时存下的逐题比较',
      run: async (call) => {
        const { act, out } = call;
        const again = await examsRoom.redraw(act, argument(call, 0, '作答编号'));
        for (const { position, stored, drawn } of again.differences) {
          out.line(`第 ${position} 题：存下的是 ${stored ?? '（无）'}，重抽的是 ${drawn ?? '（无）'}`);
        }
        if (again.differences.length === 0)
          out.line(`种子 ${again.seed}，${again.items} 题，与存下的试卷完全一致。`);
        out.json(again);
        return again.differences.length === 0 ? 0 : 1;
      },
    },
  },
};
