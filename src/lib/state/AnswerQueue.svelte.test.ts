import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { AnswerQueue } from './AnswerQueue.svelte.ts';
import type { AnswerWire, SentAnswer, WireResult, SavedReply } from './answerWire.ts';

/** A wire that keeps what it was sent and answers as it is told. */
function wireOf(answer: (sent: SentAnswer[]) => WireResult<SavedReply>) {
  const sent: SentAnswer[][] = [];
  const wire: AnswerWire = {
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

describe('the queue of answers', () => {
  it('sends a change with the next revision and says when the server kept it', async () => {
    const { wire, sent } = wireOf(savedAt(noon));
    const storage = memory();
    const queue = new AnswerQueue({ attemptId: 'x', answers: known, wire, storage });
    await queue.begin(null, 0);
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
      const queue = new AnswerQueue({ attemptId: 'x', answers: known, wire, storage });
      await queue.begin(null, 0);
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

  it('sends after a crash what an earlier page left, unless the server has something newer', async () => {
    const storage = memory();
    const left = { v: 1, unsent: { i1: { revision: 5, chosen: ['c'] }, i2: { revision: 1, chosen: ['d'] } } };
    storage.setItem('xuefa.answers.x', JSON.stringify(left));
    const { wire, sent } = wireOf(savedAt(noon));
    const answers = [...known, { itemId: 'i2', revision: 3, chosen: ['e'], savedAt: noon }];
    const queue = new AnswerQueue({ attemptId: 'x', answers, wire, storage });
    await queue.begin(null, 0);
    expect(sent).toEqual([[{ itemId: 'i1', revision: 5, chosen: ['c'] }]]);
    expect(queue.chosen('i2')).toEqual(['e']);
  });

  it('stops when another page took over, and goes on when it takes the pen back', async () => {
    const refusal = { kind: 'refused', reason: 'takenOver', message: '已在别处' } as const;
    let isStale = true;
    const { wire, sent } = wireOf((answers) => (isStale ? refusal : savedAt(noon)(answers)));
    const queue = new AnswerQueue({ attemptId: 'x', answers: known, wire, storage: null });
    expect(await queue.begin(3, 4)).toBe(true);
    queue.put('i1', ['b']);
    await queue.flush();
    expect(queue.refusal?.reason).toBe('takenOver');
    queue.put('i1', ['c']);
    await queue.flush();
    expect(sent).toHaveLength(1);
    isStale = false;
    await queue.takeBack();
    expect(queue.refusal).toBeNull();
    expect(sent[1]).toEqual([{ itemId: 'i1', revision: 6, chosen: ['c'] }]);
  });
});
