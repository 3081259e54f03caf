import type { Day } from '../shared/time.ts';

/** Where a version stands on a day: in force, replaced, still to come, or its first day not yet entered. */
export type VersionStanding = 'current' | 'superseded' | 'coming' | 'undated';

export interface VersionDates {
  id: string;
  versionOn: Day;
  effectiveOn: Day | null;
}

/**
 * Standing of each version of one law on `day`. In force is the newest version (by version date) that has begun;
 * a law whose only version has no day entered is taken as in force but shown as `undated`.
 * A version that only repeats the first day of the law (amendments often do) begins no earlier than its own date.
 */
export function standingsOf(versions: readonly VersionDates[], day: Day): Map<string, VersionStanding> {
  const beginOf = (version: VersionDates) =>
    version.effectiveOn !== null && version.effectiveOn < version.versionOn
      ? version.versionOn
      : version.effectiveOn;
  const newestFirst = versions.toSorted((a, b) => (a.versionOn < b.versionOn ? 1 : -1));
  const inForce = newestFirst.find((version) => (beginOf(version) ?? '9999') <= day);
  return new Map(
    versions.map((version) => {
      const begins = beginOf(version);
      if (version.id === inForce?.id) return [version.id, 'current'];
      if (inForce && version.versionOn < inForce.versionOn) return [version.id, 'superseded'];
      if (begins === null) return [version.id, 'undated'];
      return [version.id, 'coming'];
    }),
  );
}
