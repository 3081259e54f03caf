import { checkCharacter } from '#lib/domain/people/identity.ts';
import { rosterTemplate, type ColumnKey } from '#lib/domain/rosters/columns.ts';
import { writeWorkbook } from '#lib/server/documents/xlsx.ts';

/** A line of a roster: what is written under the headings of the template. */
export type RosterLine = Partial<Record<ColumnKey, string>>;

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The lines as an xlsx file in the template, as a browser uploads it. */
export async function rosterFile(
  lines: readonly RosterLine[],
  name = '名册.xlsx',
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const columns = rosterTemplate.columns.map(({ heading, width }) => ({ heading, width }));
  const rows = lines.map((line) => rosterTemplate.columns.map(({ key }) => line[key] ?? ''));
  const bytes = await writeWorkbook({ sheets: [{ name: '人员', columns, rows }] });
  return { name, mimeType: XLSX, buffer: Buffer.from(bytes) };
}

/** A valid identity number of someone invented, different for each `serial` below 1000. */
export function inventedIdentity(serial: number): string {
  const digits = `44010119900101${String(serial).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}
