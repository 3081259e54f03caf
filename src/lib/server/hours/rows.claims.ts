import type { Selectable } from 'kysely';
import type { ClaimStatus, Length } from '#lib/domain/hours/claim.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Tables } from '../db/index.ts';

/** Own training outside the installation, as its owner declared it and as it was decided. */
export interface Claim extends Length {
  id: string;
  personId: string;
  planYear: number;
  title: string;
  organiser: string;
  heldOn: Day;
  note: string;
  fileId: string;
  fileName: string;
  status: ClaimStatus;
  askedAt: Instant;
  /** What was approved; null until then. */
  approved: Length | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
  decidedReason: string | null;
}

export function claimOf(row: Selectable<Tables['claim']> & { file_name: string }): Claim {
  const approved =
    row.approved_span === null || row.approved_minutes === null
      ? null
      : { span: row.approved_span as Span, minutes: row.approved_minutes };
  return {
    ...{ id: row.id, personId: row.person_id, planYear: row.plan_year, title: row.title },
    ...{ organiser: row.organiser, heldOn: row.held_on, span: row.span as Span, minutes: row.minutes },
    ...{ note: row.note, fileId: row.file_id, fileName: row.file_name },
    ...{ status: row.status as ClaimStatus, askedAt: row.asked_at, approved },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, decidedReason: row.decided_reason },
  };
}
