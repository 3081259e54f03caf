import { DomainError } from '#lib/domain/shared/errors.ts';
import { ruleFrom, type SelectionRule } from '#lib/domain/selections/rule.ts';
import { isDay, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import * as q from './queries.ts';
import { peopleByRule } from './queries.rule.ts';
import { findSelection, selectionOf, selectionPeople, type Selection } from './questions.ts';

/** Rows of one insert stay below the engines' limits on parameters. */
const CHUNK = 500;

export interface NewSelection {
  /** In whose name the list is kept; its people must count at the unit or below. */
  unitId: string;
  name: string;
  note: string;
  personIds: readonly string[];
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

/** Saves people of a unit's roster of today under a name; the list keeps the day. */
export async function saveSelection(act: Act, wanted: NewSelection): Promise<{ id: string; people: number }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'selection.save', { unitPath });
  const personIds = await onRoster(act, wanted.unitId, wanted.personIds);
  return keep(act, wanted, { personIds, heldOn: shanghaiDay(act.now), rule: null });
}

async function keep(
  act: Act,
  wanted: Pick<NewSelection, 'unitId' | 'name' | 'note'>,
  list: { personIds: readonly string[]; heldOn: Day; rule: string | null },
): Promise<{ id: string; people: number }> {
  const { personIds, heldOn, rule } = list;
  const name = wanted.name.trim();
  if (name === '' || name.length > 60) throw refused('name', '名称请写 1 至 60 个字。');
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertSelection(own.db, {
        ...{ id, unit_id: wanted.unitId, name, held_on: heldOn, note: wanted.note.trim() },
        ...{ created_by: signatureOf(act).id, created_at: act.now, closed_at: null, rule },
      })
      .execute();
    await insertPeople(own, id, personIds);
    await audit.record(own, {
      verb: 'people.selectionSaved',
      unitId: wanted.unitId,
      subject: { kind: 'selection', id },
      details: { name, people: personIds.length, rule },
    });
  });
  return { id, people: personIds.length };
}

export interface RuledSelection {
  unitId: string;
  name: string;
  note: string;
  /** The day of posts, classes and trades: today or a day past. */
  day: Day;
  rule: SelectionRule;
}

/** Saves everybody who meets a rule in a unit on a day; the list keeps day and rule, later changes do not touch it. */
export async function saveByRule(act: Act, wanted: RuledSelection): Promise<{ id: string; people: number }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'selection.save', { unitPath });
  const found = await ruled(act, wanted);
  if (found.length === 0) throw refused('name', '没有人符合这些条件，请放宽后再保存。');
  const rule = JSON.stringify({ v: 1, ...ruleFrom(wanted.rule) });
  return keep(act, wanted, { personIds: found.map((one) => one.id), heldOn: wanted.day, rule });
}

async function ruled(act: Act, { unitId, day, rule }: Pick<RuledSelection, 'unitId' | 'day' | 'rule'>) {
  if (!isDay(day) || day > shanghaiDay(act.now)) throw refused('day', '请填写今天或以前的日期。');
  return peopleByRule(act.db, { unitId, day, rule: ruleFrom(rule) }).execute();
}

/** Who would be on a list made by a rule. */
export async function previewRule(
  act: Act,
  asked: Pick<RuledSelection, 'unitId' | 'day' | 'rule'>,
): Promise<{ personId: string; name: string }[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'selection.save', { unitPath });
  return (await ruled(act, asked)).map(({ id, name }) => ({ personId: id, name }));
}

async function onRoster(act: Act, unitId: string, personIds: readonly string[]): Promise<string[]> {
  const wanted = new Set(personIds);
  const found = (await people.roster(act.db, { unitId, day: shanghaiDay(act.now) })).filter((one) =>
    wanted.has(one.personId),
  );
  if (wanted.size === 0) throw refused('personIds', '请至少选择一个人。');
  if (found.length < wanted.size)
    throw refused('personIds', '有的人员今天不在这个单位的名册上，请重新选择。');
  return found.map((one) => one.personId);
}

async function insertPeople(act: Act, id: string, personIds: readonly string[]): Promise<void> {
  const rows = personIds.map((personId) => ({ selection_id: id, person_id: personId }));
  for (let at = 0; at < rows.length; at += CHUNK)
    await q.insertSelected(act.db, rows.slice(at, at + CHUNK)).execute();
}

async function thingOf(act: Act, id: string): Promise<access.Thing> {
  const selection = await findSelection(act.db, id);
  return { unitPath: selection ? await units.pathOf(act.db, selection.unitId) : [] };
}

/** Closes a list: it is offered no more, what names it keeps it. Throws `conflict` when it is closed already. */
export async function closeSelection(act: Act, id: string): Promise<void> {
  const thing = await thingOf(act, id);
  access.require(act, 'selection.save', thing);
  await inTransaction(act, async (own) => {
    const closed = await q.closeSelectionRow(own.db, { id, at: act.now }).executeTakeFirst();
    if (closed.numUpdatedRows === 0n) throw new DomainError('conflict', '这份名单已经停用。');
    await audit.record(own, {
      verb: 'people.selectionClosed',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'selection', id },
    });
  });
}

/** Lists kept by units within the actor's reach, the latest first. */
export async function listSelections(act: Act): Promise<(Selection & { people: number })[]> {
  access.require(act, 'selections.list');
  const asked = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const rows = await q.selectionsOf(act.db, asked).execute();
  return rows.map((row) => ({ ...selectionOf(row), people: Number(row.people ?? 0) }));
}

/** One list with its people. */
export async function viewSelection(
  act: Act,
  id: string,
): Promise<Selection & { people: { personId: string; name: string }[] }> {
  const thing = await thingOf(act, id);
  access.require(act, 'selection.read', thing);
  const selection = await findSelection(act.db, id);
  if (!selection) throw new DomainError('notFound', '没有找到这份名单。');
  return { ...selection, people: await selectionPeople(act.db, id) };
}

/** People of a unit's roster of today whom a list may name, of a class and with a part of the name where asked. */
export async function choicesForSelection(
  act: Act,
  asked: { unitId: string; classCode: string; q: string },
): Promise<{ personId: string; name: string }[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'selection.save', { unitPath });
  const day = shanghaiDay(act.now);
  const classCode = asked.classCode === '' ? undefined : asked.classCode;
  const found = await people.roster(act.db, { unitId: asked.unitId, day, classCode });
  return found.filter((one) => one.name.includes(asked.q)).map(({ personId, name }) => ({ personId, name }));
}
