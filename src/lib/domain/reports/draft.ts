import { isSmall } from './small.ts';
import type { ValueTable } from './sentence.ts';
import type { FigureValue } from './figure.ts';

/** A line of the report: a heading of the first or second level, or a paragraph with tokens for its numbers. */
export interface DraftBlock {
  kind: 'heading1' | 'heading2' | 'body';
  text: string;
}

/** Lines of the title. */
export function titleOf(unitName: string, planYear: number): string[] {
  return [unitName, `${planYear}年度法治政府建设情况报告`, '（学法部分）'];
}

/**
 * The learning chapter in our own words, in the order of the published reports: what was done, what is lacking,
 * what comes next. It says only what a figure carries; where nothing is recorded it says that.
 */
export function draftReport(planYear: number, values: ValueTable): DraftBlock[] {
  const study = values.get('thematicStudy');
  const exam = values.get('participation');
  const hours = values.get('hoursReached');
  return [
    { kind: 'heading1', text: '一、主要工作情况' },
    { kind: 'heading2', text: '（一）领导干部带头学法' },
    { kind: 'body', text: studySentence(planYear, study) + leadershipSentence(values) },
    { kind: 'heading2', text: '（二）组织国家工作人员学法考试' },
    { kind: 'body', text: examSentence(planYear, exam) },
    { kind: 'heading2', text: '（三）落实年度学时要求' },
    { kind: 'body', text: hoursSentence(hours) },
    { kind: 'heading1', text: '二、存在的不足' },
    { kind: 'body', text: lackSentence(values) },
    { kind: 'heading1', text: '三、下一步工作安排' },
    { kind: 'body', text: nextSentence(planYear, values) },
  ];
}

function studySentence(planYear: number, study: FigureValue | undefined): string {
  if (!study || study.numerator === 0) {
    return '把领导干部学法列入年度计划。截至统计时，经核验的中心组专题学法为[[thematicStudy:numerator]]次。';
  }
  return `坚持领导干部学在前、用在前，${planYear}年理论学习中心组开展法治专题学习[[thematicStudy:numerator]]次。`;
}

function leadershipSentence(values: ValueTable): string {
  const due = values.get('participation@leadership');
  if (!due || due.denominator === 0) return '';
  const everyone = due.numerator === due.denominator;
  if (isSmall(due.denominator)) {
    const noted = '领导班子人数较少，按规定不单列比率。';
    return everyone ? '领导班子成员[[participation@leadership:all]]参加了学法考试。' : noted;
  }
  const seats =
    '领导班子成员应考[[participation@leadership:denominator]]人，实考[[participation@leadership:numerator]]人，';
  return `${seats}参考率[[participation@leadership:rate]]。`;
}

function examSentence(planYear: number, exam: FigureValue | undefined): string {
  if (!exam || exam.denominator === 0) return `${planYear}年度学法考试尚未确定应考名册。`;
  const seats =
    '应参加学法考试[[participation:denominator]]人，实际参加[[participation:numerator]]人，参考率[[participation:rate]]';
  if (exam.numerator === 0) return `${planYear}年度${seats}。`;
  const passed =
    '其中合格[[passing:numerator]]人，合格率（合格/实考）[[passing:rate]]，按应考人数计为[[passing:ofDue]]';
  const excellent = '成绩优秀[[excellence:numerator]]人，优秀率[[excellence:rate]]';
  return `${planYear}年度${seats}。${passed}；${excellent}。以上均含补考成绩。`;
}

function hoursSentence(hours: FigureValue | undefined): string {
  if (!hours || hours.denominator === 0) return '本年度尚无适用的学时要求。';
  const reached = '其中达到要求的[[hoursReached:numerator]]人，学时达标率[[hoursReached:rate]]';
  return `按人员类别明确年度学时要求，以学时台账逐人核算。应达标[[hoursReached:denominator]]人，${reached}。`;
}

function lackSentence(values: ValueTable): string {
  const lacks = [
    restOf(values.get('participation')) > 0 ? '应考人员中尚有[[participation:rest]]人未参加考试' : '',
    restOf(values.get('passing')) > 0 ? '实考人员中有[[passing:rest]]人未达到合格线' : '',
    restOf(values.get('hoursReached')) > 0 ? '尚有[[hoursReached:rest]]人未达到年度学时要求' : '',
  ].filter((lack) => lack !== '');
  if (lacks.length === 0) return '对照年度要求，已登记的考试和学时事项没有未完成人员。';
  return `对照年度要求，${lacks.join('，')}。`;
}

function nextSentence(planYear: number, values: ValueTable): string {
  const behind = restOf(values.get('participation')) + restOf(values.get('hoursReached'));
  const first = behind > 0 ? '对未参考、未达标人员逐人明确补学补考安排，按时限办结；' : '';
  return `${first}编制${planYear + 1}年度学法计划，继续把领导干部集体学法、执法人员培训和学法考试落到人、记到账、可核查。`;
}

function restOf(value: FigureValue | undefined): number {
  return value ? value.denominator - value.numerator : 0;
}
