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

/** Why an event cannot be registered like this, with the field; null when it can. */
export function eventFault(
  wanted: Registered,
  today: { day: Day; planYear: number },
): [field: string, sentence: string] | null {
  if (wanted.title.trim() === '') return ['title', '请填写活动名称。'];
  if (!isDay(wanted.heldOn)) return ['heldOn', '请填写有效的日期，例如 2026-11-14。'];
  if (wanted.heldOn > today.day) return ['heldOn', '活动还没有举行，请在举行之后登记。'];
  if (Number(wanted.heldOn.slice(0, 4)) < today.planYear - 1)
    return ['heldOn', '只能登记本年度和上一年度的活动。'];
  if (!Number.isInteger(wanted.minutes) || wanted.minutes < 1 || wanted.minutes > LONGEST_MINUTES)
    return ['minutes', `时长请填 1 到 ${LONGEST_MINUTES} 的整数分钟。`];
  if (!(wanted.mode in modes)) return ['mode', '请选择线下或线上。'];
  if (wanted.lecturerKind && !(wanted.lecturerKind in lecturerKinds))
    return ['lecturerKind', '请选择主讲人的身份。'];
  if (wanted.hostIds.length === 0) return ['hostIds', '请至少选择一个主办单位。'];
  if (wanted.forms.length === 0) return ['forms', '请至少选择一种形式。'];
  return wanted.audience === 'public' ? headsFault(wanted.headCount ?? null) : null;
}

function headsFault(headCount: number | null): [field: string, sentence: string] | null {
  if (headCount === null) return ['headCount', '面向社会公众的活动请填写受教育人次。'];
  if (!Number.isInteger(headCount) || headCount < 1 || headCount > MOST_PEOPLE)
    return ['headCount', `受教育人次请填 1 到 ${MOST_PEOPLE} 的整数。`];
  return null;
}
