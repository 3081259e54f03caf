import { issuerMarks, type IssuerMark } from '#lib/domain/certificates/kinds.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { placeOfIssuer } from './issuing.ts';
import { issuerOf, issuersAmong, setMark } from './queries.numbers.ts';

export interface IssuerLine {
  unitId: string;
  name: string;
  /** The unit's place in numbers; null while it has issued nothing and settled nothing. */
  place: number | null;
  mark: IssuerMark;
}

/** The units for which the actor issues, and what stands where they set their seal. */
export async function listIssuers(act: Act): Promise<IssuerLine[]> {
  access.require(act, 'certificates.list');
  const unitIds = access.unitsHeld(act, ['coordinator']);
  const rows = unitIds.length === 0 ? [] : await issuersAmong(act.db, unitIds).execute();
  const lines: IssuerLine[] = [];
  for (const unitId of unitIds) {
    const row = rows.find((one) => one.unit_id === unitId);
    const name = (await units.nameOn(act.db, unitId, shanghaiDay(act.now))) ?? '';
    lines.push({ unitId, name, place: row?.place ?? null, mark: row?.mark ?? 'place' });
  }
  return lines;
}

/** Settles for a unit what stands where it sets its seal, on every sheet printed from now on. */
export async function settleMark(act: Act, asked: { unitId: string; mark: IssuerMark }): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'certificates.settleMark', { unitPath });
  await inTransaction(act, async (own) => {
    await placeOfIssuer(own.db, asked.unitId);
    const before = (await issuerOf(own.db, asked.unitId).executeTakeFirstOrThrow()).mark;
    if (before === asked.mark) return;
    await setMark(own.db, asked).execute();
    const details = { before: issuerMarks[before], after: issuerMarks[asked.mark] };
    await audit.record(own, { verb: 'certificates.markSettled', unitId: asked.unitId, details });
  });
}
