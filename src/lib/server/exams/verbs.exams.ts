import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { audienceFrom, type Audience } from '#lib/domain/exams/audience.ts';
import type { Admission } from '#lib/domain/exams/sitting.ts';
import type { EntryKind, ExamStatus } from '#lib/domain/exams/terms.ts';
import { fullMarks, itemCount } from '#lib/domain/papers/blueprint.ts';
import { classLabel } from '#lib/domain/people/classes.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import * as papers from '../papers/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import * as queries from './queries.exams.ts';
import type { LiveCounts } from './queries.live.ts';
import { deskOf } from './questions.desk.ts';

export interface ExamLine {
  id: string;
  title: string;
  planYear: number;
  status: ExamStatus;
  unitName: string;
  opensAt: Instant;
  closesAt: Instant;
}

/** Exams of the units that the coordinator manages and published ones of the units above, the latest window first. */
export async function list(
  act: Act,
  page: { q: string; page: number; pageSize: number },
): Promise<{ rows: ExamLine[]; total: number }> {
  access.require(act, 'exams.list');
  const unitIds = access.unitsHeld(act, ['coordinator', 'marker']);
  if (unitIds.length === 0) return { rows: [], total: 0 };
  const asked = { unitIds, day: shanghaiDay(act.now), search: page.q };
  const window = { offset: (page.page - 1) * page.pageSize, limit: page.pageSize };
  const found = await queries.examsBelow(act.db, { ...asked, ...window }).execute();
  const { count } = await queries.countBelow(act.db, asked).executeTakeFirstOrThrow();
  const rows = found.map((row) => ({
    id: row.id,
    title: row.title,
    planYear: row.plan_year,
    status: row.status,
    unitName: row.unit_name,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
  }));
  return { rows, total: Number(count) };
}

export interface ExamView extends ExamLine {
  unitId: string;
  blueprintId: string;
  blueprintTitle: string;
  items: number;
  fullMarksHundredths: number;
  rosterOn: Day;
  durationMinutes: number;
  attemptsAllowed: number;
  passHundredths: number;
  excellentHundredths: number;
  entry: EntryKind;
  entryLedger: 'training' | 'credit' | null;
  entryTargetHundredths: number | null;
  /** As set for the exam; null: as the blueprint says. */
  halfForSubset: boolean | null;
  releasePolicy: 'items' | 'totals';
  admitsOutside: boolean;
  cancelledReason: string | null;
  audience: Audience & { names: string[] };
  makeup: MakeupView | null;
  live: LiveCounts;
  /** True for those above the exam, who settle it; false for those who deal with candidates of units below. */
  isOwn: boolean;
}

export interface MakeupView {
  opensAt: Instant;
  closesAt: Instant;
  attemptsAllowed: number;
  admits: Admission;
}

/** An exam with its terms and live counts; of the candidates' units below, for those who deal with these alone. */
export async function open(act: Act, examId: string): Promise<ExamView> {
  const desk = await deskOf(act, examId);
  access.require(act, 'exams.open', desk);
  const blueprint = await papers.blueprintOrThrow(act.db, desk.blueprintId);
  const unit = await units.find(act.db, desk.unitId);
  const { within } = desk;
  const live = await readHeavy<LiveCounts>(act.db, 'exams/queries.live.ts', 'liveCounts', { examId, within });
  const { unitPath: _path, within: _within, durationSeconds, sittingId: _sitting, ...terms } = desk;
  return {
    ...terms,
    durationMinutes: durationSeconds / 60,
    unitName: unit?.name ?? '',
    blueprintTitle: blueprint.title,
    items: itemCount(blueprint.rows),
    fullMarksHundredths: fullMarks(blueprint.rows),
    audience: await audienceOf(act, examId),
    makeup: await makeupOf(act, desk),
    live,
    isOwn: within === null,
  };
}

async function audienceOf(act: Act, examId: string): Promise<ExamView['audience']> {
  const rows = await queries.audienceOf(act.db, examId).execute();
  const names = rows.map((row) => row.unit_name ?? row.selection_name ?? classLabel(row.ref));
  return { ...audienceFrom(rows), names };
}

async function makeupOf(act: Act, exam: { id: string; attemptsAllowed: number }): Promise<MakeupView | null> {
  const sittings = await queries.sittingsOf(act.db, exam.id).execute();
  const makeup = sittings.find((one) => one.kind === 'makeup');
  if (!makeup) return null;
  return {
    opensAt: makeup.opens_at,
    closesAt: makeup.closes_at,
    attemptsAllowed: makeup.attempts_allowed ?? exam.attemptsAllowed,
    admits: makeup.admits,
  };
}
