import type { Result } from '#lib/domain/outside/row.ts';
import type { Db } from '../db/index.ts';
import type { AppliedRow } from '../imports/index.ts';
import { encrypt } from '../platform/cipher.ts';

/** A result made ready to be written; `v` is the version of this shape. */
export interface StagedResult {
  v: 1;
  /** Id of the record that it becomes. */
  recordId: string;
  mark: string;
  result: Result;
  /** True where something like it is recorded: it is written only if it was chosen. */
  isDoubtful: boolean;
}

export function payloadOf(db: Db, staged: Omit<StagedResult, 'v'>): string {
  return encrypt(db, JSON.stringify({ v: 1, ...staged } satisfies StagedResult));
}

/** The staged result again; throws for a payload of an unknown version. */
export function stagedOf(row: AppliedRow): StagedResult {
  const staged = row.payload() as StagedResult;
  if (staged.v !== 1) throw new Error(`unknown version ${String(staged.v)} of an import row`);
  return staged;
}
