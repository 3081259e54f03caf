import type { Audience, EventStatus, LecturerKind, Mode } from '#lib/domain/events/tags.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Thing } from '../access/index.ts';
import type { Db } from '../db/index.ts';
import * as units from '../units/index.ts';
import { eventById, hostsOf } from './queries.ts';

/** A 学法活动 without its lists. */
export interface StoredEvent {
  id: string;
  title: string;
  heldOn: Day;
  planYear: number;
  minutes: number;
  span: Span;
  mode: Mode;
  place: string;
  lecturer: string;
  lecturerKind: LecturerKind | null;
  audience: Audience;
  /** People reached by a public event; null for one of the staff. */
  headCount: number | null;
  seriesId: string | null;
  status: EventStatus;
  registeredBy: string;
  verifiedBy: string | null;
  verifiedAt: string | null;
}

/** An event by id; throws `notFound`. */
export async function eventOrThrow(db: Db, eventId: string): Promise<StoredEvent> {
  const row = await eventById(db, eventId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这次活动。');
  return {
    ...{ id: row.id, title: row.title, heldOn: row.held_on, planYear: row.plan_year },
    ...{ minutes: row.minutes, span: row.span as Span, mode: row.mode as Mode },
    ...{ place: row.place, lecturer: row.lecturer, status: row.status as EventStatus },
    ...{ lecturerKind: row.lecturer_kind as LecturerKind | null, audience: row.audience as Audience },
    ...{ headCount: row.head_count, seriesId: row.series_id },
    ...{ registeredBy: row.registered_by, verifiedBy: row.verified_by, verifiedAt: row.verified_at },
  };
}

/** What access needs of an event: its hosts and all units above them. */
export async function thingOf(db: Db, eventId: string): Promise<Thing> {
  const path = new Set<string>();
  for (const host of await hostsOf(db, [eventId]).execute()) {
    for (const unitId of await units.pathOf(db, host.id)) path.add(unitId);
  }
  return { unitPath: [...path] };
}
