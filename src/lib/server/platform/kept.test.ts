import { expect, it } from 'vitest';
import { Kept } from './kept.ts';

const at = (minute: number) => `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`;

it('keeps a reading with its time until it is too old', async () => {
  const kept = new Kept<number>();
  let reads = 0;
  const read = (minute: number) =>
    kept.get('a', { now: at(minute), seconds: () => 600 }, async () => {
      reads += 1;
      return reads;
    });
  expect(await read(0)).toEqual({ value: 1, readAt: at(0) });
  expect(await read(9)).toEqual({ value: 1, readAt: at(0) });
  expect(await read(10)).toEqual({ value: 2, readAt: at(10) });
});

it('makes room by forgetting the oldest', async () => {
  const kept = new Kept<string>();
  const read = (name: string) => kept.get(name, { now: at(0), seconds: () => 60 }, async () => `${name}!`);
  for (let n = 0; n <= 256; n += 1) await read(String(n));
  const again = await kept.get('0', { now: at(0), seconds: () => 60 }, async () => 'anew');
  expect(again.value).toBe('anew');
});

it('reads what is not worth keeping each time', async () => {
  const kept = new Kept<number>();
  const values = [3, 9, 12];
  const read = () =>
    kept.get('a', { now: at(0), seconds: (value) => (value > 5 ? 60 : 0) }, async () => values.shift() ?? 0);
  expect((await read()).value).toBe(3);
  expect((await read()).value).toBe(9);
  expect((await read()).value).toBe(9);
});

it('begins a reading that nobody waits for, one after the other, and shows the old one meanwhile', async () => {
  const kept = new Kept<string>();
  const begun: string[] = [];
  const heard: unknown[] = [];
  const ask = (name: string, minute: number, answer: () => string) =>
    kept.soon(
      name,
      { now: at(minute), seconds: () => 600, failed: (error) => heard.push(error) },
      async () => {
        begun.push(name);
        return answer();
      },
    );
  const broken = () => {
    throw new Error('no');
  };
  expect(ask('a', 0, () => '1')).toBeNull();
  expect(ask('a', 0, () => 'never')).toBeNull();
  expect(ask('b', 0, broken)).toBeNull();
  await expect.poll(() => heard).toHaveLength(1);
  expect(begun).toEqual(['a', 'b']);
  expect(ask('a', 10, () => '2')).toEqual({ value: '1', readAt: at(0) });
  await expect.poll(() => ask('a', 10, () => 'never')?.value).toBe('2');
  expect(ask('b', 10, () => '3')).toBeNull();
  await expect.poll(() => ask('b', 10, () => 'never')?.value).toBe('3');
});
