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
}

const REASONS: readonly string[] = ['takenOver', 'ended', 'late'];

async function ask<T>(url: string, init: RequestInit): Promise<WireResult<T>> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { 'content-type': 'application/json' } });
  } catch {
    return { kind: 'unreachable' };
  }
  if (response.ok) return { kind: 'done', value: (await response.json()) as T };
  // A busy or restarting server is no refusal: the answers wait and are sent again.
  if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
  if (response.status === 401) {
    return {
      kind: 'refused',
      reason: 'signedOut',
      message: '登录已失效，请在新标签页重新登录，再回到本页继续。',
    };
  }
  const { error } = (await response.json()) as { error: { message: string; details?: { reason?: string } } };
  const reason = error.details?.reason ?? '';
  return {
    kind: 'refused',
    reason: REASONS.includes(reason) ? (reason as RefusalReason) : 'other',
    message: error.message,
  };
}

/** The wire of one attempt over HTTP. */
export function httpWire(attemptId: string): AnswerWire {
  const base = `/api/v1/attempts/${attemptId}`;
  return {
    save: (body) => ask(`${base}/answers`, { method: 'PUT', body: JSON.stringify(body) }),
    takeOver: () => ask(`${base}/writer`, { method: 'POST', body: '{}' }),
  };
}
