import type { Insertable, Selectable } from 'kysely';
import type { Ledger } from '#lib/domain/facts/study.ts';
import type { Entry, EntryOrigin, SourceKind } from '#lib/domain/hours/entry.ts';
import type { HourRule, Measure, Step } from '#lib/domain/hours/rule.ts';
import type { Tables } from '../db/index.ts';
import type { Signature } from '../platform/signature.ts';

type RuleRow = Tables['hour_rule'];
type EntryRow = Tables['hour_entry'];

interface StoredSteps {
  v: 1;
  steps: Step[];
}

export function ruleOf(row: Selectable<RuleRow>): HourRule {
  return {
    id: row.id,
    sourceKind: row.source_kind as HourRule['sourceKind'],
    minutesPerHour: row.minutes_per_hour,
    halfDayHundredths: row.half_day_hundredths,
    dayHundredths: row.day_hundredths,
    steps: row.steps === null ? null : (JSON.parse(row.steps) as StoredSteps).steps,
    testOutCounts: row.test_out_counts === 1,
    capHundredths: row.cap_hundredths,
    source: row.source,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export function ruleRow(rule: HourRule, by: Signature, at: string): Insertable<RuleRow> {
  return {
    id: rule.id,
    source_kind: rule.sourceKind,
    minutes_per_hour: rule.minutesPerHour,
    half_day_hundredths: rule.halfDayHundredths,
    day_hundredths: rule.dayHundredths,
    steps: rule.steps === null ? null : JSON.stringify({ v: 1, steps: rule.steps }),
    test_out_counts: rule.testOutCounts ? 1 : 0,
    cap_hundredths: rule.capHundredths,
    source: rule.source,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    entered_by: by.id,
    entered_at: at,
  };
}

export function entryOf(row: Selectable<EntryRow>): Entry {
  const measure: Measure =
    row.seconds === null
      ? { seconds: null, hundredths: row.hundredths ?? 0 }
      : { seconds: row.seconds, hundredths: null };
  return {
    ...measure,
    id: row.id,
    ledger: row.ledger as Ledger,
    personId: row.person_id,
    planYear: row.plan_year,
    sourceKind: row.source_kind as SourceKind,
    sourceId: row.source_id,
    revision: row.revision,
    ruleId: row.rule_id,
    origin: row.origin as EntryOrigin,
    reverses: row.reverses,
    reason: row.reason,
    enteredAt: row.entered_at,
    cut: row.cut,
  };
}

export function entryRow(entry: Entry, by: Signature): Insertable<EntryRow> {
  return {
    id: entry.id,
    ledger: entry.ledger,
    person_id: entry.personId,
    plan_year: entry.planYear,
    source_kind: entry.sourceKind,
    source_id: entry.sourceId,
    revision: entry.revision,
    seconds: entry.seconds,
    hundredths: entry.hundredths,
    rule_id: entry.ruleId,
    origin: entry.origin,
    reverses: entry.reverses,
    reason: entry.reason,
    entered_by: by.id,
    entered_at: entry.enteredAt,
    cut: entry.cut,
  };
}
