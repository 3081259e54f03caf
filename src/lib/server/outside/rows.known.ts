import { lengthText } from '#lib/domain/hours/claim.ts';
import { shownHundredths } from '#lib/domain/hours/entry.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import type { Measure, Span } from '#lib/domain/hours/rule.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import type { Known } from '#lib/domain/outside/decide.ts';
import type { KnownPerson, Led } from '#lib/domain/outside/match.ts';
import type { Recorded } from '#lib/domain/outside/overlap.ts';
import type { NumberedResult, ResultRow } from '#lib/domain/outside/row.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import {
  knownByNumbers,
  recordsByMark,
  recordsStanding,
  standingOf,
  waitingClaims,
} from './queries.reading.ts';

/** How the room of people finds a number, whatever the key under which it stands; handed in by the reading thread. */
export interface Hashing {
  identityHashes(db: Db, identity: string): string[];
  mobileHashes(db: Db, mobile: string): string[];
}

/** A known person with the unit of his post. */
export interface Placed extends KnownPerson {
  unitId: string | null;
}

/** Whom the numbers of some rows lead to, row by row. */
export async function peopleOf(
  db: Db,
  rows: readonly ResultRow[],
  { hashing, day, unitIds }: { hashing: Hashing; day: Day; unitIds: ReadonlySet<string> },
): Promise<(Led & { byIdentity: Placed | null; byMobile: Placed | null })[]> {
  const keys = rows.map(({ identity, mobile }) => ({
    identity: identity === null ? [] : hashing.identityHashes(db, identity),
    mobile: mobile === null ? [] : hashing.mobileHashes(db, mobile),
  }));
  const identityHashes = ['', ...keys.flatMap((key) => key.identity)];
  const mobileHashes = ['', ...keys.flatMap((key) => key.mobile)];
  const found = await knownByNumbers(db, { identityHashes, mobileHashes, day }).execute();
  const identities = new Map(found.map((one) => [one.identity_hash ?? '', one]));
  const mobiles = new Map(found.map((one) => [one.mobile_hash ?? '', one]));
  const placed = (one: (typeof found)[number] | undefined): Placed | null => {
    if (!one) return null;
    const isInScope = unitIds.has(one.home_unit_id ?? '') || unitIds.has(one.work_unit_id ?? '');
    return { id: one.id, name: one.name, unitId: one.home_unit_id, isInScope };
  };
  const first = (held: typeof identities, hashes: readonly string[]) =>
    hashes.map((hash) => held.get(hash)).find((one) => one !== undefined);
  return keys.map(({ identity, mobile }) => {
    const byMobile = first(mobiles, mobile);
    const told = byMobile?.identity_hash ?? null;
    const isOtherIdentity = identity.length > 0 && told !== null && !identity.includes(told);
    return { byIdentity: placed(first(identities, identity)), byMobile: placed(byMobile), isOtherIdentity };
  });
}

/** A result whose person is known. */
export interface Matched {
  row: NumberedResult;
  personId: string;
  mark: string;
}

/** What is recorded about the people of some rows, for each row. */
export async function recordedAbout(db: Db, rows: readonly Matched[]): Promise<(row: Matched) => Known> {
  if (rows.length === 0) return () => ({ same: null, recorded: [] });
  const personIds = [...new Set(rows.map((one) => one.personId))];
  const planYears = [...new Set(rows.map((one) => one.row.planYear))];
  const marks = [...new Set(rows.map((one) => one.mark))];
  const standing = await standingOf(db, { personIds, planYears }).execute();
  const waiting = await waitingClaims(db, { personIds, planYears }).execute();
  const records = await recordsByMark(db, { personIds, marks }).execute();
  const byYear = new Map<string, Recorded[]>();
  const note = (row: { person_id: string; plan_year: number }, one: Recorded): void => {
    const key = `${row.person_id} ${row.plan_year}`;
    byYear.set(key, [...(byYear.get(key) ?? []), one]);
  };
  for (const row of standing) note(row, recordedOf(row));
  for (const row of await recordsStanding(db, { personIds, planYears }).execute()) {
    const ledger = row.ledger as Ledger;
    const amount = `${formatHundredths(row.hundredths)} ${ledgers[ledger].unit}`;
    note(row, { kind: 'import', ledger, title: row.title, on: row.completed_on, amount });
  }
  for (const row of waiting)
    note(row, {
      ...{ kind: 'asked', ledger: 'training', title: row.title, on: row.held_on },
      amount: lengthText({ span: row.span as Span, minutes: row.minutes }),
    });
  return ({ row, personId, mark }) => {
    const same = records.find(
      (one) => one.person_id === personId && one.mark === mark && one.ledger === row.ledger,
    );
    return {
      same: same ? { hundredths: same.hundredths, fileName: same.file_name } : null,
      recorded: byYear.get(`${personId} ${row.planYear}`) ?? [],
    };
  };
}

type StandingRow = Awaited<ReturnType<ReturnType<typeof standingOf>['execute']>>[number];

function recordedOf(row: StandingRow): Recorded {
  const ledger = row.ledger as Ledger;
  const measure: Measure =
    row.seconds === null
      ? { seconds: null, hundredths: row.hundredths ?? 0 }
      : { seconds: row.seconds, hundredths: null };
  const worth = shownHundredths(measure, row.minutes_per_hour);
  return {
    kind: row.source_kind as Recorded['kind'],
    ledger,
    title: row.event_title ?? row.claim_title ?? row.lesson_title ?? '',
    on: row.held_on ?? row.claim_held_on,
    amount: `${formatHundredths(worth)} ${ledgers[ledger].unit}`,
  };
}
