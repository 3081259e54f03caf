import { labelOf, nameToken, valueName } from '#lib/domain/figures/names.ts';
import { listLabel } from '#lib/domain/figures/lists.ts';
import { hiddenValues } from '#lib/domain/figures/small.ts';
import type { FigureRow } from '#lib/domain/figures/figure.ts';
import { printPart, type FigurePart } from '#lib/domain/figures/parts.ts';
import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { filesOfEvents } from './queries.gaps.ts';
import type { ReportQuestion } from './verbs.report.ts';

/** What stands behind a number of the report: definition, value, first rows, their original files. */
export interface Evidence extends figures.FigureReading {
  of: string;
  part: FigurePart;
  /** 参考率, 参考率·实考 … */
  name: string;
  label: string;
  text: string;
  /** Not printed in what leaves the unit, since the group is small. */
  isSmall: boolean;
  rows: (FigureRow & { files: { id: string; name: string }[] })[];
  rowsPart: 'counted' | 'rest' | 'all';
}

/** So many rows stand beside the report; the figure's own page has all. */
const FEW = 5;

/** Opens a number of the report. Throws `notFound` for a figure that does not exist. */
export async function readEvidence(
  act: Act,
  asked: ReportQuestion & { key: string; of: string; part: FigurePart },
): Promise<Evidence> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.readReport', { unitPath });
  const { key, of, part } = asked;
  const name = valueName(key, of);
  const question = figures.questionOf(name, asked);
  const figure = await figures.readFigure(act, question);
  const whole =
    figure.list === null
      ? figure.value
      : (await figures.readFigure(act, figures.questionOf(key, asked))).value;
  const list = figure.list === null ? undefined : listLabel(figure.list);
  const rowsPart = part === 'rest' ? 'rest' : part === 'denominator' ? 'all' : 'counted';
  const rows = await figures.readFigureRows(act, { ...question, part: rowsPart, page: 1, pageSize: FEW });
  return {
    ...figure,
    ...{ of, part, rowsPart },
    name: nameToken({ key, of, part }, list),
    label: labelOf(name, list),
    text: printPart(figure.value, part),
    isSmall: hiddenValues(
      new Map([
        [key, whole],
        [name, figure.value],
      ]),
    ).has(name),
    rows: await withFiles(act, figure.definition.rows === 'events', rows),
  };
}

async function withFiles(act: Act, isEvents: boolean, rows: FigureRow[]): Promise<Evidence['rows']> {
  const files =
    isEvents && rows.length > 0
      ? await filesOfEvents(
          act.db,
          rows.map((row) => row.id),
        ).execute()
      : [];
  return rows.map((row) => ({
    ...row,
    files: files.filter((file) => file.event_id === row.id).map(({ id, name }) => ({ id, name })),
  }));
}
