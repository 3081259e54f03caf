import { classLabel, inClassOrder } from '#lib/domain/people/classes.ts';
import { codeLabel, levels, staffKinds, statuses } from '#lib/domain/people/codes.ts';
import { heldOn } from '#lib/domain/people/post.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { tradeLabel } from '#lib/domain/units/trades.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { classesOfPosts, personById, postsOf } from './queries.ts';
import { listCount, listRows, type ListAsk } from './queries.list.ts';
import { mergesOf } from './queries.merge.ts';
import { careerPathOf } from './questions.ts';
import { maskedContact } from './rows.ts';

/** Whose lists of people end at the units they hold. */
const READERS = ['coordinator', 'systemAdministrator', 'securityAdministrator'] as const;

export interface PersonLine {
  id: string;
  name: string;
  unitName: string;
  title: string;
  level: string;
  status: string;
  classes: string[];
  /** Last four digits; empty where nothing is recorded. */
  identityLast4: string;
  mobileLast4: string;
}

export type PeopleAsk = Omit<ListAsk, 'unitIds' | 'day'>;

async function classNames(act: Act, postIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (postIds.length === 0) return names;
  const rows = await classesOfPosts(act.db, postIds).execute();
  const today = shanghaiDay(act.now);
  const held = heldOn(
    rows.map((row) => ({ ...row, from: row.valid_from, to: row.valid_to })),
    today,
  );
  for (const postId of postIds) {
    const codes = held.filter((row) => row.post_id === postId).map((row) => row.class_code);
    names.set(postId, inClassOrder(codes).map(classLabel));
  }
  return names;
}

/** A page of the people with a principal post today in the actor's scope (home or work unit), and how many there are. */
export async function listPeople(
  act: Act,
  asked: PeopleAsk,
): Promise<{ people: PersonLine[]; total: number }> {
  access.require(act, 'people.list');
  const isPerson = act.actor.kind === 'person';
  const unitIds = isPerson ? access.unitsHeld(act, READERS) : null;
  const scoped: ListAsk = { ...asked, unitIds, day: shanghaiDay(act.now) };
  const rows = await listRows(act.db, scoped).execute();
  const { total } = await listCount(act.db, scoped).executeTakeFirstOrThrow();
  const classes = await classNames(
    act,
    rows.map((row) => row.post_id),
  );
  const people = rows.map((row) => ({
    id: row.id,
    name: row.name,
    unitName: row.unit_name,
    title: row.title ?? '',
    level: codeLabel(levels, row.level_code),
    status: codeLabel(statuses, row.status),
    classes: classes.get(row.post_id) ?? [],
    identityLast4: row.identity_last4 ?? '',
    mobileLast4: row.mobile_last4 ?? '',
  }));
  return { people, total: Number(total) };
}

export interface PostLine {
  id: string;
  unitName: string;
  workUnitName: string;
  title: string;
  level: string;
  rank: string;
  staffKind: string;
  status: string;
  /** 行业 of the post itself; empty where it is that of its unit. */
  trade: string;
  /** Codes as they are stored, for the form that changes them. */
  codes: { level: string; rank: string; staffKind: string; trade: string };
  isPrincipal: boolean;
  countedInWork: boolean;
  from: string;
  to: string | null;
  /** Classes of the post with their days. */
  classes: { name: string; from: string; to: string | null }[];
}

export interface PersonView {
  id: string;
  name: string;
  /** Masked: `440***********1234`, `138****1234`; empty where nothing is recorded. */
  identity: string;
  mobile: string;
  enteredOn: string;
  politicalStatus: string;
  partyBranch: string;
  note: string;
  posts: PostLine[];
  /** Records made one with this, the latest first, and what was taken back. */
  merges: MergeLine[];
  /** Posts, name and numbers may be changed and records merged. */
  mayChange: boolean;
  mayIssueCode: boolean;
}

export interface MergeLine {
  id: string;
  /** The other record, and whether it is the one that ended. */
  otherId: string;
  otherName: string;
  isGone: boolean;
  day: string;
  reason: string;
  madeBy: string;
  isUndone: boolean;
}

async function mergeLines(act: Act, personId: string): Promise<MergeLine[]> {
  const rows = await mergesOf(act.db, personId).execute();
  return rows.map((row) => {
    const isGone = row.kept_id === personId;
    return {
      ...{ id: row.id, isGone, day: row.day, reason: row.reason, madeBy: row.made_by_name },
      otherId: isGone ? row.gone_id : row.kept_id,
      otherName: isGone ? row.gone_name : row.kept_name,
      isUndone: row.undone_at !== null,
    };
  });
}

async function postLines(act: Act, personId: string): Promise<PostLine[]> {
  const rows = await postsOf(act.db, personId).execute();
  const ids = rows.map((row) => row.id);
  const classes = ids.length === 0 ? [] : await classesOfPosts(act.db, ids).execute();
  return rows.map((row) => ({
    id: row.id,
    unitName: row.home_name,
    workUnitName: row.work_name ?? '',
    title: row.title ?? '',
    level: codeLabel(levels, row.level_code),
    rank: row.rank_code ?? '',
    staffKind: codeLabel(staffKinds, row.staff_kind),
    status: codeLabel(statuses, row.status),
    trade: row.trade_code === null ? '' : tradeLabel(row.trade_code),
    codes: {
      ...{ level: row.level_code ?? '', rank: row.rank_code ?? '' },
      ...{ staffKind: row.staff_kind ?? '', trade: row.trade_code ?? '' },
    },
    isPrincipal: row.is_principal === 1,
    countedInWork: row.counted_in === 'work',
    from: row.valid_from,
    to: row.valid_to,
    classes: classes
      .filter((one) => one.post_id === row.id)
      .map((one) => ({ name: classLabel(one.class_code), from: one.valid_from, to: one.valid_to })),
  }));
}

/** One person with all posts, identity number and mobile masked. */
export async function viewPerson(act: Act, personId: string): Promise<PersonView> {
  const unitPath = await careerPathOf(act, personId);
  access.require(act, 'people.view', { unitPath });
  await audit.noteLook(act, { verb: 'people.viewed', personId, unitId: unitPath[0] ?? null });
  const row = await personById(act.db, personId).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这个人，或者他不在您的管理范围内。');
  return {
    id: row.id,
    name: row.name,
    ...maskedContact(act.db, row),
    enteredOn: row.entered_on ?? '',
    politicalStatus: row.political_status ?? '',
    partyBranch: row.party_branch ?? '',
    note: row.note ?? '',
    posts: await postLines(act, personId),
    merges: await mergeLines(act, personId),
    mayChange: access.can(act, 'people.change', { unitPath }),
    mayIssueCode: access.can(act, 'access.issueCode', { unitPath }),
  };
}
