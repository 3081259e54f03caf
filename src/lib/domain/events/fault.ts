import { isDay, type Day } from '../shared/time.ts';
import { lecturerKinds, modes, type Audience } from './tags.ts';

export interface Registered {
  title: string;
  heldOn: Day;
  minutes: number;
  mode: string;
  lecturerKind?: string | null;
  hostIds: readonly string[];
  forms: readonly string[];
  audience?: Audience;
  headCount?: number | null;
}

/** A day has this many minutes at most; longer trainings are registered by day. */
const LONGEST_MINUTES = 720;
const MOST_PEOPLE = 1_000_000;

type Fault = [field: string, sentence: string];

/**
 * Everything for which an event cannot be registered like this, field by field in the order of its form, so that
 * nothing is told only when the rest is mended; empty when it can.
 */
export function eventFaults(wanted: Registered, today: { day: Day; planYear: number }): Fault[] {
  const { minutes } = wanted;
  const told: (Fault | false | null)[] = [
    wanted.title.trim() === '' && ['title', '请填写活动名称。'],
    dayFault(wanted.heldOn, today),
    wanted.hostIds.length === 0 && ['hostIds', '请至少选择一个主办单位。'],
    wanted.forms.length === 0 && ['forms', '请至少选择一种形式；没有合适的，写在“其他形式”里。'],
    wanted.audience === 'public' && headsFault(wanted.headCount ?? null),
    (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_MINUTES) && [
      'minutes',
      `时长请填 1 到 ${LONGEST_MINUTES} 的整数分钟。`,
    ],
    !(wanted.mode in modes) && ['mode', '请选择线下或线上。'],
    !!wanted.lecturerKind &&
      !(wanted.lecturerKind in lecturerKinds) && ['lecturerKind', '请选择主讲人的身份。'],
  ];
  return told.filter((one) => one !== false && one !== null);
}

function dayFault(heldOn: string, today: { day: Day; planYear: number }): Fault | null {
  if (!isDay(heldOn)) return ['heldOn', '请填写有效的日期，例如 2026-11-14。'];
  if (heldOn > today.day) return ['heldOn', '活动还没有举行，请在举行之后登记。'];
  if (Number(heldOn.slice(0, 4)) < today.planYear - 1) return ['heldOn', '只能登记本年度和上一年度的活动。'];
  return null;
}

function headsFault(headCount: number | null): Fault | null {
  if (headCount === null) return ['headCount', '面向社会公众的活动请填写受教育人次。'];
  if (!Number.isInteger(headCount) || headCount < 1 || headCount > MOST_PEOPLE)
    return ['headCount', `受教育人次请填 1 到 ${MOST_PEOPLE} 的整数。`];
  return null;
}
