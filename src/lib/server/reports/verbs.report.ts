import type { ValueTable } from '#lib/domain/figures/figure.ts';
import { departmentTable, type DepartmentTable } from '#lib/domain/figures/departments.ts';
import {
  assembleReport,
  blocksOf,
  titleOf,
  type ReportBlock,
  type ReportSection,
} from '#lib/domain/reports/draft.ts';
import { valuesOfList } from '#lib/domain/figures/lists.ts';
import { listValuesIn } from '#lib/domain/reports/tokens.ts';
import { hiddenValues } from '#lib/domain/figures/small.ts';
import type { Hidden } from '#lib/domain/reports/sentence.ts';
import { asOfDay } from '#lib/domain/completion/year.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as completion from '../completion/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { latestFreeze } from './queries.freeze.ts';
import { reportOfYear, sectionsOf, sentencesOf } from './queries.report.ts';
import { sectionFrom, sentenceFrom } from './rows.ts';

/** The chapter of which unit's year. */
export type ReportQuestion = figures.UnitYear;

/** A unit's chapter as it stands on the act's day: sentences cut into text, bound numbers and typed ones. */
export interface ReportReading {
  /** Null while nobody has written in it. */
  reportId: string | null;
  unitId: string;
  unitName: string;
  planYear: number;
  title: string[];
  sections: ReportSection[];
  blocks: ReportBlock[];
  departments: DepartmentTable;
  values: ValueTable;
  hidden: Hidden;
  /** The last seal: signed figures no longer follow the records, they are corrected. */
  sealed: { id: string; number: number; kind: string; madeByName: string; madeAt: Instant } | null;
  asOf: Day;
  readAt: Instant;
}

export interface OpenedReport extends ReportReading {
  /** What the reader may do with it. */
  may: { seal: boolean; sign: boolean };
}

/** The chapter: drafted from the figures, changed where somebody wrote. Throws `notFound` outside the reader's scope. */
export async function readReport(act: Act, asked: ReportQuestion): Promise<OpenedReport> {
  const thing = { unitPath: await units.pathOf(act.db, asked.unitId) };
  access.require(act, 'reports.readReport', thing);
  const may = {
    seal: access.can(act, 'reports.sealDraft', thing),
    sign: access.can(act, 'reports.signReport', thing),
  };
  return { ...(await loadReport(act, asked)), may };
}

/** How a chapter is put together. */
interface ReportWish {
  /** Counted at this moment, for what is sealed. */
  isFresh?: boolean;
  /** Ids of saved lists whose values are counted beside those to which sentences are bound. */
  lists?: readonly string[];
}

/** Puts the chapter together of its sentences and values; the verb that calls has asked. */
export async function loadReport(
  act: Act,
  { unitId, planYear }: ReportQuestion,
  wish: ReportWish = {},
): Promise<ReportReading> {
  const asked = { unitId, planYear };
  const unitName = await units.nameOnOrThrow(act.db, unitId, asOfDay(planYear, shanghaiDay(act.now)));
  const report = await reportOfYear(act.db, asked).executeTakeFirst();
  const written = report ? (await sentencesOf(act.db, report.id).execute()).map(sentenceFrom) : [];
  const bound = [
    ...listValuesIn(written.map((one) => one.text)),
    ...(wish.lists ?? []).flatMap(valuesOfList),
  ];
  const { values, readAt } = await (wish.isFresh ? figures.valuesNow : figures.valuesOf)(act, asked, bound);
  const hidden = hiddenValues(values);
  const sections = assembleReport({
    ...{ planYear, values, hidden, written },
    sections: report ? (await sectionsOf(act.db, report.id).execute()).map(sectionFrom) : [],
  });
  const last = report ? await latestFreeze(act.db, report.id).executeTakeFirst() : undefined;
  return {
    ...{ ...asked, reportId: report?.id ?? null, unitName, sections, values, hidden },
    title: titleOf(unitName, planYear),
    blocks: blocksOf(sections),
    departments: await departmentsOf(act, asked),
    sealed: last
      ? {
          ...{ id: last.id, number: last.number, kind: last.kind },
          ...{ madeByName: last.made_by_name, madeAt: last.made_at },
        }
      : null,
    asOf: asOfDay(planYear, shanghaiDay(act.now)),
    readAt,
  };
}

async function departmentsOf(act: Act, asked: ReportQuestion): Promise<DepartmentTable> {
  const { below } = await completion.readUnit(act, { ...asked, group: 'all' });
  return departmentTable(
    below.map(({ unitId, name, exam, hours }) => ({
      ...{ unitId, name, due: exam.due, present: exam.present, passed: exam.passed },
      ...{ excellent: exam.excellent, hoursDue: hours.due, hoursReached: hours.reached },
    })),
  );
}
