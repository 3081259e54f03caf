import { DomainError } from '#lib/domain/shared/errors.ts';
import * as bank from '../bank/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.runs.ts';
import { itemOf, runOf, type Item, type Run, type RunKind } from './rows.ts';

/** A run of a kind; `notFound` when there is none of that id. */
export async function runOrThrow(act: Act, runId: string, kind: RunKind): Promise<Run> {
  const row = await queries.runById(act.db, runId).executeTakeFirst();
  if (!row || row.kind !== kind) throw new DomainError('notFound', '没有找到这次练习，请回到练习页。');
  return runOf(row);
}

export async function itemsOfRun(act: Act, runId: string): Promise<Item[]> {
  return (await queries.itemsOf(act.db, runId).execute()).map(itemOf);
}

/** A question of a run with what is kept of its card; `notFound` when the run has none at this place. */
export async function itemAtOrThrow(
  act: Act,
  runId: string,
  position: number,
): Promise<Item & { memoryBefore: string | null }> {
  const row = await queries.itemAt(act.db, runId, position).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这道题，请回到练习页。');
  return { ...itemOf(row), memoryBefore: row.memory_before };
}

export async function versionOrThrow(act: Act, versionId: string): Promise<bank.QuestionVersion> {
  const [version] = await bank.versions(act.db, [versionId]);
  if (!version) throw new RangeError(`the practised version ${versionId} is gone`);
  return version;
}
