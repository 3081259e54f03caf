import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { encrypt } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import { isPortalAddress } from '../platform/portals.ts';
import { portalById, portals, putPortal } from './queries.ts';
import { settingsIn, settingsText, type PortalSettings } from './rows.ts';

export interface PortalLine extends PortalSettings {
  id: string;
  name: string;
  kind: 'oidc' | 'oauth';
  clientId: string;
  hasSecret: boolean;
  /** Its sign-in counts as a second factor. */
  isSecondFactor: boolean;
  isOpen: boolean;
}

/** All portals with their settings; secrets are never shown. */
export async function listPortals(act: Act): Promise<PortalLine[]> {
  const thing = await access.thingOfInstallation(act.db);
  access.require(act, 'access.setPortals', thing);
  const rows = await portals(act.db).execute();
  return rows.map((row) => ({
    ...settingsIn(row),
    id: row.id,
    name: row.name,
    kind: row.kind === 'oidc' ? 'oidc' : 'oauth',
    clientId: row.client_id,
    hasSecret: row.secret_cipher !== null,
    isSecondFactor: row.is_second_factor === 1,
    isOpen: row.is_open === 1,
  }));
}

export interface PortalWish extends Omit<PortalLine, 'id' | 'hasSecret'> {
  /** Null makes a new one. */
  id: string | null;
  /** Empty keeps what is stored. */
  secret: string;
}

const WRONG_ADDRESS = '请填写完整的网址，以 https:// 开头。';

function faultsOf(wish: PortalWish): Record<string, string> {
  const needed =
    wish.kind === 'oidc' ? (['issuer'] as const) : (['authorizeUrl', 'tokenUrl', 'userUrl'] as const);
  const fields: Record<string, string> = {};
  for (const name of needed) if (!isPortalAddress(wish[name])) fields[name] = WRONG_ADDRESS;
  if (wish.kind === 'oauth' && wish.issuer !== '' && !isPortalAddress(wish.issuer))
    fields.issuer = WRONG_ADDRESS;
  if (wish.fields.subject === '') fields.subject = '请填写门户里用户编号的字段名。';
  return fields;
}

/** Sets up a portal or changes it. Answers its id. */
export async function savePortal(act: Act, wish: PortalWish): Promise<string> {
  const thing = await access.thingOfInstallation(act.db);
  access.require(act, 'access.setPortals', thing);
  const fields = faultsOf(wish);
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '请按提示修改后再保存。', { fields });
  const known = wish.id === null ? null : await portalById(act.db, wish.id).executeTakeFirst();
  if (known === undefined) throw new DomainError('notFound', '没有找到这个门户。');
  const id = wish.id ?? newId();
  await inTransaction(act, async (own) => {
    await putPortal(own.db, {
      ...{ id, name: wish.name, kind: wish.kind, client_id: wish.clientId, changed_at: own.now },
      settings: settingsText(wish),
      secret_cipher: wish.secret === '' ? null : encrypt(own.db, wish.secret),
      ...{ is_second_factor: wish.isSecondFactor ? 1 : 0, is_open: wish.isOpen ? 1 : 0 },
    }).execute();
    const { name, kind, isOpen, isSecondFactor } = wish;
    await audit.record(own, {
      verb: 'access.portalSaved',
      subject: { kind: 'portal', id },
      details: { name, kind, isOpen, isSecondFactor, isSecretNew: wish.secret !== '' },
    });
  });
  return id;
}
