import { describe, expect, it } from 'vitest';
import { keyAct } from './keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('a key in the exam room', () => {
  it('chooses by letter or number, moves by arrow, marks by M', () => {
    expect(keyAct({ ...plain, key: 'C' })).toEqual({ kind: 'choose', index: 2 });
    expect(keyAct({ ...plain, key: '6' })).toEqual({ kind: 'choose', index: 5 });
    expect(keyAct({ ...plain, key: 'ArrowLeft' })).toEqual({ kind: 'move', by: -1 });
    expect(keyAct({ ...plain, key: 'm' })).toEqual({ kind: 'flag' });
  });

  it('is left to the browser with a modifier and for everything else', () => {
    expect(keyAct({ ...plain, key: 'a', ctrlKey: true })).toBeNull();
    expect(keyAct({ ...plain, key: 'ArrowDown' })).toBeNull();
    expect(keyAct({ ...plain, key: '7' })).toBeNull();
  });
});
