import type { FigureDefinition, FigureRow } from '#lib/domain/figures/figure.ts';
import { sayNumerator, sayUnit, sayValue } from '#lib/domain/figures/say.ts';
import { tradeLabel } from '#lib/domain/units/trades.ts';
import { classLabel } from '#lib/domain/people/classes.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { shanghaiClock } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { WorkbookSheet } from '../documents/xlsx.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import * as units from '../units/index.ts';
import { isHiddenOutside } from './verbs.small.ts';
import type { FigureQuestion } from './questions.ts';
import { readFigure, readFigureRows, type FigureReading } from './verbs.ts';

export interface ExportedFigure {
  fileName: string;
  bytes: Uint8Array;
}

const PAGE = 2_000;

/**
 * Workbook of a figure: its definition and value, and its rows, each sheet with a line that says who took it out and
 * when. The export is audited. What people of a group under five, or of the next smallest beside it, reached is left out.
 */
export async function exportFigure(act: Act, asked: FigureQuestion): Promise<ExportedFigure> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'figures.exportFigure', { unitPath });
  const reading = await readFigure(act, asked);
  const rows = await allRows(act, asked);
  const hidden = await isHiddenOutside(act, reading);
  const mark = watermarkOf(act, `${reading.unitName}工作`);
  const bytes = await makeWorkbook({
    mark,
    sheets: [aboutSheet(reading, hidden), rowsSheet(reading, rows, hidden)],
  });
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'reports.figureExported',
      unitId: asked.unitId,
      subject: { kind: 'figure', id: asked.key },
      details: { scope: JSON.stringify(reading.scope), rows: rows.length },
    }),
  );
  return { fileName: `${reading.unitName}${asked.planYear}年度${reading.definition.name}.xlsx`, bytes };
}

const HIDDEN = '—（不足5人或与其相邻的一组，不列结果）';

function aboutSheet(
  { definition, value, scope, list, unitName, readAt }: FigureReading,
  hidden: boolean,
): WorkbookSheet {
  const whose = [
    scope.group === 'leadership' ? '领导班子' : '全体',
    ...(scope.classCode === null ? [] : [classLabel(scope.classCode)]),
    ...(scope.trade ? [`行业：${tradeLabel(scope.trade)}`] : []),
    ...(list ? [`名单：${list.name}（${list.heldOn}）`] : []),
  ].join('、');
  const unit = definition.measure === 'rate' ? '' : sayUnit(definition, value);
  return {
    name: '指标',
    columns: [
      { heading: '项目', width: 18 },
      { heading: '内容', width: 80 },
    ],
    rows: [
      ['指标', definition.name],
      ['数值', hidden ? HIDDEN : `${sayValue(definition, value)}${unit}`],
      [definition.numerator, hidden ? '—' : sayNumerator(definition, value)],
      [definition.denominator, String(value.denominator)],
      ['定义', definition.definition],
      ['公式', definition.formula],
      ['口径', `${definition.basis}（第 ${definition.version} 版）`],
      ['范围', `${unitName}及所属，${scope.planYear} 年度，${whose}`],
      ...(definition.byWindow ? [['成绩', scope.window === 'main' ? '主考期' : '含补考']] : []),
      ['统计日', scope.asOf],
      ['取数时间', shanghaiClock(readAt)],
    ],
  };
}

function rowsSheet({ definition }: FigureReading, rows: FigureRow[], hidden: boolean): WorkbookSheet {
  const people = definition.rows === 'people';
  return {
    name: '明细',
    columns: [
      { heading: people ? '姓名' : '活动', width: 30 },
      { heading: people ? '单位' : '主办单位', width: 28 },
      { heading: people ? (definition.measured ?? '备注') : '日期', width: 14 },
      { heading: people ? '说明' : '形式', width: 24 },
      { heading: '是否计入', width: 12 },
    ],
    rows: rows.map((row) => (hidden ? nameOnly(row) : cellsOf(definition, row))),
  };
}

function cellsOf({ measured }: FigureDefinition, row: FigureRow): string[] {
  const hours = measured && row.hundredths !== null ? formatHundredths(row.hundredths) : '';
  const amount = row.amount === null ? '' : ` ${row.amount}人次`;
  const counted = row.counted === 1 ? `计入${amount}` : '未计入';
  return [row.title, row.unitName, row.day ?? hours, row.tags ?? '', counted];
}

function nameOnly({ title, unitName, tags }: FigureRow): string[] {
  return [title, unitName, '—', tags ?? '', '—'];
}

async function allRows(act: Act, asked: FigureQuestion): Promise<FigureRow[]> {
  const all: FigureRow[] = [];
  for (let page = 1; ; page += 1) {
    const rows = await readFigureRows(act, { ...asked, part: 'all', page, pageSize: PAGE });
    all.push(...rows);
    if (rows.length < PAGE) return all;
  }
}
