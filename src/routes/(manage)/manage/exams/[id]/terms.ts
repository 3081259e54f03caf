import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import type { ExamView } from '#lib/server/exams/index.ts';

const minute = (instant: string): string => shanghaiClock(instant).slice(0, 16);

/** From when to when a sitting is open, in two parts. */
export const windowOf = (one: { opensAt: string; closesAt: string }): [string, string] => [
  `${minute(one.opensAt)} 至`,
  minute(one.closesAt),
];

/** What was settled for an exam, as terms and texts. */
export function termsOf(exam: ExamView): { term: string; text: string | string[] }[] {
  const { makeup } = exam;
  const makeupTerm = makeup ? [{ term: '补考', text: makeupText(makeup) }] : [];
  const marks = [
    `满分 ${formatHundredths(exam.fullMarksHundredths)}`,
    `合格 ${formatHundredths(exam.passHundredths)}`,
    `优秀 ${formatHundredths(exam.excellentHundredths)}`,
  ];
  return [
    { term: '组织单位', text: `${exam.unitName}及下级单位` },
    { term: '应考范围', text: exam.audience.names.join('、') || '组织单位全体在册人员' },
    { term: '计划年度', text: String(exam.planYear) },
    { term: '应考名册', text: `${exam.rosterOn} 在册人员` },
    { term: '开放时间', text: windowOf(exam) },
    ...makeupTerm,
    { term: '作答', text: `${exam.durationMinutes} 分钟，${exam.attemptsAllowed} 次，取最好成绩` },
    { term: '分数线', text: marks.join('，') },
    { term: '进入条件', text: entryText(exam) },
    { term: '多选题计分', text: halfText(exam.halfForSubset) },
    {
      term: '考后公布',
      text: exam.releasePolicy === 'items' ? '全部结束后公布试题和解析' : '只公布总分和得分率',
    },
    { term: '名单外人员', text: exam.admitsOutside ? '可以参加，单独列出' : '不能参加' },
    { term: '组卷方案', text: `${exam.blueprintTitle}（${exam.items} 题）` },
  ];
}

function makeupText(makeup: NonNullable<ExamView['makeup']>): string[] {
  const [opens, closes] = windowOf(makeup);
  return [opens, `${closes}，`, `${makeup.attemptsAllowed} 次，${admitted(makeup.admits)}`];
}

function admitted(admits: 'unpassed' | 'deferred'): string {
  return admits === 'unpassed' ? '主考期未合格、未参加和缓考人员可参加' : '只限缓考人员';
}

function entryText(exam: ExamView): string {
  if (exam.entry === 'none') return '不设条件';
  if (exam.entry === 'lessons') return '完成学习计划的必修课时';
  const amount = formatHundredths(exam.entryTargetHundredths ?? 0);
  return exam.entryLedger === 'training' ? `培训学时满 ${amount} 学时` : `学法考试学分满 ${amount} 分`;
}

function halfText(half: boolean | null): string {
  if (half === null) return '按组卷方案';
  return half ? '少选且无错选得一半分' : '全对才得分';
}
