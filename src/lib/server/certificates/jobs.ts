import { obstacleOf } from '#lib/domain/certificates/eligibility.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { findsAny, type Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import { issueOne } from './issuing.ts';
import { peopleFor } from './queries.people.ts';
import { endRun, moveRun, openRuns, runById } from './queries.runs.ts';
import { groundsOf } from './rows.ts';

/** Takes a batch on, at most over so many people, in small transactions. May meet another process at the same one. */
export async function workRun(act: Act, runId: string, most = Infinity): Promise<number> {
  return inChunks(act, (own, limit) => workNext(own, runId, limit), most);
}

/** Whether a batch is not through. */
export function isRunOpen(db: Db): Promise<boolean> {
  return findsAny(openRuns(db));
}

/** Finishes batches that are not through, after a crash too. Answers how many people were looked at. */
export async function resumeRuns(act: Act): Promise<number> {
  access.require(act, 'certificates.resume');
  let seen = 0;
  for (const { id } of await openRuns(act.db).execute()) seen += await workRun(act, id);
  return seen;
}

async function workNext(act: Act, runId: string, limit: number): Promise<number> {
  const run = await runById(act.db, runId).executeTakeFirst();
  if (!run || run.done_at !== null) return 0;
  const { kind, plan_year: planYear, unit_id: unitId, issuer_unit_id: issuerUnitId } = run;
  const from = run.after_person_id;
  const day = shanghaiDay(act.now);
  const rows = await peopleFor(act.db, { unitId, day, kind, planYear, after: from, limit }).execute();
  const to = rows[rows.length - 1]?.id;
  if (to === undefined) {
    await finish(act, { id: runId, unitId, issued: run.issued, passedOver: run.passed_over });
    return 0;
  }
  const able = rows.filter((row) => obstacleOf(groundsOf(row, kind)) === null);
  const step = { issued: able.length, passedOver: rows.length - able.length };
  const moved = await moveRun(act.db, { id: runId, from, to, ...step }).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return rows.length;
  const by = { id: run.begun_by, name: run.begun_by_name };
  for (const { id: personId } of able) {
    const [homeId = unitId] = await people.unitPathOf(act, personId);
    await issueOne(act, { personId, kind, planYear, unitId: homeId, issuerUnitId, by });
  }
  return rows.length;
}

async function finish(
  act: Act,
  run: { id: string; unitId: string; issued: number; passedOver: number },
): Promise<void> {
  const ended = await endRun(act.db, { id: run.id, at: act.now }).executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return;
  const { id, unitId, issued, passedOver } = run;
  const details = { run: id, issued, passedOver };
  await audit.record(act, { verb: 'certificates.batchDone', unitId, details });
}
