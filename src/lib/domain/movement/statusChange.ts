import { isDay, type Day } from '../shared/time.ts';
import { endsPost, statuses, type Status } from '../people/codes.ts';

/** What a change of status may say beside its day and reason. */
export interface StatusAsk {
  status: Status;
  day: Day;
  /** Last day as foreseen. */
  until: Day | null;
  /** The unit of the tree to which he is lent or sent. */
  workUnitId: string | null;
  /** A unit outside the tree. */
  place: string | null;
}

/** Statuses in which somebody holds his post but is not there for a time. */
export const awayStatuses = [
  'sickLeave',
  'maternityLeave',
  'aid',
  'fullTimeStudy',
  'secondedOut',
] as const satisfies Status[];

/** The ground on which whoever is in a status may be released from hours and exams; null where none follows. */
const grounds: Partial<
  Record<Status, 'sickLeave' | 'maternityLeave' | 'dispatched' | 'fullTimeStudy' | 'onLoan'>
> = {
  sickLeave: 'sickLeave',
  maternityLeave: 'maternityLeave',
  aid: 'dispatched',
  fullTimeStudy: 'fullTimeStudy',
  secondedOut: 'onLoan',
};

export function groundOf(status: string) {
  return grounds[status as Status] ?? null;
}

/** True where he works elsewhere while he keeps his post: lent or sent out. */
export function worksElsewhere(status: Status): boolean {
  return status === 'secondedOut' || status === 'aid';
}

/** Who is received for good is lent no longer; leave goes on. */
export function statusAfterMove(status: string): Status {
  if (!isStatus(status) || worksElsewhere(status) || status === 'secondedIn') return 'active';
  return status;
}

export function isStatus(code: string): code is Status {
  return Object.hasOwn(statuses, code);
}

/**
 * What stands against a change of status, as the form's field and a sentence; null when nothing does. `since` is the
 * first day of the post that is changed: a post that ends must have been held for a day.
 */
export function statusFault(
  asked: StatusAsk,
  known: { status: string; since: Day },
): [field: string, sentence: string] | null {
  if (asked.status === known.status) return ['status', `他已登记为${statuses[asked.status]}。`];
  if (endsPost(asked.status)) {
    if (asked.day <= known.since)
      return ['day', `此人的任职从 ${known.since} 才开始，请填那一天以后的日期。`];
    return asked.until === null ? null : ['until', '退休、调离和去世没有预计结束的日期，请留空。'];
  }
  if (asked.until !== null && !isDay(asked.until)) return ['until', '请填写有效的日期。'];
  if (asked.until !== null && asked.until < asked.day) return ['until', '预计结束的日期不能早于生效日期。'];
  if (asked.status === 'active') return null;
  if (worksElsewhere(asked.status) && asked.workUnitId === null && (asked.place ?? '') === '')
    return ['workUnitId', '请选择去往的单位；不在本系统内的，请在下一栏写明。'];
  return null;
}
