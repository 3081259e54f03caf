import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../shared/rng.ts';
import { chooseSet, isDue, joined, ratingOf, type Card } from './card.ts';

const today = '2026-03-02';
const card = (questionId: string, dueOn: string, versionId = `${questionId}1`): Card => ({
  ...{ questionId, versionId, dueOn, reviewedOn: '2026-02-20' },
  ...{ stability: 3, difficulty: 5, reviews: 1, lapses: 0 },
});
const question = (questionId: string) => ({ questionId, versionId: `${questionId}1` });
const cardsOf = (...cards: Card[]) => new Map(cards.map((one) => [one.questionId, one]));
const chosen = (ids: string[], cards: Map<string, Card>, size = 10) =>
  chooseSet(ids.map(question), cards, { today, size, rng: seededRng('x') }).map((one) => one.questionId);

describe('a set of practice', () => {
  it('asks what is due first, the longest overdue before the others, then new questions, then what comes next', () => {
    const cards = cardsOf(
      ...[card('later', '2026-03-09'), card('due', today), card('overdue', '2026-02-25')],
      card('soon', '2026-03-03'),
    );
    expect(chosen(['later', 'fresh', 'due', 'overdue', 'soon'], cards)).toEqual([
      ...['overdue', 'due', 'fresh', 'soon', 'later'],
    ]);
  });

  it('asks a question again that was changed since', () => {
    const changed = card('q', '2026-05-01', 'q0');
    expect(isDue(changed, 'q1', today)).toBe(true);
    expect(isDue(changed, 'q0', today)).toBe(false);
  });

  it('holds each question once and never more than it may, the same for the same seed', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(ids, fc.nat(12), (all, size) => {
        const cards = cardsOf(...all.filter((_, index) => index % 3 === 0).map((id) => card(id, today)));
        const set = chosen(all, cards, size);
        expect(set).toHaveLength(Math.min(size, all.length));
        expect(new Set(set).size).toBe(set.length);
        expect(chosen(all, cards, size)).toEqual(set);
      }),
    );
  });
});

it('tallies of parts join into one, those of no part into nothing', () => {
  const part = { questions: 3, due: 1, fresh: 1 };
  expect(joined([part, { questions: 2, due: 0, fresh: 2 }])).toEqual({ questions: 5, due: 1, fresh: 3 });
  expect(joined([])).toEqual({ questions: 0, due: 0, fresh: 0 });
});

it('a wrong answer is to be learned again whatever is said, a right one is what the learner says', () => {
  expect(ratingOf(false, 'good')).toBe('again');
  expect(ratingOf(true, 'hard')).toBe('hard');
});
