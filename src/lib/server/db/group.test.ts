import { describe, expect, it } from 'vitest';
import { WriterGroup } from './group.ts';

describe('a writer group', () => {
  it('writes what arrives in one turn together, and what arrives meanwhile in the next', async () => {
    const groups: number[][] = [];
    let release = (): void => undefined;
    const group = new WriterGroup<number, string>(async (inputs) => {
      groups.push(inputs);
      if (groups.length === 1) await new Promise<void>((resolve) => (release = resolve));
      return inputs.map((input) => `saved ${input}`);
    });
    const first = [group.add(1), group.add(2)];
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const second = [group.add(3), group.add(4)];
    release();
    expect(await Promise.all([...first, ...second])).toEqual(['saved 1', 'saved 2', 'saved 3', 'saved 4']);
    expect(groups).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('tries each alone when the group fails, so that a bad input harms no other', async () => {
    const group = new WriterGroup<number, number>(async (inputs) => {
      if (inputs.includes(2)) throw new Error('two is refused');
      return inputs;
    });
    const outcomes = await Promise.allSettled([group.add(1), group.add(2), group.add(3)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('never has two groups in flight and resolves nothing before its group is written', async () => {
    let flying = 0;
    let most = 0;
    const written = new Set<number>();
    const group = new WriterGroup<number, boolean>(async (inputs) => {
      flying += 1;
      most = Math.max(most, flying);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inputs.forEach((input) => written.add(input));
      flying -= 1;
      return inputs.map((input) => written.has(input));
    });
    const all: Promise<boolean>[] = [];
    for (let wave = 0; wave < 5; wave += 1) {
      for (let n = 0; n < 20; n += 1) all.push(group.add(wave * 20 + n));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await Promise.all(all)).every(Boolean)).toBe(true);
    expect(most).toBe(1);
    await group.drained();
    expect(written.size).toBe(100);
  });
});
