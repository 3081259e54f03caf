import { ledgers } from '../hours/ledgers.ts';
import type { Ledger } from '../facts/study.ts';
import { formatHundredths } from '../shared/hundredths.ts';
import type { Day } from '../shared/time.ts';

/** Why somebody is behind; the order is that of the work: what keeps him out comes first. */
export const behindKinds = {
  locked: '登录被锁定',
  account: '账号未启用',
  late: '指派逾期',
  exam: '考试未参加',
  unopened: '必修未打开',
  hours: '学时不足',
} as const;

export type BehindKind = keyof typeof behindKinds;

export function isBehindKind(text: string): text is BehindKind {
  return Object.hasOwn(behindKinds, text);
}

export type Reason =
  | { kind: 'locked' }
  /** No account yet, or one that was never used: no password set, no portal bound. */
  | { kind: 'account'; isIssued: boolean }
  | { kind: 'late'; assignmentId: string; title: string; dueOn: Day; left: number }
  | { kind: 'exam'; examId: string; title: string; closesOn: Day }
  | { kind: 'unopened'; courses: readonly string[] }
  | { kind: 'hours'; ledger: Ledger; missingHundredths: number; daysLeft: number };

/** A reason as the coordinator reads it. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'locked':
      return '多次输错密码，登录暂时锁定';
    case 'account':
      return reason.isIssued ? '账号还没有启用' : '还没有账号';
    case 'late':
      return `《${reason.title}》还有 ${reason.left} 个课时，已过 ${reason.dueOn} 的期限`;
    case 'exam':
      return `还没有参加“${reason.title}”，${reason.closesOn} 截止`;
    case 'unopened':
      return `必修课程还没有打开：${reason.courses.map((title) => `《${title}》`).join('')}`;
    case 'hours':
      return `${ledgers[reason.ledger].name}还差 ${formatHundredths(reason.missingHundredths)}，还有 ${reason.daysLeft} 天`;
  }
}

/** A polite text to send somebody, with what he can do himself; empty when only his coordinator can help. */
export function reminderText(name: string, planYear: number, reasons: readonly Reason[]): string {
  const own = reasons.filter((one) => one.kind !== 'locked' && one.kind !== 'account');
  if (own.length === 0) return '';
  const what = own.map(reasonText).join('；');
  return `${name}您好：${planYear} 年度学法任务中，您${what}。请登录学法系统，在首页按“继续学习”办理，已学的内容不必重复。`;
}
