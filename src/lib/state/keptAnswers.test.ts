import { describe, expect, it } from 'vitest';
import { KeptAnswers, reconcile, type Held, type KeptRecord } from './keptAnswers.ts';

const held = (wish: Partial<Held> = {}): Held => ({
  ...{ revision: 6, chosen: ['b'], base: 5, tried: null },
  ...wish,
});
const record = (unsent: Record<string, Held>): KeptRecord => ({ v: 2, edition: 1, writer: 3, unsent });
const there = (revision: number, ...chosen: string[]) => ({ i1: { revision, chosen } });

describe('answers kept on this computer', () => {
  it('are all sent when no other page had the pen since', () => {
    const { unsent, overtaken } = reconcile(record({ i1: held({ revision: 9 }) }), there(7, 'a'), 3);
    expect(unsent.i1).toMatchObject({ revision: 9, chosen: ['b'] });
    expect(overtaken).toEqual([]);
  });

  it('are left out when this computer has sent a later answer since', () => {
    expect(reconcile(record({ i1: held() }), there(7, 'a'), 3)).toEqual({ unsent: {}, overtaken: [] });
  });

  it('never overwrite what was answered elsewhere meanwhile', () => {
    const newer = held({ revision: 99 });
    expect(reconcile(record({ i1: newer }), there(6, 'c'), 4)).toEqual({ unsent: {}, overtaken: ['i1'] });
  });

  it('are sent from a page that lost the pen where nobody answered that question meanwhile', () => {
    expect(reconcile(record({ i1: held() }), there(5, 'a'), 4).unsent.i1?.revision).toBe(6);
  });

  it('are sent where only a reply was lost, and not again where the server has them', () => {
    const tried = { revision: 6, chosen: ['a'] };
    const unsent = { i1: held({ revision: 7, tried }) };
    expect(reconcile(record(unsent), there(6, 'a'), 4).unsent.i1?.revision).toBe(7);
    expect(reconcile(record(unsent), there(6, 'b'), 4)).toEqual({ unsent: {}, overtaken: [] });
  });

  it('leave out questions of another sheet', () => {
    expect(reconcile(record({ i9: held() }), there(0), 3)).toEqual({ unsent: {}, overtaken: [] });
  });
});

describe('the storage of a browser', () => {
  const storageOf = (text: string | null, refuse = false) => ({
    getItem: () => text,
    setItem: () => {
      if (refuse) throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  });

  const keeping = (text: string | null, refuse = false) => ({ storage: storageOf(text, refuse), disk: null });

  it('may hold something damaged or old: it is left aside', async () => {
    for (const text of ['{"v":2,', 'null', '{"v":1,"unsent":{}}', null])
      expect(await new KeptAnswers('x', keeping(text)).read()).toBeNull();
  });

  it('may be full or switched off: that is told, and the page goes on', () => {
    const none = { storage: null, disk: null };
    expect(new KeptAnswers('x', keeping(null, true)).write(1, { i1: held() })).toBe(false);
    expect(new KeptAnswers('x', none).write(1, { i1: held() })).toBe(false);
    expect(new KeptAnswers('x', keeping(null)).write(1, { i1: held() })).toBe(true);
  });

  it('may have lost what the disk still has, and the disk may be behind', async () => {
    const on = new Map<string, string>();
    const disk = {
      get: async (key: string) => on.get(key) ?? null,
      set: async (key: string, text: string) => void on.set(key, text),
      remove: async (key: string) => void on.delete(key),
    };
    new KeptAnswers('x', { storage: null, disk }).write(1, { i1: held() });
    expect((await new KeptAnswers('x', { storage: storageOf(null), disk }).read())?.unsent.i1).toEqual(
      held(),
    );
    const later = JSON.stringify({ ...record({ i1: held({ chosen: ['z'] }) }), edition: 9 });
    const both = await new KeptAnswers('x', { storage: storageOf(later), disk }).read();
    expect(both?.unsent.i1?.chosen).toEqual(['z']);
  });
});
