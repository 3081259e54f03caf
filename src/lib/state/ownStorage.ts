import { DiskCopy } from './DiskCopy.ts';

/** Storage of this browser, or null where it is switched off: touching it then throws. */
export function ownStorage(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind];
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** The disk of this browser, or null where it is switched off. */
export function ownDisk(): DiskCopy {
  return new DiskCopy(typeof indexedDB === 'undefined' ? null : indexedDB);
}
