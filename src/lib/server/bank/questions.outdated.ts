import { inForceOn } from '#lib/domain/bank/citations.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { citationText, type Citation } from '#lib/domain/statutes/citation.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import type { Db } from '../db/index.ts';
import { inParts } from '../platform/parts.ts';
import { articlesOfCandidates, candidatesCiting, lawsOfVersions, type CandidateFilter } from './queries.ts';
import { citationOf, type LawRow } from './rows.ts';
import { citationFaults, versionsByTitle } from './verbs.citations.ts';

/**
 * Those of the versions that cite an article which a law in force on `day` has changed or dropped, by the laws that
 * are imported.
 */
export async function outdated(db: Db, versionIds: readonly string[], day: Day): Promise<Set<string>> {
  const rows = await inParts(versionIds, (part) => lawsOfVersions(db, part).execute());
  return versionsCiting(rows, await changed(db, rows.map(citationOf), day));
}

/** As `outdated`, of all the versions that a draw of the day chooses from. */
export async function outdatedCandidates(
  db: Db,
  filter: CandidateFilter & { day: Day },
): Promise<Set<string>> {
  const articles = await articlesOfCandidates(db, filter).execute();
  const faulty = await changed(db, articles.map(citationOf), filter.day);
  const titles = [...new Set(faulty.map((one) => one.statuteTitle))];
  const rows = await inParts(titles, (part) => candidatesCiting(db, { ...filter, titles: part }).execute());
  return versionsCiting(rows, faulty);
}

/** Citations that no longer say what the law says. Only those of laws changed since are compared word for word. */
async function changed(db: Db, citations: readonly Citation[], day: Day): Promise<Citation[]> {
  const known = await versionsByTitle(db);
  const doubtful = citations.filter((citation) => {
    const current = inForceOn(known.get(plainTitle(citation.statuteTitle)) ?? [], day);
    return current !== null && current > citation.effectiveOn;
  });
  if (doubtful.length === 0) return [];
  return (await citationFaults(db, doubtful, day)).map((fault) => fault.citation);
}

function versionsCiting(
  rows: readonly Omit<LawRow, 'ordinal'>[],
  citations: readonly Citation[],
): Set<string> {
  const texts = new Set(citations.map(citationText));
  const citing = rows.filter((row) => texts.has(citationText(citationOf(row))));
  return new Set(citing.map((row) => row.question_version_id));
}
