import { inForceOn } from '#lib/domain/bank/citations.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { citationText } from '#lib/domain/statutes/citation.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import type { Db } from '../db/index.ts';
import { inParts } from '../platform/parts.ts';
import { lawsOfVersions } from './queries.ts';
import { citationOf } from './rows.ts';
import { citationFaults, versionsByTitle } from './verbs.citations.ts';

/**
 * Those of the versions that cite an article which a law in force on `day` has changed or dropped, by the laws that
 * are imported. Only citations of laws that were changed since are compared word for word.
 */
export async function outdated(db: Db, versionIds: readonly string[], day: Day): Promise<Set<string>> {
  const known = await versionsByTitle(db);
  if (known.size === 0) return new Set();
  const rows = await inParts(versionIds, (part) => lawsOfVersions(db, part).execute());
  const cited = rows.map((row) => ({ versionId: row.question_version_id, citation: citationOf(row) }));
  const doubtful = cited.filter(({ citation }) => {
    const current = inForceOn(known.get(plainTitle(citation.statuteTitle)) ?? [], day);
    return current !== null && current > citation.effectiveOn;
  });
  if (doubtful.length === 0) return new Set();
  const faults = await citationFaults(
    db,
    doubtful.map((one) => one.citation),
    day,
  );
  const wrong = new Set(faults.map((fault) => citationText(fault.citation)));
  return new Set(doubtful.filter((one) => wrong.has(citationText(one.citation))).map((one) => one.versionId));
}
