import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { entriesWithoutRecord, recordsWithoutEntry } from './queries.verify.ts';

/** Something that is not as the records of other systems' results say. */
export interface OutsideDifference {
  kind: 'outside';
  subject: string;
  kept: string;
  counted: string;
}

/** Compares the results that stand with the entries of the ledgers that come from them; writes nothing. */
export async function verifyOutside(act: Act): Promise<OutsideDifference[]> {
  access.require(act, 'outside.verify');
  const kind = 'outside' as const;
  const missing = await recordsWithoutEntry(act.db).execute();
  const strange = await entriesWithoutRecord(act.db).execute();
  return [
    ...missing.map(({ id, title, hundredths }) => {
      const counted = `应有 ${formatHundredths(hundredths)} 学时的分录`;
      return { kind, subject: `${title} ${id}`, kept: '没有对应的分录', counted };
    }),
    ...strange.map(({ id, hundredths }) => {
      const kept = `${formatHundredths(hundredths ?? 0)} 学时`;
      return { kind, subject: `分录 ${id}`, kept, counted: '没有这项外部成绩' };
    }),
  ];
}
