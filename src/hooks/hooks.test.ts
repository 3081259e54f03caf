import type { Handle, RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Act, Grant } from '#lib/server/platform/act.ts';
import { isAdmitted } from './access.ts';
import { AddressCounter } from './addressLimit.ts';
import { inOrder } from './inOrder.ts';
import { holdsNul } from './plainAddress.ts';
import { isOwnRequest } from './sameOrigin.ts';

const own = 'https://xuefa.example';

function request(method: string, headers: Record<string, string>): Request {
  return new Request(`${own}/x`, { method, headers });
}

describe('a request that changes something', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: own }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: own }, true],
    [{ origin: 'https://elsewhere.example', 'content-type': 'application/json' }, false],
    [{ 'content-type': 'application/json' }, false],
  ])('with the headers %j is our own: %s', (headers, isOwn) => {
    expect(isOwnRequest(request('PUT', headers), own)).toBe(isOwn);
    expect(isOwnRequest(request('GET', headers), own)).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ['/courses/%00', true],
    ['/courses?q=a%00b', true],
    ['/courses/%2500?q=%E4%B8%AD', false],
  ])('%s holds a NUL: %s', (path, holds) => {
    expect(holdsNul(new URL(path, own))).toBe(holds);
  });
});

describe('the limit of an address', () => {
  it('counts by minute and forgets the minute before', () => {
    const counter = new AddressCounter();
    expect([1, 2, 3].map(() => counter.admits('a', 1000, 2))).toEqual([true, true, false]);
    expect(counter.admits('b', 1000, 2)).toBe(true);
    expect(counter.admits('a', 61_000, 2)).toBe(true);
  });
});

describe('a route', () => {
  const actOf = (grants: Grant[] | null): Act =>
    ({
      actor: grants
        ? { kind: 'person', personId: 'p', accountId: 'a', sessionId: null, name: '李明', grants }
        : { kind: 'visitor', address: '127.0.0.1' },
      now: '2026-03-02T01:00:00.000Z',
    }) as Act;
  const leader = (from: string, to: string | null): Grant => ({ role: 'leader', unitId: 'u', from, to });

  it('that is not listed admits nobody', () => {
    expect(isAdmitted(undefined, actOf([leader('2020-01-01', null)]))).toBe(false);
  });

  it('admits by its word: everybody, the signed-in, or a role held today', () => {
    expect(isAdmitted('public', actOf(null))).toBe(true);
    expect(isAdmitted('signedIn', actOf(null))).toBe(false);
    expect(isAdmitted('signedIn', actOf([]))).toBe(true);
    expect(isAdmitted(['leader'], actOf([leader('2020-01-01', null)]))).toBe(true);
    expect(isAdmitted(['leader'], actOf([leader('2020-01-01', '2026-03-01')]))).toBe(false);
    expect(isAdmitted(['leader'], actOf([leader('2026-03-03', null)]))).toBe(false);
    expect(isAdmitted(['coordinator'], actOf([leader('2020-01-01', null)]))).toBe(false);
  });
});

describe('hooks in order', () => {
  const event = {} as RequestEvent;
  const heard: string[] = [];
  const around =
    (name: string): Handle =>
    async ({ event, resolve }) => {
      heard.push(`${name} in`);
      const answer = await resolve(event);
      heard.push(`${name} out`);
      return answer;
    };
  const refusing: Handle = () => new Response('no', { status: 403 });
  const optioned: Handle = ({ event, resolve }) => resolve(event, { preload: () => true });

  it('lie within one another, the first outermost; the last hands its options on', async () => {
    const resolve = async (_: RequestEvent, options?: object) =>
      new Response(Object.keys(options ?? {}).join());
    const answer = await inOrder(around('a'), around('b'), optioned)({ event, resolve });
    expect(await answer.text()).toBe('preload');
    expect(heard).toEqual(['a in', 'b in', 'b out', 'a out']);
  });

  it('end at the one that answers, and let no options pass unseen', async () => {
    const resolve = () => new Response('yes');
    const answer = await inOrder(around('a'), refusing, around('b'))({ event, resolve });
    expect(answer.status).toBe(403);
    await expect(inOrder(optioned, around('b'))({ event, resolve })).rejects.toThrow('only the last');
  });
});
