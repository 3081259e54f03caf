import { totalHundredths } from '#lib/domain/hours/total.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import type { Reason } from '#lib/domain/plans/behind.ts';
import { daysBetween, shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import type { BehindAsk } from './queries.behind.ts';
import * as q from './queries.reasons.ts';
import { askedOf } from './questions.asked.ts';

/** Why each of some people is behind, what keeps him out first; a page of them at a time. */
export async function reasonsOf(
  act: Act,
  personIds: readonly string[],
  asked: Pick<BehindAsk, 'planYear' | 'day' | 'lockedIds'>,
): Promise<Map<string, Reason[]>> {
  const reasons = new Map<string, Reason[]>(personIds.map((id) => [id, []]));
  if (personIds.length === 0) return reasons;
  const add = (personId: string, reason: Reason) => reasons.get(personId)?.push(reason);
  const year = { personIds, planYear: asked.planYear, day: asked.day };
  for (const id of personIds.filter((one) => asked.lockedIds.includes(one))) add(id, { kind: 'locked' });
  const accounts = await q.accountsOf(act.db, personIds).execute();
  for (const id of personIds) {
    const account = accounts.find((one) => one.person_id === id);
    if (account === undefined || account.state === 'invited')
      add(id, { kind: 'account', isIssued: account !== undefined });
  }
  for (const row of await q.lateOf(act.db, year).execute()) {
    const late = { assignmentId: row.id, title: row.title, dueOn: row.due_on, left: Number(row.left) };
    add(row.person_id, { kind: 'late', ...late });
  }
  for (const row of await q.unsatOf(act.db, { personIds, now: act.now }).execute()) {
    const exam = { examId: row.id, title: row.title, closesOn: shanghaiDay(row.closes_at) };
    add(row.person_id, { kind: 'exam', ...exam });
  }
  const unopened = await q.unopenedOf(act.db, year).execute();
  for (const id of personIds) {
    const courses = unopened.filter((row) => row.person_id === id).map((row) => row.title);
    if (courses.length > 0) add(id, { kind: 'unopened', courses });
  }
  for (const [id, short] of await shortOf(act, year)) for (const one of short) add(id, one);
  return reasons;
}

/** Ledgers in which people have not reached what is asked of them, each at its highest target. */
async function shortOf(act: Act, year: q.PeopleYear): Promise<Map<string, Reason[]>> {
  const rows = await q.sumsOf(act.db, year).execute();
  const daysLeft = daysBetween(year.day, `${year.planYear}-12-31`);
  const short = new Map<string, Reason[]>();
  for (const personId of year.personIds) {
    const targets = new Map<Ledger, number>();
    for (const one of await askedOf(act.db, { ...year, personId }))
      targets.set(one.ledger, Math.max(targets.get(one.ledger) ?? 0, one.targetHundredths));
    const missing = [...targets].map(([ledger, target]) => {
      const sums = rows
        .filter((row) => row.person_id === personId && row.ledger === ledger)
        .map((row) => ({
          minutesPerHour: row.minutes_per_hour,
          seconds: Number(row.seconds ?? 0),
          hundredths: Number(row.hundredths ?? 0),
        }));
      return { ledger, missingHundredths: target - totalHundredths(sums) };
    });
    short.set(
      personId,
      missing
        .filter((one) => one.missingHundredths > 0)
        .map((one) => ({ kind: 'hours' as const, ...one, daysLeft })),
    );
  }
  return short;
}
