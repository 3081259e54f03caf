import { describe, expect, it } from 'vitest';
import { DiskCopy } from './DiskCopy.ts';

describe('the copy on disk', () => {
  it('is there for another page of the browser, and gone when it is removed', async () => {
    await new DiskCopy(indexedDB).set('a', 'text');
    const later = new DiskCopy(indexedDB);
    expect(await later.get('a')).toBe('text');
    await later.remove('a');
    expect(await later.get('a')).toBeNull();
  });

  it('keeps nothing and says nothing where there is no disk, or it refuses', async () => {
    const refusing = new DiskCopy({
      open: () => {
        const request = new EventTarget() as IDBOpenDBRequest;
        queueMicrotask(() => request.onerror?.(new Event('error')));
        return request;
      },
    } as unknown as IDBFactory);
    for (const copy of [new DiskCopy(null), refusing]) {
      await copy.set('a', 'text');
      expect(await copy.get('a')).toBeNull();
    }
  });

  it('is not waited for when it does not answer', async () => {
    const silent = new DiskCopy({ open: () => ({}) } as unknown as IDBFactory);
    expect(await silent.get('a')).toBeNull();
  });
});
