import { describe, expect, it } from 'vitest';
import { questionKinds } from '../bank/types/index.ts';
import { markOf, type MarkableItem } from './marking.ts';
import { amended, mended, mendRefusal, noAmendment } from './mend.ts';

const options = questionKinds.single.optionsOf(['甲', '乙', '丙', '丁']);
const single = { type: 'single', options } as const;
const inEffect = { key: ['B'], isVoid: false };
const item: MarkableItem = {
  ...{ itemId: 'i', type: 'single', pointsHundredths: 200, answerKey: ['B'], isVoid: false, value: 'x' },
  options: [{ id: 'x', source: 'C' }],
};
const rule = { halfForSubset: true };

describe('a mended question', () => {
  it('is marked by the mended key and worth, and by nothing at all when it is withdrawn', () => {
    expect(markOf(item, rule)).toBe(0);
    const keyed = mended(noAmendment, { kind: 'key', answerKey: ['C'] });
    expect(markOf(amended(item, keyed), rule)).toBe(200);
    const worth = mended(keyed, { kind: 'points', pointsHundredths: 350 });
    expect(markOf(amended(item, worth), rule)).toBe(350);
    const gone = mended(worth, { kind: 'void' });
    expect(markOf(amended({ ...item, value: '' }, gone), rule)).toBe(350);
    const back = mended(gone, { kind: 'key', answerKey: ['D'] });
    expect(markOf(amended(item, back), rule)).toBe(0);
  });

  it('is refused a key that does not fit its type or is the one it has', () => {
    const fieldOf = (answerKey: string[], question: Parameters<typeof mendRefusal>[0] = single) =>
      mendRefusal(question, inEffect, { kind: 'key', answerKey })?.field;
    expect(fieldOf(['C'])).toBeUndefined();
    expect(fieldOf(['B'])).toBe('key');
    expect(fieldOf(['A', 'C'])).toBe('key');
    expect(fieldOf(['E'])).toBe('key');
    expect(fieldOf([])).toBe('key');
    expect(fieldOf(['A'], { type: 'multiple', options })).toBe('key');
    const judgement = { type: 'judgement', options: questionKinds.judgement.optionsOf([]) } as const;
    expect(fieldOf(['F'], judgement)).toBeUndefined();
  });

  it('is refused marks outside 0 to 100, and a second withdrawal', () => {
    const fieldOf = (pointsHundredths: number) =>
      mendRefusal(single, inEffect, { kind: 'points', pointsHundredths })?.field;
    expect([fieldOf(0), fieldOf(10_000)]).toEqual([undefined, undefined]);
    expect([fieldOf(-1), fieldOf(10_001), fieldOf(0.5)]).toEqual(['points', 'points', 'points']);
    expect(mendRefusal(single, { ...inEffect, isVoid: true }, { kind: 'void' })?.field).toBe('kind');
    expect(mendRefusal(single, { ...inEffect, isVoid: true }, { kind: 'key', answerKey: ['B'] })).toBeNull();
  });
});
