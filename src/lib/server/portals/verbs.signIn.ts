import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { PortalFault, type PortalPerson } from '../platform/portals.ts';
import { isBack, isDown, noted, packed, portalOf, unpacked, type Trip } from './trips.ts';
import { bind, personKnown } from './binding.ts';
import { accountLinked, portalById, portals } from './queries.ts';
import type { PortalRow } from './rows.ts';

/** Name of the cookie that a browser carries while it is away at a portal. */
export const tripCookie = 'xuefa_portal';

export interface PortalDoor {
  id: string;
  name: string;
  /** It could not be reached a moment ago; the door offers the local way. */
  isDown: boolean;
}

/** Portals that are open to everybody at the door. */
export async function portalDoors(act: Act): Promise<PortalDoor[]> {
  access.require(act, 'access.signIn');
  const rows = await portals(act.db).execute();
  return rows
    .filter((row) => row.is_open === 1)
    .map(({ id, name }) => ({ id, name, isDown: isDown(act.db, id, act.now) }));
}

async function openPortal(act: Act, id: string): Promise<PortalRow> {
  const row = await portalById(act.db, id).executeTakeFirst();
  if (row?.is_open !== 1) throw new DomainError('notFound', '没有这个门户，请用账号和密码登录。');
  return row;
}

function unavailable(row: PortalRow): DomainError {
  return new DomainError(
    'unavailable',
    `${row.name}暂时连不上，请用本系统的账号和密码登录；正在进行的考试不受影响。`,
  );
}

function refused(row: PortalRow): DomainError {
  return new DomainError('invalid', `${row.name}没有确认您的身份，请重试，或用本系统的账号和密码登录。`);
}

/** A fault of the portal as people are told it. */
function told(act: Act, row: PortalRow, fault: unknown): unknown {
  const known = noted(act.db, row, { fault, now: act.now });
  if (!(known instanceof PortalFault)) return known;
  return known.kind === 'down' ? unavailable(row) : refused(row);
}

export interface Departure {
  portalId: string;
  redirectUri: string;
  /** `link`: bind the signed-in account. */
  intent: 'signIn' | 'link';
  next: string;
}

/** Sends a browser to a portal: where to, and the sealed cookie to carry. */
export async function leaveForPortal(act: Act, asked: Departure): Promise<{ url: string; trip: string }> {
  access.require(act, 'access.signIn');
  const row = await openPortal(act, asked.portalId);
  const linkTo = asked.intent === 'link' ? personOf(act).accountId : null;
  try {
    const { url, memory } = await portalOf(act.db, row, asked.redirectUri).begin();
    isBack(act.db, row.id);
    return { url, trip: packed(act.db, { ...memory, portalId: row.id, linkTo, next: asked.next }, act.now) };
  } catch (fault) {
    throw told(act, row, fault);
  }
}

export interface Return {
  portalId: string;
  redirectUri: string;
  /** The whole address under which the browser came back. */
  url: URL;
  trip: string;
  origin: access.Origin;
}

export type Arrival = (access.Entered | access.SecondStep | { kind: 'linked'; portalName: string }) & {
  next: string;
};

/** Receives a browser from a portal: signs its person in, asks for his second factor, or binds his account. */
export async function returnFromPortal(act: Act, asked: Return): Promise<Arrival> {
  access.require(act, 'access.signIn');
  const row = await openPortal(act, asked.portalId);
  const trip = unpacked(act.db, asked.trip, act.now);
  if (trip?.portalId !== row.id) throw new DomainError('invalid', '等待的时间太长了，请重新登录。');
  const person = await personAt(act, row, { ...asked, trip });
  if (trip.linkTo !== null) return link(act, row, { trip, person });
  const account = await accountBehind(act, row, person);
  const portal = { name: row.name, isSecondFactor: row.is_second_factor === 1 };
  return { ...(await access.enterProven(act, { account, origin: asked.origin, portal })), next: trip.next };
}

async function personAt(act: Act, row: PortalRow, asked: Omit<Return, 'trip'> & { trip: Trip }) {
  try {
    const person = await portalOf(act.db, row, asked.redirectUri).finish(asked.url, asked.trip);
    isBack(act.db, row.id);
    return person;
  } catch (fault) {
    throw told(act, row, fault);
  }
}

/** The account bound to the portal's person, bound now by his mobile or identity number where that is certain. */
async function accountBehind(act: Act, row: PortalRow, person: PortalPerson): Promise<access.Proven> {
  const linked = await accountLinked(act.db, row.id, person.subject).executeTakeFirst();
  if (linked) {
    if (linked.state !== 'active') throw new DomainError('forbidden', '这个账号已停用，请联系管理员。');
    return { id: linked.id, personId: linked.person_id, passwordSetAt: linked.password_set_at };
  }
  const found = await personKnown(act, person);
  if (!found) {
    throw new DomainError(
      'forbidden',
      `您的${row.name}账号还没有绑定。请先用本系统的账号登录，再到“账号安全”里绑定。`,
    );
  }
  return inTransaction(act, async (own) => {
    const account = await access.accountProven(own, found.personId);
    await bind(own, row, { accountId: account.id, subject: person.subject, ...found });
    return account;
  });
}

async function link(
  act: Act,
  row: PortalRow,
  { trip, person }: { trip: Trip; person: PortalPerson },
): Promise<Arrival> {
  const { accountId, personId } = personOf(act);
  if (trip.linkTo !== accountId) throw new DomainError('forbidden', '登录的人变了，请重新绑定。');
  await inTransaction(act, (own) =>
    bind(own, row, { accountId, personId, subject: person.subject, by: 'person' }),
  );
  return { kind: 'linked', portalName: row.name, next: trip.next };
}
