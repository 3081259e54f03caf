import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { parseForm } from './parseForm.ts';
import { answersForm, placeForm, placeJson } from './study.ts';

function form(...pairs: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

describe('the forms of study', () => {
  it('read the letters of each question, also where several or none are chosen', () => {
    const sent = form(['attemptId', 'a1'], ['q1[]', 'B'], ['q3[]', 'A'], ['q3[]', 'D']);
    const parsed = parseForm(answersForm, sent);
    expect(parsed).toMatchObject({ ok: true, value: { attemptId: 'a1' } });
    expect(parsed.ok && parsed.value.letters.slice(0, 4)).toEqual([['B'], [], ['A', 'D'], []]);
  });

  it('answer whatever else is sent with a Chinese sentence', () => {
    for (const sent of [form(), form(['q1[]', 'A']), form(['attemptId', ''])]) {
      const parsed = parseForm(answersForm, sent);
      expect(parsed).toMatchObject({
        ok: false,
        fields: { attemptId: expect.stringMatching(/[\u4e00-\u9fff]/) },
      });
    }
    expect(parseForm(placeForm, form(['openingId', 'o'], ['paragraph', '-1']))).toMatchObject({ ok: false });
    expect(parseForm(placeForm, form(['openingId', 'o'], ['paragraph', '6']))).toMatchObject({
      value: { paragraph: 6 },
    });
  });

  it('take a place as a whole number and nothing else', () => {
    expect(v.safeParse(placeJson, { paragraph: 6 }).success).toBe(true);
    for (const body of [
      null,
      [],
      {},
      { paragraph: '6' },
      { paragraph: 1.5 },
      { paragraph: -1 },
      { paragraph: 1e9 },
    ]) {
      expect(v.safeParse(placeJson, body).success).toBe(false);
    }
  });
});
