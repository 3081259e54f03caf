import { codeLabel, statuses } from '#lib/domain/people/codes.ts';
import { awayStatuses, groundOf } from '#lib/domain/movement/statusChange.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import * as q from './queries.status.ts';

export interface StatusLine {
  id: string;
  status: string;
  day: Day;
  until: Day | null;
  place: string;
  reason: string;
  fileId: string | null;
  enteredBy: string;
  enteredAt: Instant;
}

export interface StatusDesk {
  name: string;
  post: people.PostOn | null;
  units: { id: string; name: string; depth: number; path: string[] }[];
  changes: StatusLine[];
  /** On what he may be released from hours and exams while he is in the status of today; null where nothing follows. */
  ground: ReturnType<typeof groundOf>;
  earliest: Day;
  today: Day;
}

/** What the page of a person's status shows: the post of today, what was entered, and the whole tree. */
export async function deskOfStatus(act: Act, personId: string): Promise<StatusDesk> {
  const unitPath = await people.unitPathOf(act, personId);
  access.require(act, 'people.move', { unitPath });
  const today = shanghaiDay(act.now);
  const rows = await q.statusChangesOf(act.db, personId).execute();
  const post = await people.postOn(act.db, personId, today);
  return {
    name: (await people.nameOf(act.db, personId)) ?? '',
    post: post ?? null,
    units: (await units.wholeTree(act.db, today)).map(({ id, name, depth, path }) => ({
      id,
      name,
      depth,
      path,
    })),
    changes: rows.map((row) => ({
      ...{ id: row.id, status: codeLabel(statuses, row.status), day: row.day, until: row.expected_until },
      ...{ place: row.place ?? '', reason: row.reason, fileId: row.file_id },
      ...{ enteredBy: row.entered_by_name, enteredAt: row.entered_at },
    })),
    ground: post ? groundOf(post.status) : null,
    earliest: `${openPlanYears(today)[0]}-01-01`,
    today,
  };
}

export interface AwayLine {
  personId: string;
  name: string;
  unitName: string;
  status: string;
  since: Day | null;
  until: Day | null;
  place: string;
  /** His time is over and nobody has entered that he is back. */
  isOverdue: boolean;
}

function awayWithin(act: Act) {
  const unitIds = act.actor.kind === 'person' ? access.unitsHeld(act, ['coordinator']) : undefined;
  return { unitIds, day: shanghaiDay(act.now), statuses: awayStatuses };
}

/** A page of people within the actor's reach who hold a post and are away, those first who should be back. */
export async function listAway(
  act: Act,
  asked: { page: number; pageSize: number },
): Promise<{ people: AwayLine[]; total: number }> {
  access.require(act, 'transfers.list');
  const within = awayWithin(act);
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const rows = await q.awayRows(act.db, { ...within, ...window }).execute();
  const { total } = await q.countAway(act.db, within).executeTakeFirstOrThrow();
  const lines = rows.map((row) => ({
    ...{ personId: row.id, name: row.name, unitName: row.unit_name, place: row.place ?? '' },
    ...{ status: codeLabel(statuses, row.status), since: row.day, until: row.expected_until },
    isOverdue: row.expected_until !== null && row.expected_until < within.day,
  }));
  return { people: lines, total: Number(total) };
}

/** How many people within the actor's reach should be back by now. */
export async function countOverdueAway(act: Act): Promise<number> {
  access.require(act, 'transfers.list');
  const [overdue] = await askFixed(act.db, q.countOverdue, awayWithin(act));
  return Number(overdue?.total ?? 0);
}
