import type { FactOf } from '#lib/domain/facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import {
  certificateRow,
  certificatesToMove,
  giveCertificate,
  giveRequest,
  requestRow,
  requestsToMove,
} from './queries.merge.ts';
import { keyOf } from './rows.ts';

/**
 * Certificates and waiting requests of the open years go over with what they rest on; of one kind and year the kept
 * record keeps its own in force.
 */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId } = fact;
  const certificates = (await certificatesToMove(act.db, fact).execute()).map(({ id }) => id);
  await people.noteMoved(act, { mergeId, kind: 'certificate', rows: certificates.map((key) => ({ key })) });
  for (const id of certificates) await moveCertificate(act, id, keptId);
  const requests = (await requestsToMove(act.db, fact).execute()).map(({ id }) => id);
  await people.noteMoved(act, {
    mergeId,
    kind: 'certificateRequest',
    rows: requests.map((key) => ({ key })),
  });
  for (const id of requests) await moveRequest(act, id, keptId);
}

/** They go back. */
export async function onPersonsParted(act: Act, fact: FactOf<'personsParted'>): Promise<void> {
  const { mergeId, goneId } = fact;
  for (const { key } of await people.movedBy(act.db, { mergeId, kind: 'certificate' }))
    await moveCertificate(act, key, goneId);
  for (const { key } of await people.movedBy(act.db, { mergeId, kind: 'certificateRequest' }))
    await moveRequest(act, key, goneId);
}

async function moveCertificate(act: Act, id: string, personId: string): Promise<void> {
  const row = await certificateRow(act.db, id).executeTakeFirstOrThrow();
  const key = row.status === 'valid' ? keyOf({ personId, kind: row.kind, planYear: row.plan_year }) : null;
  await giveCertificate(act.db, { id, personId, key }).execute();
}

async function moveRequest(act: Act, id: string, personId: string): Promise<void> {
  const row = await requestRow(act.db, id).executeTakeFirstOrThrow();
  const key = row.status === 'asked' ? keyOf({ personId, kind: row.kind, planYear: row.plan_year }) : null;
  await giveRequest(act.db, { id, personId, key }).execute();
}
