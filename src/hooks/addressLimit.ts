import { json, type Handle } from '@sveltejs/kit';

/** Requests without a session that one address may make in a minute: 2,000 people behind one may sign in together. */
const MOST_PER_MINUTE = 12_000;

/** Counts by address and minute in memory; bounded, since old minutes are dropped whole. */
export class AddressCounter {
  #minute = 0;
  #counts = new Map<string, number>();

  /** True while the address is within the limit of the minute in which `ms` falls. */
  admits(address: string, ms: number, most = MOST_PER_MINUTE): boolean {
    const minute = Math.floor(ms / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
    return count <= most;
  }
}

const counter = new AddressCounter();

/** Limits visitors only, a forged cookie being one: who is signed in sits behind whatever address he likes. */
export const addressLimit: Handle = async ({ event, resolve }) => {
  if (event.locals.act.actor.kind === 'person') return resolve(event);
  if (counter.admits(event.getClientAddress(), Date.now())) return resolve(event);
  const message = '这个网络地址的访问过于频繁，请一分钟后再试。';
  return json(
    { error: { code: 'tooMany', message, fields: {} } },
    { status: 429, headers: { 'retry-after': '60' } },
  );
};
