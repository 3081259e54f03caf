import {
  guessesOf,
  skewFindings,
  twinFindings,
  type Checked,
  type Finding,
  type PoolGuess,
} from '#lib/domain/bank/check.ts';
import type { Pool } from '#lib/domain/bank/question.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { citationText } from '#lib/domain/statutes/citation.ts';
import * as access from '../access/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { inParts } from '../platform/parts.ts';
import { everyPublished } from './queries.check.ts';
import { versions as versionsOf } from './questions.ts';
import { citationFaults } from './verbs.citations.ts';

export interface BankCheck {
  questions: number;
  findings: Finding[];
  /** What answering by habit would earn, by pool and type. */
  guesses: PoolGuess[];
}

/** Looks through the published questions: keys that can be guessed, questions asked twice, laws that have changed. */
export async function checkBank(act: Act): Promise<BankCheck> {
  access.require(act, 'bank.check');
  const questions = await published(act.db);
  const faults = await citationFaults(
    act.db,
    questions.flatMap((question) => question.laws),
    shanghaiDay(act.now),
  );
  const byCitation = new Map(faults.map((fault) => [citationText(fault.citation), fault.sentence]));
  const laws = questions.flatMap(({ id, code, laws }) =>
    laws.flatMap((law): Finding[] => {
      const sentence = byCitation.get(citationText(law));
      return sentence === undefined ? [] : [{ kind: 'law', sentence, question: { id, code } }];
    }),
  );
  return {
    questions: questions.length,
    findings: [...skewFindings(questions), ...twinFindings(questions), ...laws],
    guesses: guessesOf(questions),
  };
}

async function published(db: Db): Promise<Checked[]> {
  const rows = await everyPublished(db).execute();
  const ids = rows.map((row) => row.version_id);
  const versions = await inParts(ids, (part) => versionsOf(db, part));
  const byId = new Map(versions.map((version) => [version.id, version]));
  return rows.flatMap((row) => {
    const version = byId.get(row.version_id);
    return version ? [{ ...version, id: row.id, code: row.code, pool: row.pool as Pool }] : [];
  });
}
