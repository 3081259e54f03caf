import type { EntryOrigin } from './entry.ts';

/** How an entry was earned, as shown beside it. */
export const originLabels: Record<EntryOrigin, string> = {
  check: '在线 · 随堂测通过',
  testOut: '在线 · 免修测通过',
  attendance: '学法活动 · 名单已核验',
  claim: '申报 · 已审核',
  import: '外部成绩导入',
};
