import { createHmac } from 'node:crypto';
import * as access from '#lib/server/access/index.ts';
import { codeAt } from '#lib/server/access/factors.ts';
import { counterAt } from '#lib/domain/access/totp.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { Act, Role } from '#lib/server/platform/act.ts';
import { officer, type OfficerWish } from './people.ts';
import type { World } from './world.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const PASSWORD = 'Xuefa-2026-test';

/** From where the people of the tests sign in, unless told. */
export const FROM: access.Origin = { address: '127.0.0.1', agent: 'test', device: '' };

/** Hash of `PASSWORD` that costs little: only tests about passwords pay their price. */
const CHEAP_HASH =
  '$argon2id$v=19$m=8,t=1,p=1$BwcHBwcHBwcHBwcHBwcHBw$tEW/qkaIAEfaUW+hyU05ZGL1N2WsLeQXeZaVvf3AD4k';

export interface Holder {
  personId: string;
  unitId: string;
  accountId: string;
  login: string;
}

/** Somebody with an account, and the roles that are told over his unit. Rows only: no verb is tested by it. */
export async function accountHolder(
  world: World,
  { login, roles = ['learner'], ...wish }: OfficerWish & { login: string; roles?: Role[] },
): Promise<Holder> {
  const { personId, unitId } = await officer(world, wish);
  const accountId = newId();
  await world.db
    .insertInto('account')
    .values({
      ...{ id: accountId, person_id: personId, login, password_hash: CHEAP_HASH, state: 'active' },
      ...{ created_at: world.now, password_set_at: world.now },
    })
    .execute();
  const since = { valid_from: '2020-01-01', valid_to: null };
  const grants = roles.map((role) => ({
    id: newId(),
    account_id: accountId,
    role,
    unit_id: unitId,
    ...since,
  }));
  await world.db.insertInto('role_grant').values(grants).execute();
  return { personId, unitId, accountId, login };
}

/** Signs in by password alone; fails where a second factor is asked for. */
export async function enter(
  world: World,
  login: string,
  { password = PASSWORD, ...from }: Partial<access.Origin> & { password?: string } = {},
): Promise<access.Entered> {
  const step = await access.signIn(world.visitor, { login, password, ...FROM, ...from });
  if (step.kind !== 'entered') throw new Error('a second factor is asked for');
  return step;
}

/** The act of whoever holds a session. */
export async function actOf(world: World, { token }: access.Entered): Promise<Act> {
  const actor = await access.actorOf(world.db, token);
  if (!actor) throw new Error('the session has ended');
  return world.act(actor);
}

/** What an app shows that was told this secret (base32), at a moment in milliseconds; independent of the product. */
export function totpOf(secret: string, ms: number): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(Math.floor(ms / 30_000)));
  const mac = createHmac('sha1', key).update(message).digest();
  const at = (mac[19] ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** What the person's app shows at the world's moment. */
export async function appCode(world: World, personId: string): Promise<string> {
  const { secret_cipher } = await world.db
    .selectFrom('second_factor')
    .innerJoin('account', 'account.id', 'second_factor.account_id')
    .select('second_factor.secret_cipher')
    .where('account.person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return codeAt(world.db, secret_cipher, counterAt(world.now));
}
