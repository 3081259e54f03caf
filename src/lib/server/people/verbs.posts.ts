import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, StaffKind } from '#lib/domain/people/codes.ts';
import { postDayFault } from '#lib/domain/people/postChange.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { TradeCode } from '#lib/domain/units/trades.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import * as q from './queries.ts';
import { postOfPerson, secondaryIn } from './queries.posts.ts';
import { unitPathOf } from './questions.ts';
import { splitPost, type PostRow } from './splitting.ts';
import { changeClasses, classRows, endPost } from './succession.ts';

/** How far ahead a change may be entered. */
const DAYS_AHEAD = 366;

export interface PostChange {
  personId: string;
  postId: string;
  /** First day of the change. */
  day: Day;
  title: string | null;
  level: LevelCode | null;
  rank: string | null;
  staffKind: StaffKind | null;
  /** 行业 of the post itself; null: that of its unit. */
  trade: TradeCode | null;
  classes: readonly ClassCode[];
  reason: string;
}

export interface SecondaryPost {
  personId: string;
  unitId: string;
  title: string | null;
  classes: readonly ClassCode[];
  from: Day;
  reason: string;
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

function assertDay(act: Act, asked: { day: Day; reason: string }, post: { from: Day; to: Day | null }): void {
  const today = shanghaiDay(act.now);
  const days = { earliest: `${openPlanYears(today)[0]}-01-01`, latest: addDays(today, DAYS_AHEAD), ...post };
  const fault = postDayFault(asked.day, days);
  if (fault) throw refused(...fault);
  if (asked.reason.trim() === '') throw refused('reason', '请写明原因。');
}

async function postToChange(act: Act, asked: { personId: string; postId: string }): Promise<PostRow> {
  const post = await postOfPerson(act.db, asked).executeTakeFirst();
  if (!post) throw new DomainError('notFound', '没有找到这项任职。');
  return post;
}

/** Says what changed to the rooms above; a day to come is met by the daily jobs. */
async function tell(act: Act, personId: string, day: Day): Promise<void> {
  if (day > shanghaiDay(act.now)) return;
  await announce(act, { kind: 'postChanged', personId, day });
  await announce(act, { kind: 'classChanged', personId, day });
}

/** Changes title, level, rank, kind of staff, trade and classes of a post from a day on; the days before keep theirs. */
export async function changePost(act: Act, asked: PostChange): Promise<void> {
  const unitPath = await unitPathOf(act, asked.personId);
  access.require(act, 'people.change', { unitPath });
  await inTransaction(act, async (own) => {
    const post = await postToChange(own, asked);
    const { personId, day, classes, reason, postId, ...fields } = asked;
    assertDay(own, asked, { from: post.valid_from, to: post.valid_to });
    const change = {
      ...{ title: fields.title, level_code: fields.level, rank_code: fields.rank },
      ...{ staff_kind: fields.staffKind, trade_code: fields.trade },
    };
    const id = await splitPost(own, post, { day, change });
    const held = (await q.classesOfPosts(own.db, [id]).execute()).map((row) => row.class_code);
    const ended = held.filter((code) => !(classes as readonly string[]).includes(code));
    await changeClasses(own, { postId: id, begun: classes, ended, from: laterOf(day, post.valid_from) });
    await audit.record(own, {
      verb: 'people.postChanged',
      unitId: post.home_unit_id,
      subject: { kind: 'person', id: personId },
      details: { postId, day, reason, ...change, classes },
    });
    await tell(own, personId, day);
  });
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Gives a person a secondary post (兼职): classes and plans, never a second count. */
export async function addSecondaryPost(act: Act, asked: SecondaryPost): Promise<void> {
  const unitPath = await unitPathOf(act, asked.personId);
  access.require(act, 'people.change', { unitPath });
  const { personId, unitId, from, classes, reason } = asked;
  assertDay(act, { day: from, reason }, { from: '', to: null });
  if ((await units.pathOf(act.db, unitId, from)).length === 0)
    throw refused('unitId', '这个单位在那一天不存在，请重新选择。');
  await inTransaction(act, async (own) => {
    if (await secondaryIn(own.db, { personId, unitId, from }).executeTakeFirst())
      throw refused('unitId', '他在这个单位已有兼职。');
    const id = newId();
    await q
      .insertPosts(own.db, [
        {
          ...{ id, person_id: personId, home_unit_id: unitId, work_unit_id: null, title: asked.title },
          ...{ level_code: null, rank_code: null, staff_kind: null, is_principal: 0, counted_in: 'home' },
          ...{ status: 'active', valid_from: from, valid_to: null, batch_id: null },
        },
      ])
      .execute();
    if (classes.length > 0) await q.insertClasses(own.db, classRows(id, classes, from)).execute();
    await audit.record(own, {
      verb: 'people.secondaryPostAdded',
      unitId,
      subject: { kind: 'person', id: personId },
      details: { from, reason, classes, title: asked.title },
    });
    await tell(own, personId, from);
  });
}

/** Ends a secondary post; `day` is the first day without it. A principal post ends by a move, a leave or a transfer. */
export async function endSecondaryPost(
  act: Act,
  asked: { personId: string; postId: string; day: Day; reason: string },
): Promise<void> {
  const unitPath = await unitPathOf(act, asked.personId);
  access.require(act, 'people.change', { unitPath });
  await inTransaction(act, async (own) => {
    const post = await postToChange(own, asked);
    const { personId, day, reason } = asked;
    if (post.is_principal === 1) throw new DomainError('conflict', '主职请通过任职变动办理。');
    assertDay(own, asked, { from: addDays(post.valid_from, 1), to: post.valid_to });
    await endPost(own, post.id, day);
    await audit.record(own, {
      verb: 'people.secondaryPostEnded',
      unitId: post.home_unit_id,
      subject: { kind: 'person', id: personId },
      details: { postId: post.id, day, reason },
    });
    await tell(own, personId, day);
  });
}
