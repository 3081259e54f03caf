import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effectOf, type Scored } from './effect.ts';

const lines = { passHundredths: 60, excellentHundredths: 90 };
const attempts = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 3 }),
    score: fc.integer({ min: 0, max: 100 }),
    after: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 8 },
);

it('what a regrade does to people is the difference of who stood above the lines before and after', () => {
  fc.assert(
    fc.property(attempts, (list) => {
      const scored = list.map(({ person, score }, n): Scored => ({
        ...{ attemptId: `a${n}`, personId: `p${person}`, number: n, scoreHundredths: score },
      }));
      const moves = list.flatMap(({ score, after }, n) =>
        score === after ? [] : [{ attemptId: `a${n}`, beforeHundredths: score, afterHundredths: after }],
      );
      const effect = effectOf(list.length, scored, moves, lines);
      const above = (line: number, key: 'score' | 'after') =>
        new Set(list.filter((one) => one[key] >= line).map((one) => one.person)).size;
      expect(effect.passGained - effect.passLost).toBe(above(60, 'after') - above(60, 'score'));
      expect(effect.excellentGained - effect.excellentLost).toBe(above(90, 'after') - above(90, 'score'));
      expect(effect.raised + effect.lowered).toBe(moves.length);
      expect(effect.met).toBe(list.length);
    }),
  );
});
