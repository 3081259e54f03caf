import { error } from '@sveltejs/kit';
import { DEPARTMENTS_TITLE, FIGURES_TITLE, figureTable } from '#lib/domain/reports/annex.ts';
import { FIGURE_PARTS, isFigurePart } from '#lib/domain/figures/parts.ts';
import { PARTS } from '#lib/domain/reports/drafts/section.ts';
import {
  addSectionForm,
  addSentenceForm,
  bindForm,
  confirmForm,
  moveForm,
  settleForm,
  showForm,
  writeForm,
} from '#lib/forms/reportEditing.ts';
import { parseInsight } from '#lib/forms/figures.ts';
import { parsePlanYear } from '#lib/forms/planYear.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Act = App.Locals['act'];

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const planYear = parsePlanYear(params.year);
    const units = await figures.listUnits(act);
    if (planYear === null) error(404, { message: '没有这个年度的报告。', id: '' });
    const scope = parseInsight(url, { units, years: [planYear], thisYear: planYear });
    if (!scope) error(404, { message: '没有可以撰写报告的单位。', id: '' });
    const asked = { unitId: scope.unitId, planYear };
    const { values, hidden, departments, ...report } = await reports.readReport(act, asked);
    const named = [...values].map(([name, value]) => ({ ...value, name }));
    const table = figureTable(named, { planYear, at: act.now, hidden });
    const place = url.searchParams.get('sentence');
    const listId = url.searchParams.get('list') ?? '';
    const parts = Object.entries(PARTS).map(([value, label]) => ({ value, label }));
    return {
      annexes: [
        ...(departments.rows.length > 0 ? [{ title: DEPARTMENTS_TITLE, table: departments }] : []),
        { title: FIGURES_TITLE, table },
      ],
      ...{ report, units, parts, isEditing: url.searchParams.get('mode') === 'edit' },
      evidence: await evidenceOf(act, url, asked),
      sentence: place ? await reports.openSentence(act, { ...asked, place, listId }) : null,
    };
  });

/** Definition, value, first rows and original files of the number that was pressed; null when none was. */
async function evidenceOf(act: Act, url: URL, asked: reports.ReportQuestion) {
  const key = url.searchParams.get('figure');
  if (!key) return null;
  const pressed = url.searchParams.get('part') ?? '';
  const part = isFigurePart(pressed) ? pressed : (FIGURE_PARTS[0] ?? 'rate');
  return reports.readEvidence(act, { ...asked, key, of: url.searchParams.get('of') ?? 'all', part });
}

/** The report that a form is about; its unit stands in the address. Without one the verb answers that there is none. */
function askedBy({ params, url }: RequestEvent): reports.ReportQuestion {
  return { unitId: url.searchParams.get('unit') ?? '', planYear: parsePlanYear(params.year) ?? 0 };
}

export const actions: Actions = {
  write: (event) =>
    answering(event, writeForm, async (input) => {
      await reports.writeSentence(event.locals.act, { ...askedBy(event), ...input });
      return { done: '这句话已定稿。' };
    }),
  settle: (event) =>
    answering(event, settleForm, async (input) => {
      await reports.settleSentence(event.locals.act, { ...askedBy(event), ...input });
      return { done: input.state === 'omitted' ? '这句话已略去，可以随时恢复。' : '已恢复为系统拟稿。' };
    }),
  confirm: (event) =>
    answering(event, confirmForm, async ({ place }) => {
      const asked = place ? { ...askedBy(event), place } : askedBy(event);
      const count = await reports.confirmNumbers(event.locals.act, asked);
      return { done: count === 0 ? '没有需要确认的变动。' : `已按今天的数字确认 ${count} 句。` };
    }),
  bind: (event) =>
    answering(event, bindForm, async (input) => {
      await reports.bindNumber(event.locals.act, { ...askedBy(event), ...input });
      return { done: '数字已绑定到指标，今后随记录变化。' };
    }),
  addSentence: (event) =>
    answering(event, addSentenceForm, async (input) => {
      await reports.addSentence(event.locals.act, { ...askedBy(event), ...input });
      return { done: '已添一句。' };
    }),
  addSection: (event) =>
    answering(event, addSectionForm, async (input) => {
      await reports.addSection(event.locals.act, { ...askedBy(event), ...input });
      return { done: '已添一节，请在其中添句。' };
    }),
  move: (event) =>
    answering(event, moveForm, async (input) => {
      await reports.moveSection(event.locals.act, { ...askedBy(event), ...input });
      return { done: '已调整顺序。' };
    }),
  show: (event) =>
    answering(event, showForm, async ({ section, shown }) => {
      const asked = { ...askedBy(event), section, isOmitted: shown === 'no' };
      await reports.showSection(event.locals.act, asked);
      return { done: shown === 'no' ? '这一节已略去。' : '这一节已恢复。' };
    }),
};
