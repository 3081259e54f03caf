import type { Day } from '../shared/time.ts';
import { citationText, type Citation } from '../statutes/citation.ts';

/** A version of a law as imported. */
export interface LawVersion {
  /** Day by which questions cite it: the one on which it took effect, else the one that it bears. */
  citedAs: Day;
}

/** What is found of one citation. */
export interface CitationFacts {
  /** Every imported version of the law; none: nothing can be said. */
  versions: readonly LawVersion[];
  /** Text of the cited article in the cited version; null when it is not there. */
  cited: string | null;
  /** Text of the same article in the version in force; null when it is not there. */
  inForce: string | null;
}

/** The day by which the version in force on `day` is cited; null when none is in force yet. */
export function inForceOn(versions: readonly LawVersion[], day: Day): Day | null {
  const begun = versions.map((version) => version.citedAs).filter((citedAs) => citedAs <= day);
  return begun.reduce<Day | null>((latest, one) => (latest === null || one > latest ? one : latest), null);
}

/**
 * What is wrong with a citation, as a sentence; null when nothing is, or when the law is not imported. A later version
 * that kept the article's words is no fault.
 */
export function citationFault(citation: Citation, facts: CitationFacts, day: Day): string | null {
  const { versions, cited, inForce } = facts;
  if (versions.length === 0) return null;
  const text = citationText(citation);
  if (cited === null) return `已导入的法律中没有${text}，请核对条号和施行日期。`;
  const current = inForceOn(versions, day);
  if (current === null || current <= citation.effectiveOn) return null;
  if (inForce === null) return `${text}已被 ${current} 起施行的新版取代，新版没有这一条。`;
  return inForce === cited ? null : `${text}已被 ${current} 起施行的新版修改，请核对题目是否仍然正确。`;
}
