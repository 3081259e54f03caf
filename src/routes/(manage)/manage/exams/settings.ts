import { staffClasses } from '#lib/domain/people/classes.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import type { ExamView } from '#lib/server/exams/index.ts';

export const entries = [
  { value: 'none', label: '不设条件' },
  { value: 'lessons', label: '完成学习计划的必修课时后方可作答' },
  { value: 'credit', label: '取得规定的学时或学分后方可作答' },
];

export const ledgers = [
  { value: 'credit', label: '学法考试学分' },
  { value: 'training', label: '培训学时' },
];

export const halves = [
  { value: 'blueprint', label: '按组卷方案' },
  { value: 'yes', label: '少选且无错选得一半分' },
  { value: 'no', label: '全对才得分' },
];

export const releases = [
  { value: 'items', label: '考试全部结束后公布试题、答案和解析' },
  { value: 'totals', label: '只公布总分和各专题得分率' },
];

export const classOptions = Object.entries(staffClasses).map(([value, label]) => ({ value, label }));

/** As a `datetime-local` field shows a moment. */
export const fieldMoment = (instant: string): string => shanghaiClock(instant).slice(0, 16).replace(' ', 'T');

interface Option {
  value: string;
  label: string;
}

/** What the settings are chosen from. */
export interface SettingChoices {
  units: Option[];
  blueprints: Option[];
  selections: Option[];
}

export type SettingValues = Record<string, string | string[]>;

/** The usual settings of a new exam. */
export function usualSettings(given: {
  planYear: number;
  today: string;
  unitId: string;
  blueprintId: string;
}) {
  return {
    ...{ title: '', planYear: String(given.planYear), blueprintId: given.blueprintId, unitId: given.unitId },
    ...{ rosterOn: given.today, opensAt: '', closesAt: '', durationMinutes: '60', attemptsAllowed: '3' },
    ...{ pass: '60', excellent: '90', entry: 'none', entryLedger: 'credit', entryTarget: '' },
    ...{ half: 'blueprint', release: 'items', admitsOutside: '' },
    ...{ unitIds: [], classCodes: [], selectionIds: [] },
  } satisfies SettingValues;
}

/** The settings of a draft, as the form shows them. */
export function settingsOf(exam: ExamView): SettingValues {
  const target = exam.entryTargetHundredths;
  return {
    ...{
      title: exam.title,
      planYear: String(exam.planYear),
      blueprintId: exam.blueprintId,
      unitId: exam.unitId,
    },
    ...{ rosterOn: exam.rosterOn, opensAt: fieldMoment(exam.opensAt), closesAt: fieldMoment(exam.closesAt) },
    durationMinutes: String(exam.durationMinutes),
    attemptsAllowed: String(exam.attemptsAllowed),
    pass: formatHundredths(exam.passHundredths),
    excellent: formatHundredths(exam.excellentHundredths),
    entry: exam.entry,
    entryLedger: exam.entryLedger ?? 'credit',
    entryTarget: target === null ? '' : formatHundredths(target),
    half: exam.halfForSubset === null ? 'blueprint' : exam.halfForSubset ? 'yes' : 'no',
    release: exam.releasePolicy,
    admitsOutside: exam.admitsOutside ? 'on' : '',
    unitIds: exam.audience.unitIds.filter((id) => id !== exam.unitId),
    classCodes: exam.audience.classCodes,
    selectionIds: exam.audience.selectionIds,
  };
}
