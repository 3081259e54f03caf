import type { JoinerRule } from '#lib/domain/plans/asked.ts';
import { requirementChanges, titleIn } from '#lib/domain/plans/nextYear.ts';
import type { Ledger } from '#lib/domain/facts/study.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { audienceOfPlans } from './queries.members.ts';
import * as q from './queries.nextYear.ts';
import { insertAudience, insertItems, itemsOf, requirementsOf } from './queries.plans.ts';
import { publishRequirement } from './verbs.requirements.ts';

/**
 * Opens the next year from this one: published plans of a unit and those below it become drafts with the courses that
 * are still published, and for who holds the top of the tree the requirements become drafts, too. Nothing of this year
 * changes, nobody is asked for anything before the drafts are published, and doing it again copies only what is new.
 */
export async function openNextYear(
  act: Act,
  unitId: string,
): Promise<{ planYear: number; plans: number; requirements: number }> {
  const unitPath = await units.pathOf(act.db, unitId);
  access.require(act, 'plan.create', { unitPath });
  const planYear = planYearOf(act.now) + 1;
  const holdsTop = access.can(act, 'requirement.publish', { unitPath: unitPath.slice(-1) });
  return inTransaction(act, async (own) => {
    const plans = await copyPlans(own, unitId, planYear);
    const requirements = holdsTop ? await copyRequirements(own, planYear) : 0;
    await audit.record(own, {
      verb: 'plans.yearOpened',
      unitId,
      subject: { kind: 'planYear', id: String(planYear) },
      details: { plans, requirements },
    });
    return { planYear, plans, requirements };
  });
}

async function copyPlans(act: Act, unitId: string, planYear: number): Promise<number> {
  const asked = { unitId, planYear: planYear - 1, day: shanghaiDay(act.now) };
  let copied = 0;
  for (const plan of await q.uncopiedPlans(act.db, asked).execute()) {
    const id = newId();
    const made = { created_by: signatureOf(act).id, created_at: act.now, published_at: null };
    const row = { ...plan, ...made, id, plan_year: planYear, title: titleIn(planYear, plan.title) };
    const inserted = await q
      .insertCopy(act.db, { ...row, requirement_id: null, status: 'draft', copied_from: plan.id })
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) continue;
    const items = (await itemsOf(act.db, [plan.id]).execute())
      .filter((item) => item.course_status === 'published')
      .map(({ course_id, is_required, module_id }) => ({ plan_id: id, course_id, is_required, module_id }));
    if (items.length > 0) await insertItems(act.db, items).execute();
    const audience = await audienceOfPlans(act.db, [plan.id]).execute();
    await insertAudience(
      act.db,
      audience.map(({ class_code }) => ({ plan_id: id, class_code })),
    ).execute();
    copied += 1;
  }
  return copied;
}

async function copyRequirements(act: Act, planYear: number): Promise<number> {
  const standing = await requirementsOf(act.db, planYear).execute();
  const isThere = (row: { class_code: string; ledger: string }) =>
    standing.some((one) => one.class_code === row.class_code && one.ledger === row.ledger);
  const last = `${planYear - 1}-12-31`;
  let copied = 0;
  for (const row of await requirementsOf(act.db, planYear - 1).execute()) {
    if (isThere(row) || (row.valid_to !== null && row.valid_to < last)) continue;
    const inserted = await q
      .insertRequirementDraft(act.db, {
        ...{ id: newId(), copied_from: row.id, class_code: row.class_code, plan_year: planYear },
        ...{ ledger: row.ledger, target_hundredths: row.target_hundredths, needs_exam: row.needs_exam },
        ...{ legal_basis: row.legal_basis, joiners: row.joiners },
        ...{ valid_from: `${planYear}-01-01`, valid_to: `${planYear}-12-31` },
        ...{ drafted_by: signatureOf(act).id, drafted_at: act.now },
      })
      .executeTakeFirst();
    copied += Number(inserted.numInsertedOrUpdatedRows);
  }
  return copied;
}

export interface RequirementDraft {
  id: string;
  classCode: string;
  planYear: number;
  ledger: Ledger;
  targetHundredths: number;
  needsExam: boolean;
  legalBasis: string;
  joiners: JoinerRule;
  /** Against the requirement of the year before. */
  changes: string[];
}

/** What a coming year is to ask, as it stands in draft, with what differs from the year before. */
export async function listRequirementDrafts(act: Act, planYear: number): Promise<RequirementDraft[]> {
  access.require(act, 'plans.list');
  const rows = await q.requirementDrafts(act.db, planYear).execute();
  return rows.map((row) => {
    const terms = {
      ...{ targetHundredths: row.target_hundredths, needsExam: row.needs_exam === 1 },
      ...{ legalBasis: row.legal_basis, joiners: row.joiners as JoinerRule },
    };
    const before = {
      targetHundredths: row.was_target ?? terms.targetHundredths,
      needsExam: row.was_exam === null ? terms.needsExam : row.was_exam === 1,
      legalBasis: row.was_basis ?? terms.legalBasis,
      joiners: (row.was_joiners ?? terms.joiners) as JoinerRule,
    };
    return {
      ...{ id: row.id, classCode: row.class_code, planYear: row.plan_year, ledger: row.ledger as Ledger },
      ...terms,
      changes: requirementChanges(before, terms),
    };
  });
}

export interface DraftTerms {
  draftId: string;
  /** Any unit of the tree; the actor must hold its top. */
  unitId: string;
  targetHundredths: number;
  needsExam: boolean;
  legalBasis: string;
  joiners: JoinerRule;
}

/** Changes a draft and keeps it a draft. */
export async function reviseRequirementDraft(act: Act, terms: DraftTerms): Promise<void> {
  const path = await units.pathOf(act.db, terms.unitId);
  access.require(act, 'requirement.publish', { unitPath: path.slice(-1) });
  await inTransaction(act, async (own) => {
    await reviseRow(own, terms);
    await audit.record(own, {
      verb: 'plans.requirementDrafted',
      unitId: path[path.length - 1] ?? null,
      subject: { kind: 'requirementDraft', id: terms.draftId },
      details: { ...terms },
    });
  });
}

async function reviseRow(act: Act, terms: DraftTerms): Promise<void> {
  const change = {
    ...{ target_hundredths: terms.targetHundredths, needs_exam: terms.needsExam ? 1 : 0 },
    ...{ legal_basis: terms.legalBasis.trim(), joiners: terms.joiners },
  };
  const changed = await q.changeRequirementDraft(act.db, terms.draftId, change).executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new DomainError('notFound', '没有找到这条草稿，可能已经发布。');
}

/** Publishes a draft with these terms; copies of plans of the old requirement then belong to the new one. */
export async function publishRequirementDraft(act: Act, terms: DraftTerms): Promise<{ id: string }> {
  const path = await units.pathOf(act.db, terms.unitId);
  access.require(act, 'requirement.publish', { unitPath: path.slice(-1) });
  return inTransaction(act, async (own) => {
    const draft = await q.requirementDraftById(own.db, terms.draftId).executeTakeFirst();
    const removed = await q.removeRequirementDraft(own.db, terms.draftId).executeTakeFirst();
    if (!draft || removed.numDeletedRows === 0n)
      throw new DomainError('conflict', '这条草稿已经发布，请刷新后查看。');
    const { id } = await publishRequirement(own, {
      ...terms,
      ...{ classCode: draft.class_code, planYear: draft.plan_year, ledger: draft.ledger as Ledger },
      ...{ validFrom: draft.valid_from, validTo: draft.valid_to },
    });
    if (draft.copied_from)
      await q.tiePlans(own.db, { from: draft.copied_from, to: id, planYear: draft.plan_year }).execute();
    return { id };
  });
}
