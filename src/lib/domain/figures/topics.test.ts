import { describe, expect, it } from 'vitest';
import { weakestTopics, type TopicMarks } from './topics.ts';

const none = { awarded: 0, points: 0 };
const topic = (name: string, awarded: number, points: number, newcomer = none): TopicMarks => ({
  name,
  all: { awarded, points },
  classes: { division: none, section: none, enforcement: none, newcomer },
});

describe('weak topics', () => {
  it('begin with the lowest share of points, by whole per cent that never round up', () => {
    const rows = weakestTopics([topic('保密', 910, 1000), topic('行政复议', 6999, 10_000)], 5);
    expect(rows.map((one) => [one.name, one.all])).toEqual([
      ['行政复议', 69],
      ['保密', 91],
    ]);
  });

  it('say nothing of a class that did not meet the topic, and leave out what nobody met', () => {
    const rows = weakestTopics([topic('宪法', 5, 10, { awarded: 0, points: 4 }), topic('民法典', 0, 0)], 5);
    expect(rows).toEqual([
      { name: '宪法', all: 50, classes: { division: null, section: null, enforcement: null, newcomer: 0 } },
    ]);
  });

  it('are as many as there is room for', () => {
    expect(weakestTopics([topic('甲', 1, 2), topic('乙', 2, 2), topic('丙', 0, 2)], 2)).toHaveLength(2);
  });
});
