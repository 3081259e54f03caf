import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { AnswerQueue } from './AnswerQueue.svelte.ts';
import type { AnswerStorage } from './keptAnswers.ts';
import type { AnswerWire, SentAnswer, WireResult, SavedReply } from './answerWire.ts';

/** A wire that keeps what it was sent and answers as it is told. */
function wireOf(answer: (sent: SentAnswer[]) => WireResult<SavedReply>) {
  const sent: SentAnswer[][] = [];
  const wire: Omit<AnswerWire, 'clock'> = {
    takeOver: async () => ({ kind: 'done', value: { writer: 7 } }),
    save: async (body) => {
      sent.push(body.answers);
      return answer(body.answers);
    },
  };
  return { wire, sent };
}

function savedAt(time: string) {
  return (sent: SentAnswer[]): WireResult<SavedReply> => ({
    kind: 'done',
    value: {
      serverTime: time,
      deadline: time,
      answers: sent.map(({ itemId, revision }) => ({ itemId, revision, outcome: 'saved', savedAt: time })),
    },
  });
}

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const known = [{ itemId: 'i1', revision: 4, chosen: ['a'], savedAt: null }];
const noon = '2026-11-22T04:00:00.000Z';

function queueOf(wire: Omit<AnswerWire, 'clock'>, storage: AnswerStorage | null, seenWriter = 0) {
  return new AnswerQueue({
    attemptId: 'x',
    answers: known,
    seenWriter,
    wire,
    keeping: { storage, disk: null },
  });
}

describe('the queue of answers', () => {
  it('sends a change with the next revision and says when the server kept it', async () => {
    const { wire, sent } = wireOf(savedAt(noon));
    const storage = memory();
    const queue = queueOf(wire, storage);
    await queue.begin();
    queue.put('i1', ['b']);
    await queue.flush();
    flushSync();
    expect(sent).toEqual([[{ itemId: 'i1', revision: 5, chosen: ['b'] }]]);
    expect(queue.savedAt('i1')).toBe(noon);
    expect(queue.unsentCount).toBe(0);
    expect(storage.kept.size).toBe(0);
  });

  it('keeps answers on this computer while the server is out of reach and sends them again', async () => {
    vi.useFakeTimers();
    try {
      let reachable = false;
      const { wire, sent } = wireOf((answers) =>
        reachable ? savedAt(noon)(answers) : { kind: 'unreachable' },
      );
      const storage = memory();
      const queue = queueOf(wire, storage);
      await queue.begin();
      queue.put('i1', ['b']);
      await queue.flush();
      expect(queue.isOffline).toBe(true);
      expect([...storage.kept.values()].join()).toContain('"revision":5');
      reachable = true;
      await vi.advanceTimersByTimeAsync(3000);
      expect(queue.isOffline).toBe(false);
      expect(sent).toHaveLength(2);
      expect(storage.kept.size).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends the last of what was changed while a save was under way', async () => {
    const { wire, sent } = wireOf(savedAt(noon));
    const queue = queueOf(wire, null);
    await queue.begin();
    queue.put('i1', ['b']);
    queue.put('i1', ['c']);
    queue.put('i1', ['d']);
    await queue.flush();
    expect(sent.map(([answer]) => answer?.chosen)).toEqual([['b'], ['d']]);
    expect(queue.chosen('i1')).toEqual(['d']);
  });

  it('sends after a crash what an earlier page left, and names what gave way to another page', async () => {
    const storage = memory();
    const held = (revision: number, base: number) => ({ revision, chosen: ['c'], base, tried: null });
    const unsent = { i1: held(5, 4), i2: held(2, 1) };
    storage.setItem('xuefa.answers.x', JSON.stringify({ v: 2, edition: 1, writer: 2, unsent }));
    const { wire, sent } = wireOf(savedAt(noon));
    const answers = [...known, { itemId: 'i2', revision: 3, chosen: ['e'], savedAt: noon }];
    const queue = new AnswerQueue({
      attemptId: 'x',
      answers,
      seenWriter: 3,
      wire,
      keeping: { storage, disk: null },
    });
    await queue.begin();
    expect(sent).toEqual([[{ itemId: 'i1', revision: 5, chosen: ['c'] }]]);
    expect(queue.chosen('i2')).toEqual(['e']);
    expect(queue.overtaken).toEqual(['i2']);
  });

  it('stops when another page took over, and leaves alone what that page keeps', async () => {
    const refusal = { kind: 'refused', reason: 'takenOver', message: '已在别处' } as const;
    const { wire, sent } = wireOf(() => refusal);
    const storage = memory();
    const queue = queueOf(wire, storage, 4);
    await queue.begin();
    queue.put('i1', ['b']);
    await queue.flush();
    expect(queue.refusal?.reason).toBe('takenOver');
    storage.setItem('xuefa.answers.x', 'of the other page');
    queue.put('i1', ['c']);
    await queue.flush();
    expect(sent).toHaveLength(1);
    expect(storage.kept.get('xuefa.answers.x')).toBe('of the other page');
  });

  it('answers beyond what an older page wrote before this one had the pen', async () => {
    const { wire, sent } = wireOf((answers) => {
      const reply = savedAt(noon)(answers);
      const isOld = (answers[0]?.revision ?? 0) < 20;
      if (reply.kind === 'done' && isOld) for (const one of reply.value.answers) one.outcome = 'stale';
      return reply;
    });
    const queue = queueOf(wire, null);
    await queue.begin();
    queue.put('i1', ['b']);
    await queue.flush();
    expect(sent.map(([answer]) => answer?.revision)).toEqual([5, 10, 20]);
    expect(queue.refusal).toBeNull();
    expect(queue.savedAt('i1')).toBe(noon);
  });

  it('asks for the pen again when two pages asked at the same moment', async () => {
    vi.useFakeTimers();
    try {
      const { wire, sent } = wireOf(savedAt(noon));
      let asked = 0;
      wire.takeOver = async () => {
        asked += 1;
        if (asked > 1) return { kind: 'done', value: { writer: 9 } };
        return { kind: 'refused', reason: 'takenOver', message: '请再试一次' };
      };
      const queue = queueOf(wire, null);
      await queue.begin();
      queue.put('i1', ['b']);
      await vi.advanceTimersByTimeAsync(3000);
      expect(queue.refusal).toBeNull();
      expect(sent).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says when this browser keeps nothing', async () => {
    const queue = queueOf(wireOf(() => ({ kind: 'unreachable' })).wire, null);
    await queue.begin();
    queue.put('i1', ['b']);
    await queue.flush();
    queue.stop();
    expect(queue.isKept).toBe(false);
  });
});
