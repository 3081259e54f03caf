import type { Db } from '../db/index.ts';

export interface StaleAsk {
  /** How what is written now begins. */
  now: string;
  after: string;
  limit: number;
}

function stalePeople(db: Db, now: string) {
  const current = `${now}:%`;
  return db
    .selectFrom('person')
    .where((or) =>
      or.or([
        or.and([or('identity_cipher', 'is not', null), or('identity_cipher', 'not like', current)]),
        or.and([or('mobile_cipher', 'is not', null), or('mobile_cipher', 'not like', current)]),
      ]),
    );
}

/** Anybody's stored number. */
export function anySecret(db: Db) {
  return db
    .selectFrom('person')
    .select((of) => of.fn.coalesce('identity_cipher', 'mobile_cipher').as('cipher'))
    .where((or) => or.or([or('identity_cipher', 'is not', null), or('mobile_cipher', 'is not', null)]))
    .limit(1);
}

/** People whose secrets stand under an older key or suite. */
export function staleSecrets(db: Db, { now, after, limit }: StaleAsk) {
  return stalePeople(db, now)
    .select(['id', 'identity_cipher', 'mobile_cipher'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
}

/** How many people's secrets do. */
export async function countStale(db: Db, { now }: { now: string }): Promise<number> {
  const counted = stalePeople(db, now).select((row) => row.fn.countAll<number>().as('people'));
  return Number((await counted.executeTakeFirstOrThrow()).people);
}

export interface SeenSecrets {
  id: string;
  identity_cipher: string | null;
  mobile_cipher: string | null;
}

/** Puts secrets in the place of those that were read; nothing changes where they were corrected meanwhile. */
export function putSecrets(
  db: Db,
  seen: SeenSecrets,
  columns: {
    identity_cipher: string | null;
    identity_hash: string | null;
    mobile_cipher: string | null;
    mobile_hash: string | null;
  },
) {
  const own = db.updateTable('person').set(columns).where('id', '=', seen.id);
  const same = (name: 'identity_cipher' | 'mobile_cipher') => {
    const held = seen[name];
    return (query: typeof own) =>
      held === null ? query.where(name, 'is', null) : query.where(name, '=', held);
  };
  return own.$call(same('identity_cipher')).$call(same('mobile_cipher'));
}
