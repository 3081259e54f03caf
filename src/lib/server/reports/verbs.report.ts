import { departmentTable, type DepartmentTable } from '#lib/domain/reports/departments.ts';
import { draftReport, titleOf, type DraftBlock } from '#lib/domain/reports/draft.ts';
import type { FigureValue } from '#lib/domain/reports/figure.ts';
import { figureKeys, figures } from '#lib/domain/reports/figures/index.ts';
import { readSentence, valueTable, type Piece } from '#lib/domain/reports/sentence.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as completion from '../completion/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { countFigure, scopeOf, unitNameOf } from './verbs.ts';

export interface ReportQuestion {
  unitId: string;
  planYear: number;
}

/** A draft of the learning chapter on the act's day: sentences cut into text and bound numbers. */
export interface ReportReading {
  unitId: string;
  unitName: string;
  planYear: number;
  title: string[];
  blocks: { kind: DraftBlock['kind']; pieces: Piece[] }[];
  departments: DepartmentTable;
  values: FigureValue[];
  asOf: Day;
  readAt: Instant;
}

/** Drafts a unit's chapter from the figures as they stand. Throws `notFound` outside the reader's scope. */
export async function readReport(act: Act, asked: ReportQuestion): Promise<ReportReading> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'reports.readReport', { unitPath });
  const unitName = await unitNameOf(act, asked.unitId);
  const values = await valuesOf(act, asked);
  const table = valueTable(values);
  const { below } = await completion.readUnit(act, { ...asked, group: 'all' });
  return {
    ...asked,
    unitName,
    title: titleOf(unitName, asked.planYear),
    blocks: draftReport(asked.planYear, table).map(({ kind, text }) => ({
      kind,
      pieces: readSentence(text, table),
    })),
    departments: departmentTable(
      below.map(({ unitId, name, exam, hours }) => ({
        unitId,
        name,
        due: exam.due,
        present: exam.present,
        passed: exam.passed,
        excellent: exam.excellent,
        hoursDue: hours.due,
        hoursReached: hours.reached,
      })),
    ),
    values,
    asOf: scopeOf(act, { ...asked, key: '', group: 'all', window: 'all' }).asOf,
    readAt: act.now,
  };
}

async function valuesOf(act: Act, asked: ReportQuestion): Promise<FigureValue[]> {
  const values: FigureValue[] = [];
  for (const key of figureKeys) {
    const groups = figures[key].byGroup ? (['all', 'leadership'] as const) : (['all'] as const);
    for (const group of groups) {
      values.push(await countFigure(act, key, scopeOf(act, { ...asked, key, group, window: 'all' })));
    }
  }
  return values;
}
