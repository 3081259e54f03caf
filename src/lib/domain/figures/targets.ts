/** Figures of which a unit may set how many events it means to hold. */
export const targetKeys = [
  'centralGroup',
  'thematicStudy',
  'firstTopic',
  'leadersStudy',
  'partyMeetings',
  'lawLectures',
  'trainings',
  'sharings',
  'outreachSessions',
] as const;

export type TargetKey = (typeof targetKeys)[number];

/**
 * Targets where a unit has set none: 中心组 each quarter, 专题学法 twice a year as the published plans have it.
 * Others are counted only where the unit sets a number.
 */
export const usualTargets: Readonly<Record<string, number>> = { centralGroup: 4, thematicStudy: 2 };

/** True for the key of a figure that can have a target. */
export function isTargetKey(key: string): key is TargetKey {
  return (targetKeys as readonly string[]).includes(key);
}
