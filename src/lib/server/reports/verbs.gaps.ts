import { targetKeys } from '#lib/domain/figures/targets.ts';
import { labelOf } from '#lib/domain/figures/names.ts';
import { gapsOf, type Gap } from '#lib/domain/reports/gap.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { loadReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';

/** So many names stand beside a gap; the figure's page has all. */
const FEW = 5;

export interface GapsReading {
  unitId: string;
  unitName: string;
  planYear: number;
  gaps: (Gap & { names: string[] })[];
  /** What the unit means to hold, with what is verified. */
  targets: { key: string; label: string; target: number; held: number }[];
  examsEnd: Day | null;
  today: Day;
}

/** What this year's report would say with today's records and what is missing, with the first names of each gap. */
export async function readGaps(act: Act, asked: ReportQuestion): Promise<GapsReading> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.readGaps', { unitPath });
  const report = await loadReport(act, asked);
  const targets = await figures.targetsNow(act, asked);
  const [gaps, ends] = await findGaps(act, report, targets);
  const named = gaps.map(async (gap) => ({ ...gap, names: await namesOf(act, asked, gap) }));
  return {
    ...{ unitId: asked.unitId, unitName: report.unitName, planYear: asked.planYear },
    gaps: await Promise.all(named),
    targets: targetKeys
      .filter((key) => report.values.has(key))
      .map((key) => ({
        ...{ key, label: labelOf(key), target: targets[key] ?? 0 },
        held: report.values.get(key)?.numerator ?? 0,
      })),
    examsEnd: ends,
    today: shanghaiDay(act.now),
  };
}

/** Gaps of a report that was read, and the last day of its exams. */
async function findGaps(
  act: Act,
  report: ReportReading,
  targets: Readonly<Record<string, number>>,
): Promise<[Gap[], Day | null]> {
  const { unitId, planYear, values, blocks } = report;
  const pieces = blocks.flatMap((block) => block.sentences.flatMap((sentence) => sentence.pieces));
  const ends = await figures.examsEndOf(act, { unitId, planYear });
  const lastDay = ends === null ? null : shanghaiDay(ends);
  const gaps = gapsOf({
    ...{ planYear, values, targets, now: act.now, today: shanghaiDay(act.now), examsEnd: lastDay },
    events: await readHeavy(act.db, 'reports/queries.gaps.ts', 'openEvents', { unitId, planYear }),
    sentences: {
      moved: pieces.filter((piece) => piece.kind === 'bound' && piece.was !== null).length,
      typed: pieces.filter((piece) => piece.kind === 'typed').length,
    },
  });
  return [gaps, lastDay];
}

async function namesOf(act: Act, asked: ReportQuestion, { rows }: Gap): Promise<string[]> {
  if (rows?.part !== 'rest') return [];
  const question = figures.questionOf(rows.of === 'all' ? rows.key : `${rows.key}@${rows.of}`, asked);
  const found = await figures.readFigureRows(act, { ...question, part: 'rest', page: 1, pageSize: FEW });
  return found.map((row) => row.title);
}
