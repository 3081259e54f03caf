import { chosenPlaces, findHeading, ignoredHeadings, type Heading } from '#lib/domain/imports/heading.ts';
import type { ReadCell, SeenColumn, SheetToRead } from '#lib/domain/imports/reading.ts';
import { missingColumns, type Template } from '#lib/domain/imports/template.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Db } from '../db/index.ts';
import { mappingOf } from './queries.mapping.ts';
import { headingHash } from './rows.ts';
import type { ReadingTask } from './rows.task.ts';

/** The sheet that holds the table, and what is known of its columns. */
export interface HeadedSheet {
  sheet: SheetToRead;
  columns: SeenColumn[];
  ignored: string[];
  /** Names of columns that must be found before anything can be read. */
  missing: string[];
}

const SAMPLES = 2;
const LONGEST_SAMPLE = 30;

/** A cell as it may be shown beside a choice of columns: long numbers are covered. */
function sampleOf({ text }: ReadCell): string {
  const covered = text.replace(/\d{7,}[\dXx]?/g, (run) => run.slice(0, 3) + '*'.repeat(run.length - 3));
  return covered.slice(0, LONGEST_SAMPLE);
}

function seenColumns(rows: readonly (readonly ReadCell[])[], { at, texts }: Heading): SeenColumn[] {
  const first = rows.slice(at + 1, at + 1 + SAMPLES);
  return texts.map((heading, place) => ({
    place,
    heading,
    samples: first.map((row) => row[place]).flatMap((cell) => (cell?.text ? [sampleOf(cell)] : [])),
  }));
}

async function rememberedColumns(db: Db, task: ReadingTask, heading: Heading) {
  if (task.columns !== null) return task.columns;
  const asked = { kind: task.kind, scope: task.scope, heading: headingHash(heading.texts) };
  const row = await mappingOf(db, asked).executeTakeFirst();
  return row ? (JSON.parse(row.columns) as Record<string, number>) : null;
}

/**
 * The sheet of a file in which most columns are recognised, its columns as chosen by hand, as remembered for the same
 * headings, else as recognised. Throws `invalid` where no sheet has anything like a heading.
 */
export async function headedSheet(
  db: Db,
  sheets: readonly { rows: readonly (readonly ReadCell[])[] }[],
  { task, template }: { task: ReadingTask; template: Template },
): Promise<HeadedSheet> {
  const found = sheets.flatMap(({ rows }) => {
    const heading = findHeading(
      rows.slice(0, 20).map((row) => row.map((cell) => cell.text)),
      template,
    );
    return heading ? [{ rows, heading }] : [];
  });
  const [best] = found.sort((a, b) => b.heading.places.size - a.heading.places.size);
  if (!best) throw new DomainError('invalid', '没有找到表头。请下载模板，按模板的表头填写后重新上传。');
  const { rows, heading } = best;
  const chosen = await rememberedColumns(db, task, heading);
  const places = chosen ? chosenPlaces(chosen, template, heading.texts.length) : heading.places;
  return {
    sheet: { rows, headingAt: heading.at, places, progress: () => undefined },
    columns: seenColumns(rows, heading),
    ignored: ignoredHeadings({ ...heading, places }),
    missing: missingColumns(template, places),
  };
}
