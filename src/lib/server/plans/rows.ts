import type { Selectable } from 'kysely';
import type { Ledger } from '#lib/domain/facts/study.ts';
import type { JoinerRule } from '#lib/domain/plans/asked.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Tables } from '../db/index.ts';

/** What a class has to reach in a plan year, with its legal basis. */
export interface Requirement {
  id: string;
  classCode: string;
  planYear: number;
  ledger: Ledger;
  targetHundredths: number;
  needsExam: boolean;
  legalBasis: string;
  validFrom: Day;
  validTo: Day | null;
  joiners: JoinerRule;
}

export function requirementOf(row: Selectable<Tables['requirement']>): Requirement {
  return {
    id: row.id,
    classCode: row.class_code,
    planYear: row.plan_year,
    ledger: row.ledger as Ledger,
    targetHundredths: row.target_hundredths,
    needsExam: row.needs_exam === 1,
    legalBasis: row.legal_basis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    joiners: row.joiners as JoinerRule,
  };
}
