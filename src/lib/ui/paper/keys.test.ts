import { describe, expect, it } from 'vitest';
import { keyAct, withKey } from './keys.ts';

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

describe('a key on a question that stands alone', () => {
  const options = ['A', 'B', 'C'].map((id) => ({ id, label: id, text: id }));
  const press = (key: string, type: 'single' | 'multiple', chosen: string[]) =>
    withKey({ ...plain, key }, { type, stem: '', options }, chosen);

  it('replaces the one choice, and adds to or takes from several, in the order of the paper', () => {
    expect(press('b', 'single', ['A'])).toEqual(['B']);
    expect(press('a', 'multiple', ['C'])).toEqual(['A', 'C']);
    expect(press('3', 'multiple', ['A', 'C'])).toEqual(['A']);
  });

  it('means nothing beyond the options and where it moves or marks', () => {
    expect(press('f', 'single', [])).toBeNull();
    expect(press('m', 'single', [])).toBeNull();
  });
});
