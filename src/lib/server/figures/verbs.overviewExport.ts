import { departmentTable } from '#lib/domain/figures/departments.ts';
import { isSmall } from '#lib/domain/figures/small.ts';
import { formatRate, rateOf } from '#lib/domain/shared/rate.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import type { WorkbookSheet } from '../documents/xlsx.ts';
import type { Act } from '../platform/act.ts';
import { watermarkOf } from '../platform/watermark.ts';
import * as units from '../units/index.ts';
import { readOverview, type Overview, type OverviewQuestion } from './verbs.overview.ts';

/**
 * Workbook of the overview: the unit, its departments and the events by quarter, with a line that says who took it
 * out. Rates of departments under five people, and of the next smallest, are left out, and so are those of a leadership
 * group under five. The export is audited.
 */
export async function exportOverview(
  act: Act,
  asked: OverviewQuestion,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'figures.exportOverview', { unitPath });
  const overview = await readOverview(act, asked);
  const day = overview.past?.day ?? shanghaiDay(act.now);
  const mark = watermarkOf(act, `${overview.name}工作`);
  const asOf = `数据截至 ${day}`;
  const sheets = [
    unitSheet(overview, asOf, asked.group),
    departmentSheet(overview, asOf),
    eventSheet(overview, asOf),
  ];
  const bytes = await makeWorkbook({ mark, sheets });
  await inTransaction(act, (own) =>
    audit.record(own, {
      verb: 'reports.overviewExported',
      unitId: asked.unitId,
      subject: { kind: 'unit', id: asked.unitId },
      details: { planYear: asked.planYear, group: asked.group, day },
    }),
  );
  return { fileName: `${overview.name}${asked.planYear}年度学法总览.xlsx`, bytes };
}

function unitSheet(
  { counts: { exam, hours } }: Overview,
  asOf: string,
  group: OverviewQuestion['group'],
): WorkbookSheet {
  const isHidden = (people: number) => group === 'leadership' && isSmall(people);
  const rateAmong = (people: number) => (name: string, numerator: number, denominator: number) =>
    isHidden(people)
      ? [name, '—', '不足5人，不列比率']
      : [name, formatRate(rateOf(numerator, denominator)), `${numerator} / ${denominator}`];
  const rate = rateAmong(exam.due);
  return {
    name: '总览',
    columns: [
      { heading: '指标', width: 26 },
      { heading: '数值', width: 14 },
      { heading: '分子 / 分母', width: 20 },
    ],
    rows: [
      rate('参考率（实考/应考）', exam.present, exam.due),
      rate('合格率（合格/实考）', exam.passed, exam.present),
      rate('合格率（合格/应考）', exam.passed, exam.due),
      rate('优秀率（优秀/实考）', exam.excellent, exam.present),
      rateAmong(hours.due)('学时达标率', hours.reached, hours.due),
      [asOf, '', ''],
    ],
  };
}

function departmentSheet({ counts }: Overview, asOf: string): WorkbookSheet {
  const { head, rows, note } = departmentTable(
    counts.below.map(({ unitId, name, exam, hours }) => ({
      ...{ unitId, name, due: exam.due, present: exam.present, passed: exam.passed },
      ...{ excellent: exam.excellent, hoursDue: hours.due, hoursReached: hours.reached },
    })),
  );
  const blank = (text: string) => [text, ...head.slice(1).map(() => '')];
  return {
    name: '各部门',
    columns: head.map((heading, at) => ({ heading, width: at === 0 ? 28 : 14 })),
    rows: [...rows, ...(note === '' ? [] : [blank(note)]), blank(asOf)],
  };
}

function eventSheet({ events }: Overview, asOf: string): WorkbookSheet {
  const words = { missing: '缺', none: '—', ahead: '' };
  return {
    name: '学法活动',
    columns: ['形式', '一季度', '二季度', '三季度', '四季度'].map((heading, at) => ({
      heading,
      width: at === 0 ? 28 : 10,
    })),
    rows: [
      ...events.map(({ tag, cells }) => [
        tag,
        ...cells.map((cell) => (cell.state === 'held' ? String(cell.count) : words[cell.state])),
      ]),
      [asOf, '', '', '', ''],
    ],
  };
}
