import type { Selectable } from 'kysely';
import type { FeedbackKind, FeedbackState } from '#lib/domain/feedback/kinds.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Tables } from '../db/index.ts';

/** An answer of the office, or what the sender added. */
export interface Reply {
  id: string;
  isOffice: boolean;
  by: string;
  body: string;
  saidAt: Instant;
}

export interface Feedback {
  id: string;
  kind: FeedbackKind;
  body: string;
  /** Path of the page it was sent from; empty where none was said. */
  page: string;
  file: { id: string; name: string } | null;
  status: FeedbackState;
  sentAt: Instant;
  changedAt: Instant;
  handlerName: string | null;
  /** There is an answer that its sender has not taken note of. */
  isNews: boolean;
}

export function feedbackOfRow(row: Selectable<Tables['feedback']> & { file_name: string | null }): Feedback {
  const status = row.status as FeedbackState;
  const file = row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? '' };
  return {
    ...{ id: row.id, kind: row.kind as FeedbackKind, body: row.body, page: row.page, file, status },
    ...{ sentAt: row.sent_at, changedAt: row.changed_at, handlerName: row.handler_name },
    isNews: row.seen_at === null && (status === 'answered' || status === 'closed'),
  };
}

export function replyOf(row: Selectable<Tables['feedback_reply']>): Reply {
  const { id, body } = row;
  return { id, isOffice: row.is_office === 1, by: row.by_name, body, saidAt: row.said_at };
}
