import { classLabel, inClassOrder } from '#lib/domain/people/classes.ts';
import { codeLabel, levels, staffKinds, statuses } from '#lib/domain/people/codes.ts';
import { rosterTemplate, type ColumnKey } from '#lib/domain/rosters/columns.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import * as units from '../units/index.ts';
import type { ExportAsk, ExportPortion } from './queries.export.ts';

/** People of one question to the database. */
const PORTION = 5000;
const IDENTITY_DIGITS = 18;
const MOBILE_DIGITS = 11;

function lastFour(digits: string | null, length: number): string {
  return digits === null ? '' : '*'.repeat(length - 4) + digits;
}

type Line = Partial<Record<ColumnKey, string>>;

function lineOf(
  person: ExportPortion['people'][number],
  { classes, unitName }: { classes: readonly string[]; unitName(id: string | null): string },
): Line {
  return {
    name: person.name,
    identity: lastFour(person.identity_last4, IDENTITY_DIGITS),
    mobile: lastFour(person.mobile_last4, MOBILE_DIGITS),
    unit: unitName(person.home_unit_id),
    workUnit: unitName(person.work_unit_id),
    title: person.title ?? '',
    level: codeLabel(levels, person.level_code),
    rank: person.rank_code ?? '',
    staffKind: codeLabel(staffKinds, person.staff_kind),
    classes: inClassOrder([...classes])
      .map(classLabel)
      .join(';'),
    enteredOn: person.entered_on ?? '',
    politicalStatus: person.political_status ?? '',
    partyBranch: person.party_branch ?? '',
    status: codeLabel(statuses, person.status),
    note: person.note ?? '',
  };
}

function rowsOf({ people, classes }: ExportPortion, unitName: (id: string | null) => string): string[][] {
  const held = Map.groupBy(classes, (one) => one.post_id);
  return people.map((person) => {
    const codes = (held.get(person.post_id) ?? []).map((one) => one.class_code);
    const line = lineOf(person, { classes: codes, unitName });
    return rosterTemplate.columns.map(({ key }) => line[key] ?? '');
  });
}

/**
 * The people whom the list shows, all pages, in the shape of the import, numbers by their last four digits, under a
 * line that says who exported them and when; logged.
 */
export async function exportPeople(act: Act, asked: { q: string }): Promise<Uint8Array> {
  access.require(act, 'people.list');
  const held = access.unitsHeld(act, ['coordinator', 'systemAdministrator']);
  const tree = await units.inReach(act, held);
  const names = new Map(tree.map((unit) => [unit.id, unit.path.join('/')]));
  const unitName = (id: string | null) => (id === null ? '' : (names.get(id) ?? '范围以外的单位'));
  const whose = { unitIds: act.actor.kind === 'person' ? held : null, day: shanghaiDay(act.now), q: asked.q };
  let people = 0;
  async function* rows(): AsyncIterable<string[][]> {
    for (let offset = 0; ; offset += PORTION) {
      const ask: ExportAsk = { ...whose, limit: PORTION, offset };
      const module = 'people/queries.export.ts';
      const portion = await readHeavy<ExportPortion>(act.db, module, 'exportPortion', ask);
      people += portion.people.length;
      yield rowsOf(portion, unitName);
      if (portion.people.length < PORTION) return;
    }
  }
  const columns = rosterTemplate.columns.map(({ heading, width }) => ({ heading, width }));
  const mark = watermarkOf(act, '本单位人员管理');
  const bytes = await makeWorkbook({ mark, sheets: [{ name: '人员', columns, rows: rows() }] });
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'people.exported', details: { q: asked.q, people, units: held } }),
  );
  return bytes;
}
