import { writeWorkbook } from '#lib/server/documents/xlsx.ts';

export interface Evidence {
  name: string;
  bytes: Uint8Array;
}

async function sheet(name: string, headings: string[], rows: string[][]): Promise<Evidence> {
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  return { name: `${name}.xlsx`, bytes: await writeWorkbook({ sheets: [{ name: '附件', columns, rows }] }) };
}

/** The sheet that everybody signed. */
export function signedSheet(title: string, names: readonly string[]): Promise<Evidence> {
  return sheet(
    '签到表',
    [title, '签到'],
    names.map((name) => [name, '√']),
  );
}

/** Of a public event the note of how many came. */
export function headsNote(title: string, heads: number): Promise<Evidence> {
  return sheet('活动小结', [title], [[`现场参加群众 ${heads} 人次`]]);
}

/** An order or a notice about somebody. */
export function order(title: string): Promise<Evidence> {
  return sheet(title, [title], [['云山区有关单位印发，随材料留存。']]);
}
