import { columns } from '#lib/domain/bank/sheet/columns.ts';
import { rowOf } from '#lib/domain/bank/sheet/write.ts';
import { writeWorkbook } from '#lib/server/documents/xlsx.ts';
import { questions } from './questions.ts';
import type { SeedQuestion } from './written.ts';

/** Questions, all of the demo's unless told, as a file in the import template: seeds take the same way in as a coordinator. */
export async function bankFile(
  asked: readonly SeedQuestion[] = questions,
): Promise<{ name: string; bytes: Uint8Array }> {
  const headings = columns.map(({ heading, width, options }) => ({ heading, width, options }));
  const bytes = await writeWorkbook({ sheets: [{ name: '题库', columns: headings, rows: asked.map(rowOf) }] });
  return { name: '示范题库.xlsx', bytes };
}
