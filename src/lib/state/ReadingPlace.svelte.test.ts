import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '#lib/domain/study/completion.ts';
import { ReadingPlace } from './ReadingPlace.svelte.ts';

let sent: { url: string; body: string; keepalive: boolean }[] = [];
let answer: () => Response = () => new Response(null, { status: 503 });

function answers(outcome: Outcome, counting = true): void {
  answer = () => Response.json({ paragraph: 1, counting, outcome });
}

function reader(oncompleted: () => void = () => {}): ReadingPlace {
  return new ReadingPlace({
    openingId: 'o1',
    place: 6,
    counting: true,
    outcome: { kind: 'checkMissing' },
    oncompleted,
  });
}

beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (url: string, { body, keepalive = false }: RequestInit) => {
    sent.push({ url, body: String(body), keepalive });
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the reading place', () => {
  it('goes to the server when the reader has settled, not with every movement', async () => {
    answers({ kind: 'checkMissing' });
    const place = reader();
    for (const paragraph of [7, 8, 9]) place.moved(paragraph);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([{ url: '/api/v1/openings/o1/place', body: '{"paragraph":9}', keepalive: true }]);
    place.moved(9);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
  });

  it('is tried again after a failure, and says so meanwhile', async () => {
    answer = () => new Response(null, { status: 503 });
    const place = reader();
    await place.send();
    expect(place.unsent).toBe(true);
    answers({ kind: 'checkMissing' });
    place.moved(6);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(place.unsent).toBe(false);
  });

  it('says that nothing counts while another lesson is read', async () => {
    answers({ kind: 'checkMissing' }, false);
    const place = reader();
    await place.send();
    expect(place.counting).toBe(false);
  });

  it('asks again when the missing time should be there, and tells once that the lesson is completed', async () => {
    const oncompleted = vi.fn();
    answers({ kind: 'timeMissing', seconds: 30 });
    const place = reader(oncompleted);
    await place.send();
    answers({ kind: 'completed' });
    await vi.advanceTimersByTimeAsync(31_000);
    await place.send();
    expect(sent).toHaveLength(3);
    expect(oncompleted).toHaveBeenCalledTimes(1);
  });

  it('sends the last movement of who leaves before he has settled, in a request that outlives the page', () => {
    answers({ kind: 'checkMissing' });
    const place = reader();
    place.moved(9);
    place.leave();
    expect(sent.map(({ body, keepalive }) => ({ body, keepalive }))).toEqual([
      { body: '{"paragraph":9}', keepalive: true },
    ]);
    place.leave();
    expect(sent).toHaveLength(1);
  });

  it('sends nothing for who leaves where he stood', () => {
    reader().leave();
    expect(sent).toEqual([]);
  });

  it('leaves nothing waiting behind', async () => {
    answers({ kind: 'timeMissing', seconds: 30 });
    const place = reader();
    await place.send();
    place.moved(9);
    place.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });
});
