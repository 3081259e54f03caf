import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import { termsRefusal, type EntryKind, type ExamStatus, type ExamTerms } from '#lib/domain/exams/terms.ts';
import { fullMarks, itemCount } from '#lib/domain/papers/blueprint.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import * as papers from '../papers/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import * as queries from './queries.exams.ts';
import type { CandidateLine, CandidatePage, LiveCounts } from './queries.live.ts';
import { examOrThrow } from './questions.ts';

export interface ExamLine {
  id: string;
  title: string;
  planYear: number;
  status: ExamStatus;
  unitName: string;
  opensAt: Instant;
  closesAt: Instant;
}

/** Exams of the units that the coordinator manages, the latest window first. */
export async function list(
  act: Act,
  page: { q: string; page: number; pageSize: number },
): Promise<{ rows: ExamLine[]; total: number }> {
  access.require(act, 'exams.list');
  const unitIds = access.unitsHeld(act, ['coordinator']);
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

export interface NewExam extends ExamTerms {
  unitId: string;
  title: string;
  planYear: number;
  blueprintId: string;
  rosterOn: Day;
  entry: 'none' | 'lessons';
}

/** A draft with its main sitting; `invalid` with fields when terms contradict each other. Returns its id. */
export async function create(act: Act, input: NewExam): Promise<string> {
  const unitPath = await units.pathOf(act.db, input.unitId);
  access.require(act, 'exams.create', { unitPath });
  const blueprint = await papers.blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.open', blueprint);
  const fields = termsRefusal(input, fullMarks(blueprint.rows));
  if (fields) throw new DomainError('invalid', '考试设置还有几处需要修改。', { fields });
  return inTransaction(act, async (act) => {
    const id = newId();
    await queries.insertExam(act.db, examRowOf(act, id, input)).execute();
    const { opensAt, closesAt } = input;
    const sitting = {
      id: newId(),
      exam_id: id,
      kind: 'main' as const,
      opens_at: opensAt,
      closes_at: closesAt,
    };
    await queries.insertSitting(act.db, sitting).execute();
    const subject = { kind: 'exam', id };
    await audit.record(act, {
      verb: 'exam.created',
      unitId: input.unitId,
      subject,
      details: { title: input.title },
    });
    return id;
  });
}

function examRowOf(act: Act, id: string, input: NewExam) {
  return {
    id,
    unit_id: input.unitId,
    title: input.title,
    plan_year: input.planYear,
    blueprint_id: input.blueprintId,
    roster_on: input.rosterOn,
    duration_seconds: input.durationMinutes * 60,
    attempts_allowed: input.attemptsAllowed,
    pass_hundredths: input.passHundredths,
    excellent_hundredths: input.excellentHundredths,
    entry: input.entry,
    status: 'draft' as const,
    created_at: act.now,
    published_at: null,
  };
}

export interface ExamView extends ExamLine {
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
  live: LiveCounts;
}

/** An exam with its terms and live counts. */
export async function open(act: Act, examId: string): Promise<ExamView> {
  const exam = await examOrThrow(act.db, examId);
  access.require(act, 'exams.open', exam);
  const blueprint = await papers.blueprintOrThrow(act.db, exam.blueprintId);
  const unit = await units.find(act.db, exam.unitId);
  const live = await readHeavy<LiveCounts>(act.db, 'exams/queries.live.ts', 'liveCounts', { examId });
  const { unitPath: _path, unitId: _unit, durationSeconds, sittingId: _sitting, ...terms } = exam;
  return {
    ...terms,
    durationMinutes: durationSeconds / 60,
    unitName: unit?.name ?? '',
    blueprintTitle: blueprint.title,
    items: itemCount(blueprint.rows),
    fullMarksHundredths: fullMarks(blueprint.rows),
    live,
  };
}

/** One page of an exam's candidates with attempts and best score. */
export async function candidates(
  act: Act,
  page: CandidatePage,
): Promise<{ rows: CandidateLine[]; total: number }> {
  const exam = await examOrThrow(act.db, page.examId);
  access.require(act, 'exams.open', exam);
  return readHeavy(act.db, 'exams/queries.live.ts', 'candidatePage', page);
}
