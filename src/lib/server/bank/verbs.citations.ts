import { citationFault, inForceOn, type LawVersion } from '#lib/domain/bank/citations.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import { citationText, type Citation } from '#lib/domain/statutes/citation.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import type { Db } from '../db/index.ts';
import * as statutes from '../statutes/index.ts';
import { lawVersions } from './queries.check.ts';

export interface CitationFault {
  citation: Citation;
  /** What is wrong and what to do. */
  sentence: string;
}

/** Citations looked at between two turns of the event loop. */
const AT_ONCE = 20;

/** Citations that the imported laws contradict on a day, each told once. */
export async function citationFaults(
  db: Db,
  citations: readonly Citation[],
  day: Day,
): Promise<CitationFault[]> {
  const distinct = [...new Map(citations.map((one) => [citationText(one), one])).values()];
  const versions = await versionsByTitle(db);
  const faults: CitationFault[] = [];
  for (const [index, citation] of distinct.entries()) {
    const known = versions.get(plainTitle(citation.statuteTitle)) ?? [];
    const textOn = async (effectiveOn: Day | null) => {
      const { statuteTitle: title, articleNumber: number } = citation;
      if (effectiveOn === null) return null;
      return (await statutes.articleOf(db, { title, number, effectiveOn }))?.paragraphs.join('\n') ?? null;
    };
    const cited = await textOn(citation.effectiveOn);
    const inForce = await textOn(inForceOn(known, day));
    const sentence = citationFault(citation, { versions: known, cited, inForce }, day);
    if (sentence !== null) faults.push({ citation, sentence });
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return faults;
}

/** Every imported version of every law, by its plain title. */
export async function versionsByTitle(db: Db): Promise<Map<string, LawVersion[]>> {
  const rows = await lawVersions(db).execute();
  const groups = Map.groupBy(rows, (row) => row.plain_title);
  return new Map(
    [...groups].map(([title, group]) => [
      title,
      group.map((row) => ({ citedAs: row.effective_on ?? row.version_on })),
    ]),
  );
}
