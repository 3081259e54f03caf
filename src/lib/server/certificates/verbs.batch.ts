import { obstacleOf, type Obstacle } from '#lib/domain/certificates/eligibility.ts';
import type { CertificateKind, IssuerMark } from '#lib/domain/certificates/kinds.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, isDuplicate, readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { issuerFor } from './issuing.ts';
import { workRun } from './jobs.ts';
import { issuerOf } from './queries.numbers.ts';
import type { everybodyFor } from './queries.people.ts';
import { insertRun, recentRuns } from './queries.runs.ts';
import { groundsOf } from './rows.ts';
import { refuseYear } from './verbs.issue.ts';

export interface Batch {
  unitId: string;
  kind: CertificateKind;
  planYear: number;
}

export interface BatchPreview {
  issuerName: string;
  mark: IssuerMark;
  /** How many can be issued. */
  able: number;
  /** Who cannot, by name, and why; at most `MOST_NAMED` of them. */
  unable: { personId: string; name: string; unitName: string; obstacle: Obstacle }[];
  /** How many cannot, by reason. */
  obstacles: { obstacle: Obstacle; people: number }[];
}

const MOST_NAMED = 200;

type Rows = Awaited<ReturnType<typeof everybodyFor>>;

/** For whom of a unit a certificate can be issued now, and who cannot have one and why. */
export async function previewBatch(act: Act, asked: Batch): Promise<BatchPreview> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'certificates.issue', { unitPath });
  refuseYear(act, asked.planYear);
  const day = shanghaiDay(act.now);
  const issuerUnitId = issuerFor(unitPath, access.unitsHeld(act, ['coordinator']));
  const ask = { ...asked, day };
  const rows = await readHeavy<Rows>(act.db, 'certificates/queries.people.ts', 'everybodyFor', ask);
  const judged = rows.map((row) => ({ row, obstacle: obstacleOf(groundsOf(row, asked.kind)) }));
  const unable = judged.flatMap(({ row, obstacle }) => {
    if (obstacle === null) return [];
    return [{ personId: row.id, name: row.name, unitName: row.unit_name, obstacle }];
  });
  const kinds = [...new Set(unable.map((one) => one.obstacle))];
  return {
    issuerName: (await units.nameOn(act.db, issuerUnitId, day)) ?? '',
    mark: (await issuerOf(act.db, issuerUnitId).executeTakeFirst())?.mark ?? 'place',
    able: judged.length - unable.length,
    unable: unable.slice(0, MOST_NAMED),
    obstacles: kinds.map((obstacle) => ({
      obstacle,
      people: unable.filter((one) => one.obstacle === obstacle).length,
    })),
  };
}

/** So many people are seen to while the coordinator waits; a job goes on with the others. */
const AT_ONCE = 100;

/** Issues to everybody of a unit to whom it can be issued: some at once, the others by and by. */
export async function issueBatch(act: Act, asked: Batch): Promise<{ runId: string }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'certificates.issue', { unitPath });
  refuseYear(act, asked.planYear);
  const issuerUnitId = issuerFor(unitPath, access.unitsHeld(act, ['coordinator']));
  const runId = newId();
  const { unitId, kind, planYear } = asked;
  const by = signatureOf(act);
  try {
    await inTransaction(act, async (own) => {
      await insertRun(own.db, {
        ...{ id: runId, unit_id: unitId, issuer_unit_id: issuerUnitId, kind, plan_year: planYear },
        ...{ after_person_id: '', issued: 0, passed_over: 0, begun_at: act.now },
        ...{ begun_by: by.id, begun_by_name: by.name, done_at: null },
        open_key: `${unitId}/${kind}/${planYear}`,
      }).execute();
      const details = { run: runId, kind, planYear };
      await audit.record(own, { verb: 'certificates.batchBegun', unitId, details });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError('conflict', '这个单位的这一批正在开具，请稍等片刻再看。');
  }
  await workRun(act, runId, AT_ONCE);
  return { runId };
}

export interface RunLine {
  id: string;
  unitId: string;
  unitName: string;
  kind: CertificateKind;
  planYear: number;
  issued: number;
  passedOver: number;
  begunAt: Instant;
  begunByName: string;
  isDone: boolean;
}

const MOST_RUNS = 5;

/** The latest batches of the units for which the actor works. */
export async function listRuns(act: Act): Promise<RunLine[]> {
  access.require(act, 'certificates.list');
  const unitIds = access.unitsHeld(act, ['coordinator']);
  const rows = await recentRuns(act.db, { unitIds, limit: MOST_RUNS }).execute();
  return rows.map((row) => ({
    ...{ id: row.id, unitId: row.unit_id, unitName: row.unit_name, kind: row.kind },
    ...{ planYear: row.plan_year, issued: row.issued, passedOver: row.passed_over },
    ...{ begunAt: row.begun_at, begunByName: row.begun_by_name, isDone: row.done_at !== null },
  }));
}

/** Units for whose people the actor may issue, as a tree. */
export async function unitsToIssueFor(act: Act) {
  access.require(act, 'certificates.list');
  return units.inReach(act, access.unitsHeld(act, ['coordinator']));
}
