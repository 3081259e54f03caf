import { meetingTitle, nextPeriod, standingsOf, type Cadence } from '#lib/domain/events/series.ts';
import type { EventStatus } from '#lib/domain/events/tags.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { hostsOf } from './queries.ts';
import { lastRegisteredBy, meetingsOf, seriesById } from './queries.series.ts';

/** What the form of a new event begins with; everything can be changed. */
export interface Proposal {
  title: string;
  forms: string[];
  hostIds: string[];
  place: string;
  lecturer: string;
  span: string;
  minutes: number;
  mode: string;
}

const BLANK: Proposal = {
  ...{ title: '', forms: [], hostIds: [], place: '', lecturer: '' },
  ...{ span: 'minutes', minutes: 90, mode: 'onsite' },
};

/**
 * Proposes place, hosts and length of what the actor registered last, and name and form of a series' next meeting, or of
 * that of the period asked for (counted from one; 0 for the next).
 */
export async function proposeEvent(act: Act, asked: { seriesId: string; period: number }): Promise<Proposal> {
  access.require(act, 'events.list');
  const last = await lastRegisteredBy(act.db, signatureOf(act).id).executeTakeFirst();
  const before: Proposal = last
    ? {
        ...BLANK,
        ...{ place: last.place, span: last.span, minutes: last.minutes, mode: last.mode },
        hostIds: (await hostsOf(act.db, [last.id]).execute()).map((host) => host.id),
      }
    : BLANK;
  return asked.seriesId === '' ? before : { ...before, ...(await ofSeries(act, asked)) };
}

async function ofSeries(
  act: Act,
  { seriesId, period }: { seriesId: string; period: number },
): Promise<Partial<Proposal>> {
  const series = await seriesById(act.db, seriesId).executeTakeFirst();
  if (!series || series.closed_at !== null) return {};
  const rows = await meetingsOf(act.db, [seriesId]).execute();
  const meetings = rows.map((row) => {
    return { id: row.id, title: row.title, heldOn: row.held_on, status: row.status as EventStatus };
  });
  const of = { planYear: series.plan_year, cadence: series.cadence as Cadence };
  const standings = standingsOf(of, meetings, shanghaiDay(act.now));
  const next = standings.find((one) => one.ordinal === period) ?? nextPeriod(standings);
  const title = next ? meetingTitle(series.name, next) : series.name;
  return { title, forms: [series.tag], hostIds: [series.unit_id] };
}
