import type { Ledger } from '#lib/domain/facts/study.ts';
import { shownHundredths, type Entry, type EntryOrigin, type SourceKind } from '#lib/domain/hours/entry.ts';
import { rulesOfYear, type HourRule } from '#lib/domain/hours/rule.ts';
import type { Sum } from '#lib/domain/hours/total.ts';
import { planYearOf, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { everyRule, sums, yearsOf } from './queries.ts';
import { lines, recent } from './queries.ledger.ts';
import { joined, totalsOf } from './questions.ts';
import { entryOf, ruleOf } from './rows.ts';
import { titleOf } from './rows.titles.ts';

/** One line of a ledger as it is shown. */
export interface LedgerLine {
  id: string;
  title: string;
  sourceKind: SourceKind;
  /** Lesson, event, claim or result of another system that it comes from; for what was carried over the year before. */
  sourceId: string;
  origin: EntryOrigin;
  /** Day of the event, of the training declared or of the result brought in; else null. */
  heldOn: Day | null;
  /** The file by which a result of another system was brought in; null for all else. */
  outside: { importId: string; source: string; fileName: string } | null;
  enteredAt: Instant;
  ledger: Ledger;
  /** What this line shows by itself; the total is rounded once, over all lines. */
  hundredths: number;
  /** Whole minutes where the line is timed; else null. */
  minutes: number | null;
  /** What the year's cap left out; null for nothing. */
  cutHundredths: number | null;
  isReversal: boolean;
  isReversed: boolean;
  reason: string | null;
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function cutOf(entry: Entry, minutesPerHour: number | null): number {
  const cut = entry.cut ?? 0;
  if (entry.seconds === null) return cut;
  return shownHundredths({ seconds: cut, hundredths: null }, minutesPerHour);
}

function outsideOf({ import_id, record_source, record_file }: Row): LedgerLine['outside'] {
  if (import_id === null) return null;
  return { importId: import_id, source: record_source ?? '', fileName: record_file ?? '' };
}

function lineOf(row: Row): LedgerLine {
  const entry = entryOf(row);
  return {
    ...{ id: entry.id, sourceKind: entry.sourceKind, origin: entry.origin, ledger: entry.ledger },
    title: titleOf(row),
    sourceId: entry.sourceId,
    heldOn: row.held_on ?? row.claim_held_on ?? row.completed_on,
    outside: outsideOf(row),
    enteredAt: entry.enteredAt,
    hundredths: shownHundredths(entry, row.minutes_per_hour),
    minutes: entry.seconds === null ? null : Math.trunc(entry.seconds / 60),
    cutHundredths: entry.cut === null ? null : cutOf(entry, row.minutes_per_hour),
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
  /** What the total is made of, by length of the 学时. */
  sums: Sum[];
  /** Rules that hold for the ledger in the year, with their sources. */
  rules: HourRule[];
}

/** A person's ledger of a plan year with its rules: for himself, and for those who look after his unit. */
export async function readLedger(
  act: Act,
  asked: { personId: string; planYear: number; ledger: Ledger },
): Promise<LedgerView> {
  const unitPath = await people.unitPathOf(act, asked.personId);
  access.require(act, 'hours.read', { ownerId: asked.personId, unitPath });
  const { personId } = asked;
  await audit.noteLook(act, { verb: 'hours.ledgerViewed', personId, unitId: unitPath[0] ?? null });
  const years = (await yearsOf(act.db, asked.personId).execute()).map((row) => row.plan_year);
  return {
    personName: (await people.nameOf(act.db, asked.personId)) ?? '',
    planYear: asked.planYear,
    years: [...new Set([planYearOf(act.now), ...years])].sort((a, b) => b - a),
    totals: await totalsOf(act.db, asked),
    lines: (await lines(act.db, asked).execute()).map(lineOf),
    sums: joined((await sums(act.db, asked).execute()).filter((row) => row.ledger === asked.ledger)),
    rules: rulesOfYear((await everyRule(act.db).execute()).map(ruleOf), asked),
  };
}
