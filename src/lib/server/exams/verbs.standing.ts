import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { StandingTerms } from '#lib/domain/exams/allowance.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as queries from './queries.time.ts';

export interface NewStanding extends StandingTerms {
  personId: string;
  reason: string;
  from: Day;
  to: Day | null;
}

/** Gives a person extra time at every exam that he begins on these days. Returns its id. */
export async function giveStanding(act: Act, input: NewStanding): Promise<string> {
  const unitPath = await people.unitPathOf(act, input.personId);
  access.require(act, 'exams.giveStanding', { unitPath });
  const fields = standingRefusal(input);
  if (fields) throw new DomainError('invalid', '请按提示修改后再提交。', { fields });
  const id = newId();
  const { personId, percent, minutes, reason, from, to } = input;
  const hand = signatureOf(act);
  const given = { given_by: hand.id, given_by_name: hand.name, given_at: act.now };
  const row = { id, person_id: personId, percent, minutes, reason, valid_from: from, valid_to: to, ...given };
  await inTransaction(act, async (act) => {
    await queries.insertStanding(act.db, row).execute();
    const details = { standing: id, percent, minutes, reason, from, to };
    await tell(act, { verb: 'exams.standingGiven', personId, unitId: unitPath[0] ?? null, details });
  });
  return id;
}

function standingRefusal({ percent, minutes, from, to }: NewStanding): Record<string, string> | null {
  if ((percent === null) === (minutes === null)) return { amount: '加时填百分比或分钟数，二者填其一。' };
  return to !== null && to < from ? { to: '截止日期不能早于起始日期。' } : null;
}

/** Ends a standing allowance with today; attempts begun before keep theirs. */
export async function endStanding(act: Act, input: { id: string; reason: string }): Promise<void> {
  const standing = await standingOrThrow(act, input.id);
  access.require(act, 'exams.giveStanding', standing);
  const on = shanghaiDay(act.now);
  await inTransaction(act, async (act) => {
    const ended = await queries.endStanding(act.db, input.id, on).executeTakeFirst();
    if (ended.numUpdatedRows === 0n) throw new DomainError('conflict', '这项加时已经到期。');
    const { personId, unitPath } = standing;
    const details = { standing: input.id, reason: input.reason, on };
    await tell(act, { verb: 'exams.standingEnded', personId, unitId: unitPath[0] ?? null, details });
  });
}

async function standingOrThrow(act: Act, id: string) {
  const row = await queries
    .standingById(act.db, id)
    .executeTakeFirstOrThrow(
      () => new DomainError('notFound', '没有找到这项加时，或者它不在您的管理范围内。'),
    );
  return { personId: row.person_id, unitPath: await people.unitPathOf(act, row.person_id) };
}

async function tell(
  act: Act,
  of: { verb: string; personId: string; unitId: string | null; details: Record<string, unknown> },
): Promise<void> {
  const { personId, ...deed } = of;
  await audit.record(act, { ...deed, subject: { kind: 'person', id: personId } });
}

export interface StandingLine extends StandingTerms {
  id: string;
  name: string;
  unitName: string;
  reason: string;
  from: Day;
  to: Day | null;
  givenBy: string;
}

const MOST_LINES = 500;

/** Standing allowances of the people of the coordinator's units, by name. */
export async function listStanding(act: Act): Promise<StandingLine[]> {
  access.require(act, 'exams.listStanding');
  const unitIds = access.unitsHeld(act, ['coordinator']);
  return unitIds.length === 0 ? [] : linesBelow(act.db, { unitIds, day: shanghaiDay(act.now) });
}

async function linesBelow(db: Db, asked: { unitIds: string[]; day: Day }): Promise<StandingLine[]> {
  const rows = await queries.standingBelow(db, { ...asked, most: MOST_LINES }).execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, unitName: row.unit_name, percent: row.percent, minutes: row.minutes },
    ...{ reason: row.reason, from: row.valid_from, to: row.valid_to, givenBy: row.given_by_name },
  }));
}
