import { roleLabels, type Role } from '#lib/domain/access/roles.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { handlersOver } from './queries.handing.ts';
import type { FeedbackThing } from './verbs.steps.ts';

/** One of the office, or of an office above it, to whom a piece may be handed. */
export interface Colleague {
  personId: string;
  name: string;
  /** Unit and role by which he may answer, e.g. "区司法局 · 培训管理员". */
  office: string;
}

/**
 * Who else may answer a piece: coordinators of its unit and of those above, for a problem with the system also its
 * administrators; the nearest office first, each once. Neither the sender, nor the actor, nor who has it already.
 */
export async function colleaguesFor(
  act: Act,
  { thing, handlerId }: { thing: FeedbackThing; handlerId: string | null },
): Promise<Colleague[]> {
  const unitPath = thing.unitPath ?? [];
  const roles: Role[] = thing.kind === 'problem' ? ['coordinator', 'systemAdministrator'] : ['coordinator'];
  const notOf = [signatureOf(act).id, thing.ownerId ?? '', handlerId ?? ''];
  const asked = { roles, unitPath, day: shanghaiDay(act.now), notOf };
  const rows = await handlersOver(act.db, asked).execute();
  rows.sort((a, b) => unitPath.indexOf(a.unit_id) - unitPath.indexOf(b.unit_id));
  const byPerson = new Map<string, Colleague>();
  for (const { id, name, role, unit_name: unit } of rows) {
    if (byPerson.has(id)) continue;
    byPerson.set(id, { personId: id, name, office: `${unit} · ${roleLabels[role as Role]}` });
  }
  return [...byPerson.values()];
}
