import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionTypeNames } from '../question.ts';
import { questionKinds, typeOfWord } from './index.ts';

const { single, multiple, judgement } = questionKinds;
const letters = ['A', 'B', 'C', 'D', 'E'];
const options = single.optionsOf(['甲', '乙', '丙', '丁', '以上都对']);
const chosen = fc.subarray(letters);
const key = fc.subarray(letters, { minLength: 2 });
const points = fc.integer({ min: 0, max: 10_000 });

describe('marks', () => {
  it('are full for exactly the key, whatever order or repetition', () => {
    fc.assert(
      fc.property(key, points, fc.boolean(), (answerKey, full, halfForSubset) => {
        const given = [...answerKey, ...answerKey].reverse();
        expect(multiple.grade(answerKey, given, { points: full, halfForSubset })).toBe(full);
      }),
    );
  });

  it('of 多选 are half, rounded down, for a correct subset where the rule says so, and nothing with a wrong choice', () => {
    fc.assert(
      fc.property(key, chosen, points, fc.boolean(), (answerKey, given, full, halfForSubset) => {
        const marks = multiple.grade(answerKey, given, { points: full, halfForSubset });
        const isSubset = given.length > 0 && given.every((id) => answerKey.includes(id));
        if (given.length === answerKey.length && isSubset) expect(marks).toBe(full);
        else expect(marks).toBe(isSubset && halfForSubset ? Math.floor(full / 2) : 0);
      }),
    );
  });

  it('of 单选 and 判断 are all or nothing', () => {
    const rule = { points: 200, halfForSubset: true };
    expect(single.grade(['B'], ['B'], rule)).toBe(200);
    expect(single.grade(['B'], ['B', 'C'], rule)).toBe(0);
    expect(single.grade(['B'], [], rule)).toBe(0);
    expect(judgement.grade(['F'], ['F'], rule)).toBe(200);
    expect(judgement.grade(['F'], ['T'], rule)).toBe(0);
  });
});

describe('a written key', () => {
  it('of letters is read with or without separators, in either width and case', () => {
    for (const written of ['ABD', 'A,B,D', 'd、b、a', 'Ａ；Ｂ；Ｄ']) {
      expect(multiple.readKey(written, options)).toEqual({ ok: true, answerKey: ['A', 'B', 'D'] });
    }
  });

  it.each(['对', '√', 'V', 'v', '正确', 'TRUE'])('%s means right', (written) => {
    expect(judgement.readKey(written, [])).toEqual({ ok: true, answerKey: ['T'] });
  });

  it.each(['错', '×', 'X', 'x', '错误', '不正确'])('%s means wrong', (written) => {
    expect(judgement.readKey(written, [])).toEqual({ ok: true, answerKey: ['F'] });
  });

  it('that does not fit its type is refused with a suggestion', () => {
    expect(single.readKey('AB', options).ok).toBe(false);
    expect(multiple.readKey('A', options).ok).toBe(false);
    expect(single.readKey('F', options)).toMatchObject({ ok: false, problem: '答案 F 不在选项之内。' });
    expect(judgement.readKey('也许', [])).toMatchObject({ ok: false });
  });

  it('comes back as the template writes it', () => {
    expect(multiple.writeKey(['A', 'C'])).toBe('AC');
    expect(judgement.writeKey(['F'])).toBe('错');
  });
});

describe.each(questionTypeNames)('the specimen of type %s', (name) => {
  const { example, ...kind } = questionKinds[name];
  const its = kind.optionsOf(example.texts);
  const ids = its.map(({ id }) => id);

  it('keeps what its type asks of options and key, and is read back as it is written', () => {
    expect(kind.optionsFault(example.texts)).toBeNull();
    expect(kind.readKey(kind.writeKey(example.answerKey), its)).toEqual({
      ok: true,
      answerKey: example.answerKey,
    });
    expect(kind.lettered).toBe(example.texts.length > 0);
  });

  it('is marked in full for its key, in half only for a part of it and where its type says so, else not at all', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (given) => {
        const marks = kind.grade(example.answerKey, given, { points: 200, halfForSubset: true });
        const isPart = given.length > 0 && given.every((id) => example.answerKey.includes(id));
        const isExact = isPart && given.length === example.answerKey.length;
        expect(marks).toBe(isExact ? 200 : isPart && kind.half ? 100 : 0);
      }),
    );
    if (!kind.several) expect(example.answerKey).toHaveLength(1);
  });

  it('can be guessed by habits, and twenty with the same key are called skewed', () => {
    const question = { options: its, answerKey: [...example.answerKey] };
    expect(kind.habits).not.toEqual([]);
    for (const habit of kind.habits)
      expect(ids, habit.name).toEqual(expect.arrayContaining(habit.choose(question)));
    expect(kind.skews(Array.from({ length: 20 }, () => question))).not.toEqual([]);
  });
});

describe('the registry', () => {
  it('knows every type by its words, and pins what must stay last', () => {
    for (const name of questionTypeNames) {
      for (const word of [questionKinds[name].word, ...questionKinds[name].aliases])
        expect(typeOfWord(word), word).toBe(name);
    }
    expect(typeOfWord('案例')).toBeNull();
    expect(options.map((option) => option.pinned)).toEqual([false, false, false, false, true]);
  });
});
