import type { Ledger } from '#lib/domain/facts/study.ts';
import { shownHundredths, type EntryOrigin, type SourceKind } from '#lib/domain/hours/entry.ts';
import type { HourRule } from '#lib/domain/hours/rule.ts';
import { planYearOf, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { everyRule, yearsOf } from './queries.ts';
import { lines, recent } from './queries.ledger.ts';
import { totalsOf } from './questions.ts';
import { entryOf, ruleOf } from './rows.ts';

/** One line of a ledger as it is shown. */
export interface LedgerLine {
  id: string;
  title: string;
  sourceKind: SourceKind;
  /** The event that it comes from; null for a lesson. */
  eventId: string | null;
  origin: EntryOrigin;
  /** Day of the event; else null. */
  heldOn: Day | null;
  enteredAt: Instant;
  ledger: Ledger;
  /** What this line shows by itself; the total is rounded once, over all lines. */
  hundredths: number;
  /** Whole minutes where the line is timed; else null. */
  minutes: number | null;
  isReversal: boolean;
  isReversed: boolean;
  reason: string | null;
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function lineOf(row: Row): LedgerLine {
  const entry = entryOf(row);
  return {
    ...{ id: entry.id, sourceKind: entry.sourceKind, origin: entry.origin, ledger: entry.ledger },
    title: row.event_title ?? row.lesson_title ?? '（来源已不可查）',
    eventId: entry.sourceKind === 'event' ? entry.sourceId : null,
    heldOn: row.held_on,
    enteredAt: entry.enteredAt,
    hundredths: shownHundredths(entry, row.minutes_per_hour),
    minutes: entry.seconds === null ? null : Math.trunc(entry.seconds / 60),
    isReversal: entry.reverses !== null,
    isReversed: row.reversed_by !== null,
    reason: entry.reason,
  };
}

/** The latest standing entries of a person's year, for his first page. */
export async function recentLines(
  act: Act,
  asked: { personId: string; planYear: number; limit: number },
): Promise<LedgerLine[]> {
  access.require(act, 'hours.read', { ownerId: asked.personId });
  return (await recent(act.db, asked).execute()).map(lineOf);
}

export interface LedgerView {
  personName: string;
  planYear: number;
  years: number[];
  totals: Record<Ledger, number>;
  lines: LedgerLine[];
  /** Rules by which minutes become 学时, with their sources. */
  rules: HourRule[];
}

/** A person's ledger of a plan year with its rules: for himself, and for those who look after his unit. */
export async function readLedger(
  act: Act,
  asked: { personId: string; planYear: number; ledger: Ledger },
): Promise<LedgerView> {
  const unitPath = await people.unitPathOf(act, asked.personId);
  access.require(act, 'hours.read', { ownerId: asked.personId, unitPath });
  const years = (await yearsOf(act.db, asked.personId).execute()).map((row) => row.plan_year);
  return {
    personName: (await people.nameOf(act.db, asked.personId)) ?? '',
    planYear: asked.planYear,
    years: [...new Set([planYearOf(act.now), ...years])].sort((a, b) => b - a),
    totals: await totalsOf(act.db, asked),
    lines: (await lines(act.db, asked).execute()).map(lineOf),
    rules: (await everyRule(act.db).execute()).map(ruleOf),
  };
}
