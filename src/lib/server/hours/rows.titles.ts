interface Titled {
  source_kind: string;
  source_id: string;
  event_title: string | null;
  claim_title: string | null;
  lesson_title: string | null;
  record_title: string | null;
}

/** What an entry stands for, in words. */
export function titleOf(row: Titled): string {
  if (row.source_kind === 'carry') return `${row.source_id} 年度结余转入`;
  return row.event_title ?? row.claim_title ?? row.record_title ?? row.lesson_title ?? '（来源已不可查）';
}
