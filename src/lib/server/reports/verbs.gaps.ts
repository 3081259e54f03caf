import { gapsOf, targetKeys, type Gap } from '#lib/domain/reports/gap.ts';
import { labelOf } from '#lib/domain/reports/freeze.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { examsEnd } from './queries.freeze.ts';
import { setTargetRow } from './queries.gaps.ts';
import { loadReport, type ReportQuestion, type ReportReading } from './verbs.report.ts';
import { targetsNow } from './verbs.targets.ts';
import { readFigureRows } from './verbs.ts';
import { questionOf } from './verbs.values.ts';

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
  const targets = await targetsNow(act, asked);
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

/** Sets how many events of a figure a unit means to hold in a year; 0 takes the target back. */
export async function setTarget(
  act: Act,
  asked: ReportQuestion & { figure: string; target: number },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.setTarget', { unitPath });
  const { unitId, planYear, figure, target } = asked;
  if (!targetKeys.includes(figure)) throw new DomainError('invalid', '这项指标不能设计划数。');
  await inTransaction(act, async (own) => {
    const set = { set_by: signatureOf(own).id, set_at: own.now };
    await setTargetRow(own.db, { unit_id: unitId, plan_year: planYear, figure, target, ...set }).execute();
    await audit.record(own, {
      verb: 'reports.targetSet',
      unitId,
      subject: { kind: 'unit', id: unitId },
      details: { planYear, figure, target },
    });
  });
}

/** Gaps of a report that was read, and the last day of its exams. */
async function findGaps(
  act: Act,
  report: ReportReading,
  targets: Readonly<Record<string, number>>,
): Promise<[Gap[], Day | null]> {
  const { unitId, planYear, values, blocks } = report;
  const pieces = blocks.flatMap((block) => block.sentences.flatMap((sentence) => sentence.pieces));
  const ends = (await examsEnd(act.db, { unitId, planYear }).executeTakeFirst())?.ends_at ?? null;
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
  const question = questionOf(rows.of === 'all' ? rows.key : `${rows.key}@${rows.of}`, asked);
  const found = await readFigureRows(act, { ...question, part: 'rest', page: 1, pageSize: FEW });
  return found.map((row) => row.title);
}
