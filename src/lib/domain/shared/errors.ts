/** What a refusal can be; each has one HTTP status (see `statusOf`). */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'unsupported'
  | 'tooMany'
  | 'unavailable';

const STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  unsupported: 415,
  tooMany: 429,
  unavailable: 503,
};

export interface ErrorExtras {
  /** Field name → Chinese sentence shown beside that field. */
  fields?: Record<string, string>;
  /** Machine-readable facts about the refusal; must be safe to show. */
  details?: unknown;
}

/** A refusal that a person is meant to read: a code and a polite Chinese sentence that says what to do. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.fields = extras.fields ?? {};
    this.details = extras.details;
  }
}

/** HTTP status of a refusal. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code];
}
