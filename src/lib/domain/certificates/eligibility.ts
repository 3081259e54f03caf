import type { CertificateKind } from './kinds.ts';

/** What decides whether a certificate can be issued to somebody now. */
export interface Grounds {
  kind: CertificateKind;
  /** Entries of the year that stand. */
  entries: number;
  /** Attempts of the year that are marked. */
  marked: number;
  /** Attempts of the year under way. */
  sitting: number;
  /** Number of the certificate of this kind and year that is in force; null for none. */
  inForce: string | null;
}

export type Obstacle = 'inForce' | 'noEntries' | 'sitting' | 'noMarks';

export const obstacles: Record<Obstacle, string> = {
  inForce: '已有在用的证明；记录有变动的，请打开那一份重新开具',
  noEntries: '本年度没有学时、学分记录',
  sitting: '正在考试，交卷后再开具',
  noMarks: '本年度没有考试成绩',
};

/** Why it cannot be issued; null when it can. */
export function obstacleOf(grounds: Grounds): Obstacle | null {
  if (grounds.inForce !== null) return 'inForce';
  if (grounds.kind === 'study') return grounds.entries > 0 ? null : 'noEntries';
  if (grounds.sitting > 0) return 'sitting';
  return grounds.marked > 0 ? null : 'noMarks';
}
