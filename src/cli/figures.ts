import { isClassCode } from '#lib/domain/people/classes.ts';
import type { FigureCount, FigureDefinition, FigureRow } from '#lib/domain/figures/figure.ts';
import { figureKeys, figures as registry } from '#lib/domain/figures/registry/index.ts';
import { overlapOf, sayNumerator, sayUnit, sayValue } from '#lib/domain/figures/say.ts';
import { isDay, planYearOf } from '#lib/domain/shared/time.ts';
import * as rooms from '#lib/server/figures/index.ts';
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
      usage:
        'show KEY --unit ID [--year YEAR] [--group leadership] [--class CODE] [--selection ID] [--window main] [--as-of DAY] [--rows] [--json]',
      summary: '一项指标的数值、公式、分子分母，可附明细；可只看领导班子、一类人员、一份名单、主考期或某一天',
      flags: ['rows'],
      run: show,
    },
  },
};

async function show(call: Call): Promise<ExitCode> {
  const { act, out, options } = call;
  const asked = questionOf(call);
  const { definition, value, scope, list } = await rooms.readFigure(act, asked);
  if (list) out.line(`名单：${list.name}（${list.heldOn}）`);
  for (const line of linesOf(definition, value)) out.line(line);
  const rows = options.rows === true ? await allRows(call, asked) : undefined;
  for (const row of rows ?? []) out.line(lineOf(row));
  out.json({ definition, value, scope, list, ...(rows ? { rows } : {}) });
  return 0;
}

function questionOf(call: Call): rooms.FigureQuestion {
  const { act, options } = call;
  const classCode = worded(options.class, '--class', isClassCode, '人员类别代码，如 enforcement');
  const selectionId = worded(options.selection, '--selection', (text) => text !== '', '名单编号');
  const asOf = worded(options['as-of'], '--as-of', isDay, '日期，如 2026-09-30');
  const isGroup = (text: string) => text === 'all' || text === 'leadership';
  const isWindow = (text: string) => text === 'all' || text === 'main';
  return {
    key: argument(call, 0, 'KEY'),
    unitId: option(call, 'unit'),
    planYear: yearOf(options.year, planYearOf(act.now)),
    group:
      worded(options.group, '--group', isGroup, 'all 或 leadership') === 'leadership' ? 'leadership' : 'all',
    window: worded(options.window, '--window', isWindow, 'all 或 main') === 'main' ? 'main' : 'all',
    classCode: classCode ?? null,
    ...(selectionId === undefined ? {} : { selectionId }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function linesOf(definition: FigureDefinition, value: FigureCount): string[] {
  const unit = definition.measure === 'rate' ? '' : sayUnit(definition, value);
  const numerator = `${definition.numerator} ${sayNumerator(definition, value)}`;
  const overlap = overlapOf(value);
  return [
    `${definition.name}：${sayValue(definition, value)}${unit}`,
    `公式：${definition.formula}`,
    `${numerator} / ${definition.denominator} ${value.denominator}`,
    ...(value.quarters ? [`四个季度：${value.quarters.join('、')}`] : []),
    ...(overlap > 0 ? [`同时计入几种形式：${overlap}`] : []),
  ];
}

function lineOf(row: FigureRow): string {
  const more = [row.day, row.amount === null ? null : String(row.amount), row.tags];
  const parts = [row.counted ? '计入' : '未计', row.unitName, row.title, ...more];
  return parts.filter((part) => part !== null).join('\t');
}

async function allRows({ act }: Call, asked: rooms.FigureQuestion) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const rows = await rooms.readFigureRows(act, { ...asked, part: 'all', page, pageSize: PAGE });
    all.push(...rows);
    if (rows.length < PAGE) return all;
  }
}

/** Text of an option that must make sense; undefined where it was not given. */
function worded(
  text: string | true | undefined,
  name: string,
  makesSense: (text: string) => boolean,
  form: string,
): string | undefined {
  if (text === undefined) return undefined;
  if (text === true || !makesSense(text)) throw new UsageError(`选项 ${name} 应为${form}。`);
  return text;
}

function yearOf(text: string | true | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  const year = Number(text);
  if (text === true || !Number.isInteger(year) || year < 2000 || year > 2999) {
    throw new UsageError('选项 --year 应为四位年份。');
  }
  return year;
}
