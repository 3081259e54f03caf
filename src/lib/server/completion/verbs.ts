import { addCounts, noCounts, type Counts } from '#lib/domain/completion/counters.ts';
import { ALL_HOURS, EXAM } from '#lib/domain/completion/standing.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { countersOf } from './queries.counters.ts';
import { owedIn } from './queries.owed.ts';
import { countPeople, peoplePage, unitsBelow } from './queries.units.ts';
import { countsOfRow } from './rows.ts';

export type Group = 'all' | 'leadership';

/** A unit with all below it: people by their standing in the year's exam and in all its hours. */
export interface UnitCounts {
  unitId: string;
  name: string;
  exam: Counts;
  hours: Counts;
}

export interface UnitReading extends UnitCounts {
  /** Units directly below, in their set order. */
  below: UnitCounts[];
  /** True while many people of the installation are being judged anew in the year: they count as before. */
  isRecounting: boolean;
}

export interface UnitQuestion {
  unitId: string;
  planYear: number;
  group: Group;
}

/** Counters of a unit and of those directly below it. Throws `notFound` outside the reader's scope. */
export async function readUnit(act: Act, asked: UnitQuestion): Promise<UnitReading> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'completion.readUnit', { unitPath });
  const unit = await units.find(act.db, asked.unitId);
  if (!unit) throw new DomainError('notFound', '没有找到这个单位。');
  const below = await unitsBelow(act.db, { unitId: unit.id, day: shanghaiDay(act.now) }).execute();
  const rows = await countersOf(act.db, {
    unitIds: [unit.id, ...below.map((one) => one.id)],
    planYear: asked.planYear,
    leadership: asked.group === 'leadership' ? 1 : 0,
  }).execute();
  const countsOf = (unitId: string, requirementId: string): Counts =>
    rows
      .filter((row) => row.unit_id === unitId && row.requirement_id === requirementId)
      .reduce((sum, row) => addCounts(sum, countsOfRow(row)), noCounts());
  const reading = (one: { id: string; name: string }): UnitCounts => ({
    unitId: one.id,
    name: one.name,
    exam: countsOf(one.id, EXAM),
    hours: countsOf(one.id, ALL_HOURS),
  });
  const owed = await owedIn(act.db, asked.planYear).executeTakeFirst();
  return { ...reading(unit), below: below.map(reading), isRecounting: owed !== undefined };
}

export interface PersonReading {
  id: string;
  name: string;
  unitName: string;
  /** Null where no exam of the year concerns him. */
  exam: 'absent' | 'present' | 'passed' | 'excellent' | 'exempt' | null;
  /** Null where no requirement of hours concerns him. */
  hours: 'due' | 'reached' | 'exempt' | null;
}

export interface PeopleQuestion extends UnitQuestion {
  behind: boolean;
  name: string;
  page: number;
  pageSize: number;
}

/** People who count in a unit or below it, by name, with their standing; names stay within the reader's scope. */
export async function listPeople(
  act: Act,
  asked: PeopleQuestion,
): Promise<{ people: PersonReading[]; total: number }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'completion.listPeople', { unitPath });
  const wanted = { ...asked, leadership: asked.group === 'leadership' };
  const page = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const rows = await peoplePage(act.db, wanted, page).execute();
  const { total } = await countPeople(act.db, wanted).executeTakeFirstOrThrow();
  const people = rows.map((row) => ({
    id: row.id,
    name: row.name,
    unitName: row.unit_name ?? '',
    exam: examOf(row),
    hours: row.hours_state,
  }));
  return { people, total: Number(total) };
}

function examOf(row: {
  exam_state: string | null;
  present: number | null;
  passed: number | null;
  excellent: number | null;
}): PersonReading['exam'] {
  if (row.exam_state === null) return null;
  if (row.exam_state === 'exempt') return 'exempt';
  if (row.excellent) return 'excellent';
  if (row.passed) return 'passed';
  return row.present ? 'present' : 'absent';
}
