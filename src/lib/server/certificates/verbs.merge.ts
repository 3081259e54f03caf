import type { FactOf } from '#lib/domain/facts/index.ts';
import type { Merging } from '#lib/domain/facts/people.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { giveCertificate, giveRequest, holderRow, ofBoth } from './queries.merge.ts';
import { keyOf } from './rows.ts';

/**
 * Certificates and waiting requests of the open years go over with what they rest on; of one kind and year the kept
 * record keeps its own in force.
 */
export async function onPersonsMerged(act: Act, fact: FactOf<'personsMerged'>): Promise<void> {
  const { mergeId, keptId } = fact;
  const certificates = movable(await ofBoth(act.db, 'certificate', fact).execute(), 'valid', fact);
  await people.noteMoved(act, { mergeId, kind: 'certificate', rows: keysOf(certificates) });
  for (const { id } of certificates) await moveCertificate(act, id, keptId);
  const asked = movable(await ofBoth(act.db, 'certificate_request', fact).execute(), 'asked', fact);
  const requests = asked.filter(({ status }) => status === 'asked');
  await people.noteMoved(act, { mergeId, kind: 'certificateRequest', rows: keysOf(requests) });
  for (const { id } of requests) await moveRequest(act, id, keptId);
}

interface Held {
  id: string;
  person_id: string;
  kind: string;
  plan_year: number;
  status: string;
}

const keysOf = (rows: readonly Held[]) => rows.map(({ id }) => ({ key: id }));

/** What the gone record has, but not one that stands where the kept record has its own standing. */
function movable(rows: readonly Held[], standing: 'valid' | 'asked', { keptId, goneId }: Merging): Held[] {
  const placeOf = (row: Held) => `${row.kind} ${row.plan_year}`;
  const own = rows.filter((row) => row.person_id === keptId && row.status === standing);
  const taken = new Set(own.map(placeOf));
  return rows.filter(
    (row) => row.person_id === goneId && !(row.status === standing && taken.has(placeOf(row))),
  );
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
  const row = await holderRow(act.db, 'certificate', id).executeTakeFirstOrThrow();
  const key = row.status === 'valid' ? keyOf({ personId, kind: row.kind, planYear: row.plan_year }) : null;
  await giveCertificate(act.db, { id, personId, key }).execute();
}

async function moveRequest(act: Act, id: string, personId: string): Promise<void> {
  const row = await holderRow(act.db, 'certificate_request', id).executeTakeFirstOrThrow();
  const key = row.status === 'asked' ? keyOf({ personId, kind: row.kind, planYear: row.plan_year }) : null;
  await giveRequest(act.db, { id, personId, key }).execute();
}
