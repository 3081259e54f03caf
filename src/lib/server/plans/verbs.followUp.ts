import {
  boundsOf,
  noProgress,
  progressLabels,
  progressOf,
  type Progress,
  type ProgressCounts,
} from '#lib/domain/plans/progress.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import * as units from '../units/index.ts';
import * as q from './queries.assignments.ts';
import type { countTargets, standings, targetPage, TargetsAsk } from './queries.progress.ts';

const PROGRESS = 'plans/queries.progress.ts';

export interface AssignmentLine {
  id: string;
  /** The module, else its one course, else the first course and how many more. */
  title: string;
  courses: string[];
  unitName: string;
  /** `执法局全体` · a selection's name · null for named people. */
  whom: string | null;
  by: string;
  reason: string;
  dueOn: Day;
  assignedAt: Instant;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
  /** How many of those asked today stand where. */
  counts: ProgressCounts;
}

export interface TargetLine {
  personId: string;
  name: string;
  unitName: string;
  progress: Progress;
  lessons: number;
  completed: number;
  /** The day on which he joined the unit after it was assigned. */
  addedOn: Day | null;
}

type Row = Awaited<ReturnType<ReturnType<typeof q.assignmentById>['executeTakeFirstOrThrow']>>;
type StandingRow = Awaited<ReturnType<typeof standings>>[number];

function standingOf(row: { lessons: number; completed: number; opened: boolean }, dueOn: Day, act: Act) {
  return progressOf(row, dueOn, shanghaiDay(act.now));
}

function addTo(counts: ProgressCounts, row: StandingRow, dueOn: Day, act: Act): ProgressCounts {
  const seen = {
    lessons: Number(row.lessons),
    completed: Number(row.completed),
    opened: Number(row.opened) === 1,
  };
  const progress = standingOf(seen, dueOn, act);
  return { ...counts, [progress]: counts[progress] + Number(row.people) };
}

function titleOf(row: Row, courses: readonly string[]): string {
  if (row.module_title !== null) return row.module_title;
  const [first = row.course_title] = courses;
  return courses.length > 1 ? `${first} 等 ${courses.length} 门` : first;
}

function whomOf(row: Row): string | null {
  if (row.selection_name !== null) return row.selection_name;
  return row.follows_unit === 1 ? `${row.unit_name}全体人员` : null;
}

function lineOf(
  act: Act,
  row: Row,
  courses: readonly string[],
  rows: readonly StandingRow[],
): AssignmentLine {
  return {
    ...{ id: row.id, title: titleOf(row, courses), courses: [...courses], unitName: row.unit_name },
    ...{ whom: whomOf(row), by: row.assigned_by_name, reason: row.reason, dueOn: row.due_on },
    ...{ assignedAt: row.assigned_at, withdrawnAt: row.withdrawn_at },
    withdrawnReason: row.withdrawn_reason,
    counts: rows.reduce((counts, one) => addTo(counts, one, row.due_on, act), noProgress()),
  };
}

async function linesOf(act: Act, rows: readonly Row[]): Promise<[AssignmentLine[], StandingRow[]]> {
  const assignmentIds = rows.map((row) => row.id);
  if (assignmentIds.length === 0) return [[], []];
  const courses = await q.askedCourses(act.db, assignmentIds).execute();
  const counted = await readHeavy<StandingRow[]>(act.db, PROGRESS, 'standings', { assignmentIds });
  const lines = rows.map((row) => {
    const titles = courses.filter((one) => one.assignment_id === row.id).map((one) => one.title);
    const own = counted.filter((one) => one.assignment_id === row.id);
    return lineOf(act, row, titles, own);
  });
  return [lines, counted];
}

/** A page of the assignments made in the name of units within reach, each with how far its people are. */
export async function listAssignments(
  act: Act,
  asked: {
    q: string;
    sort: q.AssignmentsPage['sort'];
    direction: 'asc' | 'desc';
    page: number;
    pageSize: number;
  },
): Promise<{ assignments: AssignmentLine[]; total: number }> {
  access.require(act, 'assignments.list');
  const within = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now), q: asked.q };
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const { sort, direction } = asked;
  const rows = await q.assignmentsOf(act.db, { ...within, ...window, sort, direction }).execute();
  const { total } = await q.countAssignments(act.db, within).executeTakeFirstOrThrow();
  const [assignments] = await linesOf(act, rows);
  return { assignments, total: Number(total) };
}

export interface TargetsWish {
  q: string;
  /** One of the units of the targets; empty for all. */
  unitId: string;
  progress: Progress | null;
  sort: TargetsAsk['sort'];
  direction: 'asc' | 'desc';
}

export interface AssignmentView extends AssignmentLine {
  /** How far the people of each unit are. */
  units: { id: string; name: string; counts: ProgressCounts }[];
  targets: TargetLine[];
  /** Targets found, on all pages. */
  found: number;
}

async function thingOf(act: Act, assignmentId: string): Promise<access.Thing> {
  const assignment = await q.assignmentById(act.db, assignmentId).executeTakeFirst();
  return { unitPath: assignment ? await units.pathOf(act.db, assignment.unit_id) : [] };
}

async function targetsOf(
  act: Act,
  row: Row,
  { progress, ...wish }: TargetsWish & { limit: number; offset: number },
): Promise<{ targets: TargetLine[]; found: number }> {
  const today = shanghaiDay(act.now);
  const bounds = progress ? boundsOf(progress, row.due_on, today) : { isDone: null, hasBegun: null };
  if (bounds === null) return { targets: [], found: 0 };
  const ask = { ...wish, ...bounds, assignmentId: row.id };
  const page = await readHeavy<Awaited<ReturnType<typeof targetPage>>>(act.db, PROGRESS, 'targetPage', ask);
  const counted = await readHeavy<Awaited<ReturnType<typeof countTargets>>>(
    act.db,
    PROGRESS,
    'countTargets',
    ask,
  );
  const targets = page.map((one) => {
    const [lessons, completed] = [Number(one.lessons), Number(one.completed)];
    const standing = standingOf({ lessons, completed, opened: Number(one.opened) === 1 }, row.due_on, act);
    const who = { personId: one.id, name: one.name, unitName: one.unit_name, addedOn: one.added_on };
    return { ...who, progress: standing, lessons, completed };
  });
  return { targets, found: Number(counted?.total ?? 0) };
}

/** One assignment with a page of those whom it asks: who passed, opened, has not begun, is late; and counts by unit. */
export async function viewAssignment(
  act: Act,
  assignmentId: string,
  wish: TargetsWish & { page: number; pageSize: number },
): Promise<AssignmentView> {
  const thing = await thingOf(act, assignmentId);
  access.require(act, 'assignment.read', thing);
  const row = await q.assignmentById(act.db, assignmentId).executeTakeFirstOrThrow();
  const [[line], counted] = await linesOf(act, [row]);
  const { page, pageSize, ...ask } = wish;
  const names = new Map(counted.map((one) => [one.unit_id, one.unit_name]));
  const byUnit = [...names].map(([id, name]) => {
    const own = counted.filter((one) => one.unit_id === id);
    return { id, name, counts: own.reduce((sum, one) => addTo(sum, one, row.due_on, act), noProgress()) };
  });
  return {
    ...(line as AssignmentLine),
    units: byUnit,
    ...(await targetsOf(act, row, { ...ask, limit: pageSize, offset: (page - 1) * pageSize })),
  };
}

/** Most rows of an exported list. */
const MOST_ROWS = 20_000;

/** Everybody found, as xlsx: who it asks, where he stands; who took it out is logged. */
export async function exportAssignment(
  act: Act,
  assignmentId: string,
  wish: TargetsWish,
): Promise<Uint8Array> {
  const thing = await thingOf(act, assignmentId);
  access.require(act, 'assignment.read', thing);
  const row = await q.assignmentById(act.db, assignmentId).executeTakeFirstOrThrow();
  const { targets } = await targetsOf(act, row, { ...wish, limit: MOST_ROWS, offset: 0 });
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'plans.assignmentExported',
      unitId: row.unit_id,
      subject: { kind: 'assignment', id: assignmentId },
      details: { people: targets.length },
    }),
  );
  const columns = [
    { heading: '姓名', width: 14 },
    { heading: '单位', width: 28 },
    { heading: '状态', width: 12 },
    { heading: '已完成课时', width: 12 },
    { heading: '全部课时', width: 12 },
    { heading: '截止日期', width: 14 },
  ];
  const rows = targets.map((one) => [
    ...[one.name, one.unitName, progressLabels[one.progress]],
    ...[String(one.completed), String(one.lessons), row.due_on],
  ]);
  return makeWorkbook({ mark: watermarkOf(act, '督促学习'), sheets: [{ name: '完成情况', columns, rows }] });
}
