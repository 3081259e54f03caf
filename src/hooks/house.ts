import { building } from '$app/environment';
import { startHouse, type House } from '#lib/server/house.ts';
import { readSettings } from '#lib/server/platform/env.ts';

let standing: Promise<House> | null = null;

/** Opens the house once per process: settings, database, wiring, jobs. Rejects with what is wrong. */
export function house(): Promise<House> {
  if (building) throw new Error('the house is not opened while building');
  standing ??= startHouse(readSettings(process.env));
  return standing;
}

process.on('sveltekit:shutdown', () => {
  void standing?.then((open) => open.close());
});
