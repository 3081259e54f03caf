import { expect, it } from 'vitest';
import { Chronicle } from './chronicle.ts';

it('plays deeds in the order of their moments, what follows from them included, and nothing to come', async () => {
  const chronicle = new Chronicle('2026-06-01');
  const told: string[] = [];
  const tell = (what: string) => async () => void told.push(what);
  chronicle.enter('2026-03-01', tell('c'));
  chronicle.enter('2026-01-01', async () => {
    told.push('a');
    chronicle.enter('2026-03-01', tell('d'));
    chronicle.enter('2026-02-01', tell('b'));
  });
  chronicle.enter('2026-07-01', tell('never'));
  await chronicle.play();
  expect(told).toEqual(['a', 'b', 'c', 'd']);
});
