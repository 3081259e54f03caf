import * as v from 'valibot';
import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import { handleOf, runtimeOf, type Db } from '../db/index.ts';
import { decrypt, encrypt } from '../platform/cipher.ts';
import { PortalFault, portalOver, type Portal, type PortalMemory } from '../platform/portals.ts';
import { connectionTo, type PortalRow } from './rows.ts';

/** Time that a person may take at the portal. */
const TRIP_SECONDS = 900;
/** How long the door warns after a portal could not be reached. */
const WARN_SECONDS = 120;

/** Why a browser is at a portal, and what it needs when it comes back. */
export interface Trip extends PortalMemory {
  portalId: string;
  /** The account that asked to be bound; null: to sign in. */
  linkTo: string | null;
  next: string;
  until: Instant;
}

const text = v.string();
const tripSchema = v.object({
  ...{ v: v.literal(1), portalId: text, linkTo: v.nullable(text), next: text, until: text },
  ...{ state: text, nonce: text, verifier: text },
});

/** The trip as the browser carries it: sealed. */
export function packed(db: Db, trip: Omit<Trip, 'until'>, now: Instant): string {
  return encrypt(db, JSON.stringify({ v: 1, ...trip, until: addSeconds(now, TRIP_SECONDS) }));
}

/** The trip of a cookie; null when there is none, it was made elsewhere, or it took too long. */
export function unpacked(db: Db, cookie: string, now: Instant): Trip | null {
  const opened = openedOrNull(db, cookie);
  if (opened === null) return null;
  const trip = v.parse(tripSchema, JSON.parse(opened));
  return trip.until > now ? trip : null;
}

function openedOrNull(db: Db, cookie: string): string | null {
  try {
    return decrypt(db, cookie);
  } catch (error) {
    // Whoever writes a cookie by hand meets the cipher's own refusal, which is no surprise.
    if (error instanceof Error) return null;
    throw error;
  }
}

interface PortalHandles {
  spoken: Map<string, Portal>;
  downUntil: Map<string, Instant>;
}

const HANDLES = Symbol('portals');
const handlesOf = (db: Db) =>
  handleOf<PortalHandles>(db, HANDLES, () => ({ spoken: new Map(), downUntil: new Map() }));

/** The portal to speak to; what was found out about it is kept until its settings change. */
export function portalOf(db: Db, row: PortalRow, redirectUri: string): Portal {
  const { spoken } = handlesOf(db);
  const key = `${row.id} ${row.changed_at} ${redirectUri}`;
  let portal = spoken.get(key);
  if (!portal) spoken.set(key, (portal = portalOver(connectionTo(db, row, redirectUri))));
  return portal;
}

/** Notes what happened to a trip, so that the door can warn the next one; hands the fault back. */
export function noted(db: Db, row: PortalRow, { fault, now }: { fault: unknown; now: Instant }): unknown {
  if (!(fault instanceof PortalFault)) return fault;
  runtimeOf(db).log.warn(
    { portal: row.id, kind: fault.kind, fault: fault.message },
    'a portal did not sign in',
  );
  if (fault.kind === 'down') handlesOf(db).downUntil.set(row.id, addSeconds(now, WARN_SECONDS));
  return fault;
}

/** True while the portal could not be reached a moment ago. */
export function isDown(db: Db, portalId: string, now: Instant): boolean {
  return (handlesOf(db).downUntil.get(portalId) ?? '') > now;
}

/** The portal has answered. */
export function isBack(db: Db, portalId: string): void {
  handlesOf(db).downUntil.delete(portalId);
}
