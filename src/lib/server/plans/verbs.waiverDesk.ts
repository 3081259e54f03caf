import { waiverGrounds, type WaiverGround, type WaiverStatus } from '#lib/domain/plans/waiver.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { countWaivers, waiverPage, waiversWaiting, type WaiversAsk } from './queries.waivers.ts';
import { askedOf, type AskedRequirement } from './questions.asked.ts';

export interface WaiverLine {
  id: string;
  personId: string;
  name: string;
  unitName: string;
  classCode: string;
  planYear: number;
  targetHundredths: number;
  /** Null: the whole requirement. */
  releasedHundredths: number | null;
  ground: string;
  reason: string;
  fileId: string | null;
  status: WaiverStatus;
  askedBy: string;
  askedAt: Instant;
  decidedBy: string | null;
  decidedReason: string | null;
  /** Asked by another person and still open: the reader may decide. */
  mayDecide: boolean;
}

/** A page of releases of people within the actor's reach, those still open first. */
export async function listWaivers(
  act: Act,
  asked: Omit<WaiversAsk, 'unitIds' | 'day'> & { page: number; pageSize: number },
): Promise<{ waivers: WaiverLine[]; total: number }> {
  access.require(act, 'waivers.list');
  const { page, pageSize, ...rest } = asked;
  const within = { ...rest, unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const window = { limit: pageSize, offset: (page - 1) * pageSize };
  const rows = await waiverPage(act.db, { ...within, ...window }).execute();
  const { total } = await countWaivers(act.db, within).executeTakeFirstOrThrow();
  const signers = rows.flatMap((row) => [row.asked_by, row.decided_by ?? '']);
  const names = await people.namesById(act.db, [...new Set(signers)]);
  const me = signatureOf(act).id;
  const waivers = rows.map((row) => ({
    ...{ id: row.id, personId: row.person_id, name: row.name, unitName: row.unit_name },
    ...{ classCode: row.class_code, planYear: row.plan_year, targetHundredths: row.target_hundredths },
    ...{ releasedHundredths: row.released_hundredths, reason: row.reason, fileId: row.file_id },
    ground: waiverGrounds[row.ground as WaiverGround] ?? row.ground,
    ...{ status: row.status as WaiverStatus, askedBy: names.get(row.asked_by) ?? '系统管理员' },
    ...{ askedAt: row.asked_at, decidedReason: row.decided_reason },
    decidedBy: row.decided_by && (names.get(row.decided_by) ?? '系统管理员'),
    mayDecide: row.status === 'asked' && row.asked_by !== me,
  }));
  return { waivers, total: Number(total) };
}

/** How many releases of each year within the actor's reach wait for his decision; those he asked for wait for another's. */
export async function listWaitingWaivers(act: Act): Promise<{ planYear: number; waiting: number }[]> {
  access.require(act, 'waivers.list');
  const within = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const rows = await askFixed(act.db, waiversWaiting, { ...within, notBy: signatureOf(act).id });
  return rows.map((row) => ({ planYear: row.plan_year, waiting: Number(row.total) }));
}

/** Whom and from what one may ask to release: a person and what the open years ask of him. */
export async function deskOfWaiver(
  act: Act,
  personId: string,
): Promise<{ name: string; requirements: AskedRequirement[] }> {
  const unitPath = await people.unitPathOf(act, personId);
  access.require(act, 'waiver.ask', { unitPath });
  const requirements: AskedRequirement[] = [];
  for (const planYear of openPlanYears(shanghaiDay(act.now)))
    requirements.push(...(await askedOf(act.db, { personId, planYear, day: shanghaiDay(act.now) })));
  return { name: (await people.nameOf(act.db, personId)) ?? '', requirements };
}
