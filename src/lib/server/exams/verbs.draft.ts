import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Audience } from '#lib/domain/exams/audience.ts';
import { termsRefusal, type EntryKind, type ExamTerms } from '#lib/domain/exams/terms.ts';
import { fullMarks } from '#lib/domain/papers/blueprint.ts';
import { isClassCode } from '#lib/domain/people/classes.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as papers from '../papers/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as selections from '../selections/index.ts';
import * as units from '../units/index.ts';
import * as queries from './queries.exams.ts';
import { examOrThrow } from './questions.ts';

/** What a coordinator settles before publication; what may be left out has the usual value. */
export interface ExamSettings extends Omit<ExamTerms, 'entryLedger' | 'entryTargetHundredths'> {
  title: string;
  planYear: number;
  blueprintId: string;
  rosterOn: Day;
  entry: EntryKind;
  entryLedger?: 'training' | 'credit' | null;
  entryTargetHundredths?: number | null;
  /** 多选: half for a correct subset; null: as the blueprint says. */
  halfForSubset?: boolean | null;
  releasePolicy?: 'items' | 'totals';
  admitsOutside?: boolean;
  /** The whole unit unless narrowed. */
  audience?: Partial<Audience>;
}

export type NewExam = ExamSettings & { unitId: string };

/** A draft with its main sitting; `invalid` with fields when terms contradict each other. Returns its id. */
export async function create(act: Act, input: NewExam): Promise<string> {
  const unitPath = await units.pathOf(act.db, input.unitId);
  access.require(act, 'exams.create', { unitPath });
  const audience = await checked(act, input.unitId, input);
  const id = newId();
  const { unitId } = input;
  await inTransaction(act, async (act) => {
    const made = { id, unit_id: unitId, status: 'draft' as const, created_at: act.now, published_at: null };
    await queries.insertExam(act.db, { ...made, ...termsRow(input) }).execute();
    const sitting = { id: newId(), exam_id: id, kind: 'main' as const };
    await queries.insertSitting(act.db, { ...sitting, ...windowRow(input) }).execute();
    await queries.insertAudience(act.db, audienceRows(id, audience)).execute();
    const subject = { kind: 'exam', id };
    await audit.record(act, { verb: 'exam.created', unitId, subject, details: { title: input.title } });
  });
  return id;
}

/** Changes a draft; publishing freezes it. */
export async function revise(act: Act, input: ExamSettings & { examId: string }): Promise<void> {
  const exam = await examOrThrow(act.db, input.examId);
  access.require(act, 'exams.revise', exam);
  const audience = await checked(act, exam.unitId, input);
  await inTransaction(act, async (act) => {
    const changed = await queries.changeDraft(act.db, exam.id, termsRow(input)).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) {
      throw new DomainError('conflict', '考试已经发布，设置不能再改。可以延长时间、安排补考或取消考试。');
    }
    await queries.setWindow(act.db, exam.id, windowRow(input)).execute();
    await queries.clearAudience(act.db, exam.id).execute();
    await queries.insertAudience(act.db, audienceRows(exam.id, audience)).execute();
    const subject = { kind: 'exam', id: exam.id };
    const details = { title: input.title };
    await audit.record(act, { verb: 'exam.revised', unitId: exam.unitId, subject, details });
  });
}

/** The audience in full, after terms and audience were looked at. */
async function checked(act: Act, unitId: string, input: ExamSettings): Promise<Audience> {
  const blueprint = await papers.blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.open', blueprint);
  const terms = { entryLedger: null, entryTargetHundredths: null, ...input };
  const fields = termsRefusal(terms, fullMarks(blueprint.rows));
  if (fields) throw new DomainError('invalid', '考试设置还有几处需要修改。', { fields });
  const { unitIds = [], classCodes = [], selectionIds = [] } = input.audience ?? {};
  const audience = { unitIds: unitIds.length > 0 ? unitIds : [unitId], classCodes, selectionIds };
  await checkAudience(act, unitId, audience);
  return audience;
}

async function checkAudience(act: Act, unitId: string, audience: Audience): Promise<void> {
  for (const id of audience.unitIds) {
    const path = await units.pathOf(act.db, id);
    if (!path.includes(unitId)) throw refused('units', '应考单位应在组织单位之内。');
  }
  if (!audience.classCodes.every(isClassCode)) throw refused('classes', '请选择列出的人员类别。');
  for (const id of audience.selectionIds) {
    const selection = await selections.findSelection(act.db, id);
    if (!selection) throw refused('selections', '没有找到这份人员名单。');
    access.require(act, 'selection.read', { unitPath: await units.pathOf(act.db, selection.unitId) });
  }
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

function termsRow(input: ExamSettings) {
  const asksLedger = input.entry === 'credit';
  return {
    title: input.title,
    plan_year: input.planYear,
    blueprint_id: input.blueprintId,
    roster_on: input.rosterOn,
    duration_seconds: input.durationMinutes * 60,
    attempts_allowed: input.attemptsAllowed,
    pass_hundredths: input.passHundredths,
    excellent_hundredths: input.excellentHundredths,
    entry: input.entry,
    entry_ledger: asksLedger ? (input.entryLedger ?? 'credit') : null,
    entry_target_hundredths: asksLedger ? (input.entryTargetHundredths ?? null) : null,
    half_for_subset: halfRow(input.halfForSubset ?? null),
    release_policy: input.releasePolicy ?? ('items' as const),
    admits_outside: input.admitsOutside ? 1 : 0,
  };
}

function halfRow(half: boolean | null): number | null {
  return half === null ? null : Number(half);
}

function windowRow({ opensAt, closesAt }: ExamSettings) {
  return { opens_at: opensAt, closes_at: closesAt };
}

function audienceRows(examId: string, audience: Audience) {
  const rowsOf = (kind: 'unit' | 'class' | 'selection', refs: readonly string[]) =>
    [...new Set(refs)].map((ref) => ({ exam_id: examId, kind, ref }));
  return [
    ...rowsOf('unit', audience.unitIds),
    ...rowsOf('class', audience.classCodes),
    ...rowsOf('selection', audience.selectionIds),
  ];
}
