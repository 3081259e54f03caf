import type { VersionStanding } from '#lib/domain/statutes/standing.ts';

/** Word and tone under which a version's standing is shown. */
export const standingTags: Record<VersionStanding, { word: string; tone: 'good' | 'warn' | 'plain' }> = {
  current: { word: '现行', tone: 'good' },
  superseded: { word: '已被取代', tone: 'plain' },
  coming: { word: '尚未施行', tone: 'warn' },
  undated: { word: '施行日期待录入', tone: 'warn' },
};
