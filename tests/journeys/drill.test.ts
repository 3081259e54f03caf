import { afterEach, expect, it } from 'vitest';
import { drill } from '../drill/drill.ts';
import { postgresSettings, sqliteSettings } from '../support/engines.ts';

const cleanings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanings.splice(0).reverse()) await clean();
});

it.each([
  { engine: 'SQLite', settings: sqliteSettings, rounds: 3 },
  { engine: 'PostgreSQL', settings: postgresSettings, rounds: 2 },
])(
  'a server killed under load on $engine has lost nothing of what it acknowledged, and doubled nothing',
  async ({ settings, rounds }) => {
    const result = await drill(await settings(cleanings), {
      ...{ rounds, seed: String(Date.now()), candidates: 8, lessons: 6 },
    });
    expect(result.faults).toEqual([]);
    expect(result.rounds).toBe(rounds);
    for (const count of [result.answers, result.receipts, result.lessons]) expect(count).toBeGreaterThan(0);
  },
);
