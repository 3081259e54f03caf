import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rosterTemplate } from '#lib/domain/rosters/columns.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Template } from '#lib/domain/imports/template.ts';
import { treeTemplate } from '#lib/domain/units/import/columns.ts';
import type { Db } from '#lib/server/db/index.ts';
import { readingPlaceOf } from '#lib/server/db/index.ts';
import { writeLongTables } from '#lib/server/documents/longTable.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import { headedSheet } from '#lib/server/imports/rows.heading.ts';
import { markedTable } from '#lib/server/imports/rows.marked.ts';
import * as storing from '#lib/server/people/rows.ts';
import { readRoster } from '#lib/server/rosters/rows.reading.ts';
import * as units from '#lib/server/units/index.ts';
import { readTree } from '#lib/server/units/rows.reading.ts';
import { onEngine } from '../../support/engines.ts';
import { district, heading, identityNumber, line, recorded, workbook } from '../rosters/files.ts';

const day = '2026-03-02';

/** What the reading thread does with a file, here: `read` or the code of its refusal. Anything else is thrown. */
async function readingOf(db: Db, bytes: Uint8Array, kind: 'people' | 'units'): Promise<string> {
  const template: Template = kind === 'people' ? rosterTemplate : treeTemplate;
  const task = { kind, place: readingPlaceOf(db), file: '', scope: '', columns: null, context: null };
  const tree = await units.wholeTree(db, day);
  try {
    const { sheet } = await headedSheet(db, await parseWorkbook(bytes), { task, template });
    const reading =
      kind === 'people'
        ? await readRoster(db, sheet, { context: { units: tree, today: day, day }, storing })
        : await readTree(db, sheet, { units: tree, mayFound: true });
    if (reading.issues.length === 0) return `ready ${[...reading.ready].length}`;
    await writeLongTables([markedTable(sheet, template, reading.issues)]);
    return 'faulty';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    "'440101199001010011",
    '４４０１０１',
    '=1+1',
    '#REF!',
    '1e99',
    '示例',
    '\u0000',
    '司法局/',
    '>',
  ),
  fc.constantFrom(
    '张  三',
    '司法局',
    '科级',
    '江滨区/司法局',
    '无',
    '2026-02-30',
    '9'.repeat(30),
    identityNumber(3),
  ),
);
const anyHeading = fc.oneof(
  fc.constantFrom(...heading),
  fc.constantFrom(...rosterTemplate.columns.map((column) => column.heading)),
  fc.constantFrom('上级单位', '单位名称', '排序'),
  anyText,
);
const anyTable = fc.tuple(
  fc.array(anyHeading, { minLength: 1, maxLength: 12 }),
  fc.array(fc.array(anyText, { maxLength: 14 }), { maxLength: 6 }),
);

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A sound workbook with some of its bytes changed, or its end cut off. */
function spoilt(bytes: Uint8Array, changes: readonly [number, number][], kept: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [at, value] of changes) copy[at % copy.length] = value;
  return copy.subarray(0, Math.ceil(copy.length * kept));
}

const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 40 });

onEngine('sqlite', 'reading a file of rubbish (it writes nothing, so one engine shows it)', (engine) => {
  it('ends in rows, in issues or in a refusal: 600 files, none of which breaks it or changes anything', async () => {
    const world = await engine.world();
    await district(world);
    const before = await recorded(world);
    const sound = [workbook([line(1), line(2)], 'xlsx').bytes, workbook([line(1)], 'biff8').bytes];
    const kind = fc.constantFrom('people' as const, 'units' as const);
    const seen = new Set<string>();
    const read = async (bytes: Uint8Array, of: 'people' | 'units') =>
      void seen.add((await readingOf(world.db, bytes, of)).replace(/ .*/, ''));
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), kind, read), { numRuns: 150 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        changes,
        fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 1, noNaN: true })),
        kind,
        (bytes, some, kept, of) => read(spoilt(bytes, some, kept), of),
      ),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(anyTable, kind, fc.boolean(), ([names, rows], of, asCsv) => {
        const table = [names, ...rows];
        const csv = table.map((cells) => cells.map(quoted).join(',')).join('\n');
        if (asCsv) return read(Buffer.from(csv), of);
        const book = utils.book_new(utils.aoa_to_sheet(table), '表');
        return read(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer), of);
      }),
      { numRuns: 250 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['faulty', 'invalid', 'unsupported']));
    expect(await recorded(world)).toEqual(before);
  });
});
