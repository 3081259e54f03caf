import { describe, expect, it } from 'vitest';
import { mayConfirm, obstaclesOf, type Declaration } from './version.ts';

const ready: Declaration = {
  status: 'draft',
  title: '听证',
  characters: 1200,
  minimumSeconds: 120,
  studyMinutes: 8,
  proposedBy: 'author',
  confirmedBy: 'second',
  checkSize: 3,
  checkQuestions: 4,
};

describe('a lesson version', () => {
  it('can be published when nothing is missing', () => {
    expect(obstaclesOf(ready)).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    const bare = {
      ...ready,
      title: ' ',
      characters: 0,
      checkQuestions: 0,
      proposedBy: null,
      confirmedBy: null,
    };
    expect(obstaclesOf(bare)).toHaveLength(4);
  });

  it('waits for a second person', () => {
    const proposed = { ...ready, confirmedBy: null };
    expect(obstaclesOf(proposed)).toEqual(['学习分钟数还要由另一个人确认。']);
    expect(mayConfirm(proposed, 'author')).toBe(false);
    expect(mayConfirm(proposed, 'second')).toBe(true);
  });

  it('is confirmed once, and only as a draft', () => {
    expect(mayConfirm(ready, 'third')).toBe(false);
    expect(mayConfirm({ ...ready, confirmedBy: null, status: 'published' }, 'second')).toBe(false);
    expect(mayConfirm({ ...ready, confirmedBy: null, proposedBy: null }, 'second')).toBe(false);
  });

  it('never declares less than its minimum time', () => {
    expect(obstaclesOf({ ...ready, minimumSeconds: 601, studyMinutes: 10 })).toEqual([
      '学习分钟数不能少于 11 分钟。',
    ]);
  });
});
