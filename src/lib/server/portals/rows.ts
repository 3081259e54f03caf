import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { Db, Tables } from '../db/index.ts';
import { decrypt } from '../platform/cipher.ts';
import type { PortalConnection } from '../platform/portals.ts';

export type PortalRow = Selectable<Tables['portal']>;

const settingsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    v: v.literal(1),
    ...{ issuer: v.string(), authorizeUrl: v.string(), tokenUrl: v.string(), userUrl: v.string() },
    scope: v.string(),
    fields: v.object({ subject: v.string(), name: v.string(), mobile: v.string(), identity: v.string() }),
  }),
);

/** What of a portal stands in its settings: addresses, scope and the names of its fields. */
export type PortalSettings = Pick<
  PortalConnection,
  'issuer' | 'authorizeUrl' | 'tokenUrl' | 'userUrl' | 'scope' | 'fields'
>;

export function settingsIn(row: Pick<PortalRow, 'settings'>): PortalSettings {
  const { v: _version, ...settings } = v.parse(settingsSchema, row.settings);
  return settings;
}

export function settingsText({
  issuer,
  authorizeUrl,
  tokenUrl,
  userUrl,
  scope,
  fields,
}: PortalSettings): string {
  return JSON.stringify({ v: 1, issuer, authorizeUrl, tokenUrl, userUrl, scope, fields });
}

/** A portal as it is spoken to, its secret readable: never shown and never logged. */
export function connectionTo(db: Db, row: PortalRow, redirectUri: string): PortalConnection {
  return {
    ...settingsIn(row),
    kind: row.kind === 'oidc' ? 'oidc' : 'oauth',
    clientId: row.client_id,
    secret: row.secret_cipher === null ? null : decrypt(db, row.secret_cipher),
    redirectUri,
  };
}
