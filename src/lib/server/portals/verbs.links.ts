import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { deleteLink, linksOf } from './queries.ts';
import { portalDoors, type PortalDoor } from './verbs.signIn.ts';

export interface MyPortal extends PortalDoor {
  /** Null while the account is not bound. */
  linkedAt: string | null;
}

/** Portals, and whether the person's account is bound to them. */
export async function myPortals(act: Act): Promise<MyPortal[]> {
  access.require(act, 'access.ownSecurity');
  const links = await linksOf(act.db, personOf(act).accountId).execute();
  const doors = await portalDoors(act);
  return doors.map((door) => ({
    ...door,
    linkedAt: links.find((one) => one.portal_id === door.id)?.linked_at ?? null,
  }));
}

/** Unbinds the person's own account from a portal. */
export async function unlinkPortal(act: Act, portalId: string): Promise<void> {
  access.require(act, 'access.ownSecurity');
  const { accountId, personId } = personOf(act);
  await inTransaction(act, async (own) => {
    const gone = await deleteLink(own.db, accountId, portalId).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new DomainError('notFound', '这个账号没有绑定。');
    await audit.record(own, {
      verb: 'access.portalUnlinked',
      subject: { kind: 'person', id: personId },
      details: { portal: portalId },
    });
  });
}
