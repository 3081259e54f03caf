import type { ClassCode } from '#lib/domain/people/classes.ts';
import type { LevelCode, StaffKind, Status } from '#lib/domain/people/codes.ts';
import { cleanName } from '#lib/domain/shared/written.ts';
import { cleanIdentity } from '#lib/domain/people/identity.ts';
import { cleanMobile } from '#lib/domain/people/mobile.ts';
import type { CountedIn } from '#lib/domain/people/post.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as units from '../units/index.ts';
import { assertKeys, keyHolder, type Keys } from './keys.ts';
import * as q from './queries.ts';
import { personColumns } from './rows.ts';

export interface NewPerson {
  name: string;
  /** Home unit of the principal post. */
  unitId: string;
  workUnitId?: string | null;
  countedIn?: CountedIn;
  identity?: string | null;
  mobile?: string | null;
  title?: string | null;
  level?: LevelCode | null;
  rank?: string | null;
  staffKind?: StaffKind | null;
  status?: Status;
  classes?: readonly ClassCode[];
  /** First day of the post; today unless told. */
  from?: Day;
  enteredOn?: Day | null;
}

async function assertNew(act: Act, keys: Keys): Promise<void> {
  const holder = await keyHolder(act, keys);
  if (!holder) return;
  const sentence = holder.key === 'identity' ? '该身份证号已登记。' : '该手机号已登记在另一人名下。';
  throw new DomainError('conflict', sentence, { fields: { [holder.key]: sentence } });
}

/** Registers one person with a principal post. Resolves to the person's id; `conflict` when the keys are known. */
export async function addPerson(act: Act, asked: NewPerson): Promise<string> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'people.add', { unitPath });
  if (unitPath.length === 0) throw new DomainError('notFound', '没有找到这个单位。');
  const name = cleanName(asked.name);
  const keys = {
    identity: asked.identity ? cleanIdentity(asked.identity) : null,
    mobile: asked.mobile ? cleanMobile(asked.mobile) : null,
  };
  assertKeys(name, keys, shanghaiDay(act.now));
  const from = asked.from ?? shanghaiDay(act.now);
  const id = newId();
  await inTransaction(act, async (own) => {
    await assertNew(own, keys);
    await q.insertPersons(own.db, [personRow(own, { ...asked, ...keys, id, name, batchId: null })]).execute();
    await insertPost(own, { ...asked, personId: id, from });
    await audit.record(own, {
      verb: 'people.added',
      unitId: asked.unitId,
      subject: { kind: 'person', id },
      details: { from, classes: asked.classes ?? [] },
    });
    await announce(own, { kind: 'postChanged', personId: id, day: from });
    await announce(own, { kind: 'classChanged', personId: id, day: from });
  });
  return id;
}

export interface PersonWish {
  id: string;
  name: string;
  identity: string | null;
  mobile: string | null;
  enteredOn?: Day | null;
  politicalStatus?: string | null;
  partyBranch?: string | null;
  note?: string | null;
  batchId: string | null;
}

/** The stored row of a new person; secrets as ciphertext and keyed hash. */
export function personRow(act: Act, wish: PersonWish) {
  return {
    id: wish.id,
    ...personColumns(act.db, wish),
    entered_on: wish.enteredOn ?? null,
    political_status: wish.politicalStatus ?? null,
    party_branch: wish.partyBranch ?? null,
    note: wish.note ?? null,
    batch_id: wish.batchId,
  };
}

async function insertPost(act: Act, wish: NewPerson & { personId: string; from: Day }): Promise<void> {
  const id = newId();
  const post = {
    id,
    person_id: wish.personId,
    home_unit_id: wish.unitId,
    work_unit_id: wish.workUnitId ?? null,
    title: wish.title ?? null,
    level_code: wish.level ?? null,
    rank_code: wish.rank ?? null,
    staff_kind: wish.staffKind ?? null,
    is_principal: 1,
    counted_in: wish.countedIn ?? 'home',
    status: wish.status ?? 'active',
    valid_from: wish.from,
    valid_to: null,
    batch_id: null,
  };
  await q.insertPosts(act.db, [post]).execute();
  const classes = (wish.classes ?? []).map((code) => ({
    post_id: id,
    class_code: code,
    valid_from: wish.from,
    valid_to: null,
  }));
  if (classes.length > 0) await q.insertClasses(act.db, classes).execute();
}
