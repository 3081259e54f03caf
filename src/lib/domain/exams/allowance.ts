/** outage: the installation stood still; standing: the person's own extra time; running: given while he sat. */
export type AllowanceKind = 'outage' | 'standing' | 'running';

/** Why time was added, in the words that the candidate reads. */
export function allowanceReason(allowance: { kind: AllowanceKind; reason: string | null }): string {
  if (allowance.reason) return allowance.reason;
  return { outage: '服务器曾中断，中断的时间已补回', standing: '个人加时', running: '管理员加时' }[
    allowance.kind
  ];
}

/** A person's own extra time: a share of the duration in percent, or minutes; one of both is set. */
export interface StandingTerms {
  percent: number | null;
  minutes: number | null;
}

/** Seconds that a standing allowance adds to an attempt of this duration; parts of a second are given. */
export function standingSeconds(terms: StandingTerms, durationSeconds: number): number {
  const share = terms.percent === null ? 0 : Math.ceil((durationSeconds * terms.percent) / 100);
  return share + (terms.minutes ?? 0) * 60;
}
