import type { Selectable } from 'kysely';
import type { KeptSection, WrittenSentence } from '#lib/domain/reports/draft.ts';
import type { Confirmed } from '#lib/domain/reports/sentence.ts';
import type { Tables } from '../db/index.ts';

/** A stored section as the report is put together of it. */
export function sectionFrom(row: Selectable<Tables['report_section']>): KeptSection {
  return {
    section: row.section,
    part: row.part,
    title: row.title,
    sortOrder: row.sort_order,
    isOmitted: row.is_omitted === 1,
  };
}

/** A stored revision as the sentence that was written. */
export function sentenceFrom(row: Selectable<Tables['report_sentence']>): WrittenSentence {
  return {
    section: row.section,
    place: row.place,
    revision: row.revision,
    state: row.state === 'omitted' || row.state === 'draft' ? row.state : 'shown',
    text: row.text,
    confirmed: (JSON.parse(row.confirmed) as { v: 1; printed: Confirmed }).printed,
    writtenByName: row.written_by_name,
    writtenAt: row.written_at,
  };
}

/** What each token printed, as it is stored. */
export function confirmedRow(printed: Confirmed): string {
  return JSON.stringify({ v: 1, printed });
}
