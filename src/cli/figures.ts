import { figureKeys, figures as registry } from '#lib/domain/reports/figures/index.ts';
import { printPart } from '#lib/domain/reports/parts.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import * as reports from '#lib/server/reports/index.ts';
import { argument, option, UsageError, type Call, type ExitCode, type Subject } from './subject.ts';

const PAGE = 500;

/** `xuefa figures …`: every figure, its definition, its value and the rows behind it. */
export const figures: Subject = {
  name: 'figures',
  summary: '指标与明细',
  verbs: {
    list: {
      usage: 'list [--json]',
      summary: '列出全部指标及其口径',
      run: async ({ out }) => {
        for (const key of figureKeys) out.line(`${key}\t${registry[key].name}\t${registry[key].formula}`);
        out.json({ figures: figureKeys.map((key) => registry[key]) });
        return 0;
      },
    },
    show: {
      usage: 'show KEY --unit ID [--year YEAR] [--leadership] [--rows] [--json]',
      summary: '一项指标的数值、公式、分子分母，可附明细',
      flags: ['rows', 'leadership'],
      run: show,
    },
  },
};

async function show(call: Call): Promise<ExitCode> {
  const { act, out, options } = call;
  const asked: reports.FigureQuestion = {
    key: argument(call, 0, 'KEY'),
    unitId: option(call, 'unit'),
    planYear: yearOf(options.year, planYearOf(act.now)),
    group: options.leadership === true ? 'leadership' : 'all',
    window: 'all',
  };
  const { definition, value, asOf } = await reports.readFigure(act, asked);
  const text = printPart(value, definition.measure === 'rate' ? 'rate' : 'numerator');
  out.line(`${definition.name}：${text}`);
  out.line(`公式：${definition.formula}`);
  out.line(`${definition.numerator} ${value.numerator} / ${definition.denominator} ${value.denominator}`);
  const rows = options.rows === true ? await allRows(call, asked) : undefined;
  for (const row of rows ?? []) out.line(`${row.counted ? '计入' : '未计'}\t${row.unitName}\t${row.title}`);
  out.json({ definition, value, asOf, ...(rows ? { rows } : {}) });
  return 0;
}

async function allRows({ act }: Call, asked: reports.FigureQuestion) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const rows = await reports.readFigureRows(act, { ...asked, part: 'all', page, pageSize: PAGE });
    all.push(...rows);
    if (rows.length < PAGE) return all;
  }
}

function yearOf(text: string | true | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  const year = Number(text);
  if (text === true || !Number.isInteger(year) || year < 2000 || year > 2999) {
    throw new UsageError('选项 --year 应为四位年份。');
  }
  return year;
}
