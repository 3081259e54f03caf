/** One answer as it travels. */
export interface SentAnswer {
  itemId: string;
  revision: number;
  chosen: string[];
}

export interface SavedReply {
  serverTime: string;
  deadline: string;
  answers: { itemId: string; revision: number; outcome: 'saved' | 'stale'; savedAt: string }[];
}

/** The attempt's clock as the server keeps it. */
export interface ClockReply {
  now: string;
  deadline: string;
  remainingSeconds: number;
  allowances: Allowance[];
  /** Number of the page that may write. */
  writer: number;
  status: 'open' | 'submitted' | 'closed';
}

/** Time that was added, and why. */
export interface Allowance {
  kind: 'outage' | 'standing' | 'running';
  seconds: number;
  reason: string;
  givenAt: string;
}

export type RefusalReason = 'takenOver' | 'ended' | 'late' | 'signedOut' | 'other';

/** What came back: an answer of the house, a refusal of it, or nothing. */
export type WireResult<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; reason: RefusalReason; message: string }
  | { kind: 'unreachable' };

/** How a page reaches its attempt; replaced in tests. */
export interface AnswerWire {
  save(body: { writer: number; answers: SentAnswer[] }): Promise<WireResult<SavedReply>>;
  takeOver(): Promise<WireResult<{ writer: number }>>;
  clock(): Promise<WireResult<ClockReply>>;
}

const REASONS: readonly string[] = ['takenOver', 'ended', 'late'];
/** A request without an answer for so long counts as lost; sent again, it counts once. */
const PATIENCE_MS = 10_000;
const SIGNED_OUT = '登录已失效，请在新标签页重新登录，再回到本页继续。';

interface Refusal {
  error: { message: string; details?: { reason?: string } };
}

async function ask<T>(url: string, init: RequestInit): Promise<WireResult<T>> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const response = await fetch(url, { ...init, headers, signal: impatience.signal });
    // A busy or restarting server is no refusal: the answers wait and are sent again.
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    if (response.status === 401) return { kind: 'refused', reason: 'signedOut', message: SIGNED_OUT };
    const said = (await response.json()) as T | Refusal;
    return response.ok ? { kind: 'done', value: said as T } : refusalOf(said as Refusal);
  } catch {
    // No network, no patience, or an answer that is not the house's own, as of a gateway in between.
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf({ error }: Refusal): WireResult<never> {
  const reason = error.details?.reason ?? '';
  const known = REASONS.includes(reason) ? (reason as RefusalReason) : 'other';
  return { kind: 'refused', reason: known, message: error.message };
}

/** The wire of one attempt over HTTP. */
export function httpWire(attemptId: string): AnswerWire {
  const base = `/api/v1/attempts/${attemptId}`;
  return {
    save: (body) => ask(`${base}/answers`, { method: 'PUT', body: JSON.stringify(body) }),
    takeOver: () => ask(`${base}/writer`, { method: 'POST', body: '{}' }),
    clock: () => ask(`${base}/clock`, { method: 'GET', cache: 'no-store' }),
  };
}
