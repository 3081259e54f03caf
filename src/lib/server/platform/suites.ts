/** A family of algorithms; stored text names it, so that suites can stand side by side and keys be rotated. */
export type SuiteName = 'a1' | 's1';

export interface Suite {
  cipher: 'aes-256-gcm' | 'sm4-gcm';
  keyBytes: number;
  digest: 'sha256' | 'sm3';
}

export const SUITES: Record<SuiteName, Suite> = {
  a1: { cipher: 'aes-256-gcm', keyBytes: 32, digest: 'sha256' },
  s1: { cipher: 'sm4-gcm', keyBytes: 16, digest: 'sm3' },
};

export const suiteNames = Object.keys(SUITES) as SuiteName[];
