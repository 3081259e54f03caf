import {
  cadences,
  meetingTitle,
  nextPeriod,
  standingsOf,
  type Cadence,
  type Period,
  type PeriodStanding,
} from '#lib/domain/events/series.ts';
import type { EventStatus } from '#lib/domain/events/tags.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { closeSeriesRow, insertSeries, meetingsOf, seriesById, seriesOf } from './queries.series.ts';

export interface NewSeries {
  unitId: string;
  name: string;
  /** The form that each of its events bears. */
  tag: string;
  cadence: Cadence;
  planYear: number;
}

function faultOf(act: Act, wanted: NewSeries): [field: string, sentence: string] | null {
  if (wanted.name.trim() === '') return ['name', '请填写系列的名称。'];
  if (wanted.tag.trim() === '') return ['tag', '请选择形式。'];
  if (!(wanted.cadence in cadences)) return ['cadence', '请选择每季度或每月。'];
  const thisYear = planYearOf(act.now);
  if (wanted.planYear < thisYear - 1 || wanted.planYear > thisYear + 1)
    return ['planYear', '只能设立上一年度、本年度和下一年度的系列。'];
  return null;
}

/** Sets up a row of meetings to be held every quarter or month of a plan year. */
export async function createSeries(act: Act, wanted: NewSeries): Promise<{ id: string }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'event.register', { unitPath });
  const fault = faultOf(act, wanted);
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  const id = newId();
  const { unitId, planYear, cadence } = wanted;
  await inTransaction(act, async (own) => {
    await insertSeries(own.db, {
      ...{ id, unit_id: unitId, name: wanted.name.trim(), tag: wanted.tag.trim(), cadence },
      ...{ plan_year: planYear, created_by: signatureOf(act).id, created_at: act.now, closed_at: null },
    }).execute();
    const subject = { kind: 'eventSeries', id };
    await audit.record(own, { verb: 'events.seriesSet', unitId, subject, details: { ...wanted } });
  });
  return { id };
}

/** Ends a series: no further meeting is asked for, its events stay. */
export async function closeSeries(act: Act, seriesId: string): Promise<void> {
  const thing = await thingOfSeries(act, seriesId);
  access.require(act, 'event.register', thing);
  await inTransaction(act, async (own) => {
    const { numUpdatedRows } = await closeSeriesRow(own.db, {
      id: seriesId,
      at: act.now,
    }).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new DomainError('conflict', '这个系列已经结束，请刷新页面。');
    const unitId = thing.unitPath?.[0] ?? null;
    const subject = { kind: 'eventSeries', id: seriesId };
    await audit.record(own, { verb: 'events.seriesClosed', unitId, subject, details: {} });
  });
}

async function thingOfSeries(act: Act, seriesId: string): Promise<access.Thing> {
  const series = await seriesById(act.db, seriesId).executeTakeFirst();
  return { unitPath: series ? await units.pathOf(act.db, series.unit_id) : [] };
}

export interface SeriesView {
  id: string;
  name: string;
  unitId: string;
  unitName: string;
  tag: string;
  cadence: Cadence;
  planYear: number;
  isClosed: boolean;
  periods: PeriodStanding[];
  /** What is to be held next, with a name for it; null when nothing is asked for any more. */
  next: { period: Period; title: string } | null;
}

/** The series of a plan year within the actor's reach, each with what was held, is missing and comes next. */
export async function listSeries(act: Act, planYear: number): Promise<SeriesView[]> {
  access.require(act, 'events.list');
  const held = access.unitsHeld(act, ['coordinator', 'leader']);
  const asked = { unitIds: act.actor.kind === 'person' ? held : null, day: shanghaiDay(act.now), planYear };
  const rows = await seriesOf(act.db, asked).execute();
  const ids = rows.map((row) => row.id);
  const meetings = ids.length === 0 ? [] : await meetingsOf(act.db, ids).execute();
  return rows.map((row) => {
    const cadence = row.cadence as Cadence;
    const own = meetings
      .filter((meeting) => meeting.series_id === row.id)
      .map(({ id, title, held_on, status }) => ({
        id,
        title,
        heldOn: held_on,
        status: status as EventStatus,
      }));
    const series = { planYear: row.plan_year, cadence };
    const periods = standingsOf(series, own, asked.day);
    const isClosed = row.closed_at !== null;
    return {
      ...{ id: row.id, name: row.name, unitId: row.unit_id, unitName: row.unit_name, tag: row.tag },
      ...{ ...series, isClosed, periods, next: isClosed ? null : nextOf(row.name, periods) },
    };
  });
}

function nextOf(name: string, periods: PeriodStanding[]): SeriesView['next'] {
  const period = nextPeriod(periods);
  return period && { period, title: meetingTitle(name, period) };
}
