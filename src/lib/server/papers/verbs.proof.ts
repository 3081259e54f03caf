import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { fullMarks, isOfRow, itemCount } from '#lib/domain/papers/blueprint.ts';
import { drawPaper } from '#lib/domain/papers/draw.ts';
import { exposureOf, type Exposure } from '#lib/domain/papers/exposure.ts';
import { shortagesOf, type Shortage } from '#lib/domain/papers/shortage.ts';
import { gridOf, type Grid } from '#lib/domain/papers/grid.ts';
import type { QuestionContent } from '#lib/domain/bank/question.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import type { Act } from '../platform/act.ts';
import { blueprintOrThrow, poolOn, type Blueprint } from './questions.ts';
import * as queries from './queries.ts';

/** What a row may be narrowed to. */
export interface RowChoices {
  topics: { id: string; name: string }[];
  /** Plain titles of the laws that the exam questions of today cite. */
  laws: string[];
  audiences: string[];
}

/** Topics, laws and audiences of the exam questions of today. */
export async function choices(act: Act): Promise<RowChoices> {
  access.require(act, 'papers.list');
  const pool = await poolOn(act.db, shanghaiDay(act.now));
  return {
    topics: await queries.topics(act.db).execute(),
    laws: [...new Set(pool.flatMap((one) => one.laws))].sort(),
    audiences: [...new Set(pool.flatMap((one) => one.audiences))].sort(),
  };
}

export interface BlueprintView extends Omit<Blueprint, 'unitPath'> {
  fullMarksHundredths: number;
  items: number;
  /** Row id → questions of the pool that fit it. */
  fitting: Record<string, number>;
  /** Empty when the pool can meet every row at once. */
  shortages: Shortage[];
  /** Null while it cannot be met. */
  exposure: Exposure | null;
  /** 题型 × 专题. */
  grid: Grid;
}

/** A blueprint with the proof that the bank of today meets it, or what is missing. */
export async function open(act: Act, blueprintId: string): Promise<BlueprintView> {
  const { unitPath, ...blueprint } = await blueprintOrThrow(act.db, blueprintId);
  access.require(act, 'papers.open', { unitPath });
  const pool = await poolOn(act.db, shanghaiDay(act.now));
  const { rows } = blueprint;
  return {
    ...blueprint,
    fullMarksHundredths: fullMarks(rows),
    items: itemCount(rows),
    fitting: Object.fromEntries(rows.map((row) => [row.id, pool.filter((one) => isOfRow(row, one)).length])),
    shortages: shortagesOf(rows, pool),
    exposure: exposureOf(rows, pool),
    grid: gridOf(rows),
  };
}

export interface PaperPreview {
  title: string;
  /** Repeats this very paper while the bank is the same. */
  seed: string;
  fullMarksHundredths: number;
  items: (QuestionContent & { versionId: string; pointsHundredths: number })[];
}

/**
 * One paper as a candidate might draw it today, with its key, options in the bank's order; nothing is kept.
 * `conflict` while the bank cannot meet the blueprint.
 */
export async function preview(act: Act, input: { blueprintId: string; seed: string }): Promise<PaperPreview> {
  const blueprint = await blueprintOrThrow(act.db, input.blueprintId);
  access.require(act, 'papers.open', blueprint);
  const drawn = drawPaper(blueprint.rows, await poolOn(act.db, shanghaiDay(act.now)), input.seed);
  if (!drawn.ok) throw new DomainError('conflict', '题库还不能满足这份方案，请先看方案页上缺题的说明。');
  const versions = await bank.versions(
    act.db,
    drawn.items.map((item) => item.versionId),
  );
  const byId = new Map(versions.map((version) => [version.id, version]));
  return {
    title: blueprint.title,
    seed: input.seed,
    fullMarksHundredths: fullMarks(blueprint.rows),
    items: drawn.items.flatMap(({ versionId, pointsHundredths }) => {
      const version = byId.get(versionId);
      if (!version) return [];
      const { id: _id, questionId: _question, version: _version, ...content } = version;
      return [{ ...content, versionId, pointsHundredths }];
    }),
  };
}
