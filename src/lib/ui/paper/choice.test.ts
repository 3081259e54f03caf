import { describe, expect, it } from 'vitest';
import { withKey } from './choice.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

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
