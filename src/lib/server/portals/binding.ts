import { cleanName } from '#lib/domain/shared/written.ts';
import { cleanIdentity, identityFault } from '#lib/domain/people/identity.ts';
import { cleanMobile, mobileFault } from '#lib/domain/people/mobile.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { keyedHashes } from '../platform/cipher.ts';
import type { PortalPerson } from '../platform/portals.ts';
import { insertLink, personByHash } from './queries.ts';
import type { PortalRow } from './rows.ts';

export interface Found {
  personId: string;
  by: 'mobile' | 'identity';
}

/**
 * The one person of the portal's mobile and identity number. Numbers that lead to two people, or a name that is not
 * his (mobile numbers are given anew), bind nobody.
 */
export async function personKnown(act: Act, person: PortalPerson): Promise<Found | null> {
  const identity = cleanIdentity(person.identity);
  const mobile = cleanMobile(person.mobile);
  const asked: { by: Found['by']; column: 'mobile_hash' | 'identity_hash'; number: string }[] = [];
  if (identityFault(identity, shanghaiDay(act.now)) === null) {
    asked.push({ by: 'identity', column: 'identity_hash', number: identity });
  }
  if (mobileFault(mobile) === null) asked.push({ by: 'mobile', column: 'mobile_hash', number: mobile });
  let found: (Found & { name: string }) | null = null;
  for (const { by, column, number } of asked) {
    const row = await personByHash(act.db, {
      column,
      hashes: keyedHashes(act.db, by, number),
    }).executeTakeFirst();
    if (!row) continue;
    if (found && found.personId !== row.id) return null;
    found ??= { personId: row.id, by, name: row.name };
  }
  if (!found || (person.name !== '' && cleanName(person.name) !== cleanName(found.name))) return null;
  return { personId: found.personId, by: found.by };
}

export interface Binding {
  accountId: string;
  personId: string;
  subject: string;
  by: 'mobile' | 'identity' | 'person';
}

/** Binds a portal's subject to an account, once each, within the act's transaction. */
export async function bind(
  act: Act,
  row: PortalRow,
  { accountId, personId, subject, by }: Binding,
): Promise<void> {
  const key = { portal_id: row.id, subject, account_id: accountId };
  const bound = await insertLink(act.db, { ...key, linked_at: act.now, linked_by: by }).executeTakeFirst();
  if ((bound.numInsertedOrUpdatedRows ?? 0n) === 0n) {
    throw new DomainError('conflict', `这个账号或这个${row.name}账号已经绑定过，请先解除原来的绑定。`);
  }
  await audit.record(act, {
    verb: 'access.portalLinked',
    subject: { kind: 'person', id: personId },
    details: { portal: row.name, by },
  });
}
