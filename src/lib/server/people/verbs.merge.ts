import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { handOver, takeBackOver } from './handover.ts';
import { personById } from './queries.ts';
import * as q from './queries.merge.ts';
import { careerPathOf } from './questions.ts';

export interface MergeAsk {
  /** The record that goes on. */
  keptId: string;
  /** The record that ends. */
  goneId: string;
  reason: string;
}

export interface MergeSide {
  id: string;
  name: string;
  identityLast4: string;
  mobileLast4: string;
  /** The last principal post. */
  unitName: string;
  from: Day | null;
  to: Day | null;
  /** Of the open plan years. */
  entries: number;
  attempts: number;
  attendances: number;
  lessons: number;
  hasAccount: boolean;
}

async function sideOf(act: Act, personId: string): Promise<MergeSide> {
  const person = await personById(act.db, personId).executeTakeFirst();
  if (!person || person.merged_into !== null)
    throw new DomainError('notFound', '没有找到这份档案，或者它已并入别的档案。');
  const post = await q.lastPrincipal(act.db, personId).executeTakeFirst();
  const planYears = openPlanYears(shanghaiDay(act.now));
  const counts = await q.countOfPerson(act.db, { personId, planYears }).executeTakeFirstOrThrow();
  return {
    ...{ id: person.id, name: person.name },
    ...{ identityLast4: person.identity_last4 ?? '', mobileLast4: person.mobile_last4 ?? '' },
    ...{ unitName: post?.unit_name ?? '', from: post?.valid_from ?? null, to: post?.valid_to ?? null },
    ...{ entries: Number(counts.entries), attempts: Number(counts.attempts) },
    ...{ attendances: Number(counts.attendances), lessons: Number(counts.lessons) },
    hasAccount: Number(counts.accounts) > 0,
  };
}

/** Other records that may be the same human: the same name, within the actor's reach. */
export async function mergeCandidates(act: Act, personId: string): Promise<MergeSide[]> {
  const unitPath = await careerPathOf(act, personId);
  access.require(act, 'people.merge', { unitPath });
  const person = await personById(act.db, personId).executeTakeFirst();
  if (!person) throw new DomainError('notFound', '没有找到这个人。');
  const found = await q.namesakes(act.db, { personId, name: person.name }).execute();
  const sides: MergeSide[] = [];
  for (const one of found) {
    if (access.can(act, 'people.merge', { unitPath: await careerPathOf(act, one.id) }))
      sides.push(await sideOf(act, one.id));
  }
  return sides;
}

/** Both records as they stand, before they are made one. */
export async function previewMerge(
  act: Act,
  asked: Pick<MergeAsk, 'keptId' | 'goneId'>,
): Promise<{ kept: MergeSide; gone: MergeSide }> {
  const paths = await pathsOf(act, asked);
  access.require(act, 'people.merge', { unitPath: paths.kept });
  access.require(act, 'people.merge', { unitPath: paths.gone });
  return { kept: await sideOf(act, asked.keptId), gone: await sideOf(act, asked.goneId) };
}

async function pathsOf(act: Act, { keptId, goneId }: Pick<MergeAsk, 'keptId' | 'goneId'>) {
  return { kept: await careerPathOf(act, keptId), gone: await careerPathOf(act, goneId) };
}

async function assertMergeable(act: Act, { keptId, goneId, reason }: MergeAsk): Promise<void> {
  if (keptId === goneId) throw new DomainError('invalid', '请选择两份不同的档案。');
  if (reason.trim() === '')
    throw new DomainError('invalid', '请写明合并的依据。', { fields: { reason: '请写明合并的依据。' } });
  const [kept, gone] = await Promise.all(
    [keptId, goneId].map((id) => personById(act.db, id).executeTakeFirst()),
  );
  if (kept?.identity_hash && gone?.identity_hash)
    throw new DomainError('conflict', '两份档案各有身份证号，请先核对并更正登记有误的一份。');
  for (const id of [keptId, goneId]) {
    await sideOf(act, id);
    const { open_attempts: open } = await q
      .countOfPerson(act.db, { personId: id, planYears: [0] })
      .executeTakeFirstOrThrow();
    if (Number(open) > 0) throw new DomainError('conflict', '其中一份档案正在考试，请在交卷后合并。');
  }
}

/**
 * Makes two records of one human one, from today on: the gone record's posts end, and hours, lessons, attendance,
 * attempts and tasks of the open plan years go over to the kept one, which also gets the numbers, the post and the
 * account that it lacks. Past years stay where they were counted and are read through the link. Can be taken back.
 * Throws `conflict` while one of them sits an exam.
 */
export async function mergePeople(act: Act, asked: MergeAsk): Promise<string> {
  const paths = await pathsOf(act, asked);
  access.require(act, 'people.merge', { unitPath: paths.kept });
  access.require(act, 'people.merge', { unitPath: paths.gone });
  const { keptId, goneId, reason } = asked;
  const day = shanghaiDay(act.now);
  const mergeId = newId();
  await inTransaction(act, async (own) => {
    await assertMergeable(own, asked);
    const marked = await q.markMerged(own.db, { goneId, keptId }).executeTakeFirst();
    if (marked.numUpdatedRows === 0n) throw new DomainError('conflict', '这份档案刚刚已被合并，请刷新。');
    const { id: madeBy, name } = signatureOf(own);
    await q
      .insertMerge(own.db, {
        ...{ id: mergeId, kept_id: keptId, gone_id: goneId, day, reason },
        ...{ made_by: madeBy, made_by_name: name, made_at: own.now },
        ...{ undone_at: null, undone_by: null, undone_reason: null },
      })
      .execute();
    const merge = { mergeId, keptId, goneId };
    await handOver(own, { ...merge, day, unitPath: paths.kept });
    await audit.record(own, {
      verb: 'people.merged',
      unitId: paths.kept[0] ?? null,
      subject: { kind: 'person', id: keptId },
      details: { mergeId, goneId, reason },
    });
    await announce(own, { kind: 'personsMerged', ...merge, planYears: openPlanYears(day) });
    await tellBoth(own, { keptId, goneId, day });
  });
  return mergeId;
}

/** Takes a merge back, from today on: what went over returns; what the kept record did since stays with it. */
export async function partPeople(act: Act, asked: { mergeId: string; reason: string }): Promise<void> {
  const { merge, unitPath } = await mergeOf(act, asked.mergeId);
  access.require(act, 'people.merge', { unitPath });
  if (asked.reason.trim() === '')
    throw new DomainError('invalid', '请写明撤回的原因。', { fields: { reason: '请写明撤回的原因。' } });
  if (!merge) throw new DomainError('notFound', '没有找到这次合并。');
  const { kept_id: keptId, gone_id: goneId } = merge;
  const day = shanghaiDay(act.now);
  await inTransaction(act, async (own) => {
    const by = signatureOf(own).id;
    const done = await q
      .undoMerge(own.db, { id: merge.id, at: own.now, by, reason: asked.reason })
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '这次合并已经撤回，请刷新。');
    const { open_attempts: open } = await q
      .countOfPerson(own.db, { personId: keptId, planYears: [0] })
      .executeTakeFirstOrThrow();
    if (Number(open) > 0) throw new DomainError('conflict', '他正在考试，请在交卷后撤回。');
    await q.unmarkMerged(own.db, { goneId, keptId }).execute();
    await announce(own, { kind: 'personsParted', mergeId: merge.id, keptId, goneId });
    await takeBackOver(own, { mergeId: merge.id, keptId, goneId, day, unitPath });
    await audit.record(own, {
      verb: 'people.parted',
      unitId: unitPath[0] ?? null,
      subject: { kind: 'person', id: keptId },
      details: { mergeId: merge.id, goneId, reason: asked.reason },
    });
    await tellBoth(own, { keptId, goneId, day: merge.day });
  });
}

async function mergeOf(act: Act, mergeId: string) {
  const merge = await q.mergeById(act.db, mergeId).executeTakeFirst();
  return { merge, unitPath: merge ? await careerPathOf(act, merge.kept_id) : [] };
}

async function tellBoth(act: Act, asked: { keptId: string; goneId: string; day: Day }): Promise<void> {
  for (const personId of [asked.goneId, asked.keptId]) {
    await announce(act, { kind: 'postChanged', personId, day: asked.day });
    await announce(act, { kind: 'classChanged', personId, day: asked.day });
  }
}
