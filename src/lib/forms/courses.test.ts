import { describe, expect, it } from 'vitest';
import { draftForm, minutesForm } from './courses.ts';
import { parseForm } from './parseForm.ts';

const typed: Record<string, string> = {
  seenAt: '',
  title: ' 听证 ',
  body: '第一段。\r\n\r\n第二段。',
  laws: '《行政处罚法》第六十三条（2021-07-15）\n行政处罚法第六十四条 2021-07-15',
  'questionIds[]': 'q1',
  minimumSeconds: '',
  credit: '0.5',
  checkSize: '3',
  passPercent: '80',
};

function draft(changes: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...changes })) data.append(name, value);
  return data;
}

describe('the form of a draft', () => {
  it('reads what an author types', () => {
    expect(parseForm(draftForm, draft())).toMatchObject({
      ok: true,
      value: {
        ...{ title: '听证', body: '第一段。\n\n第二段。', seenAt: null, questionIds: ['q1'] },
        ...{ minimumSeconds: null, credit: 50, checkSize: 3, passPercent: 80 },
        laws: [{ articleNumber: '第六十三条' }, { articleNumber: '第六十四条', effectiveOn: '2021-07-15' }],
      },
    });
  });

  it.each([
    ['title', ''],
    ['laws', '行政处罚法 63'],
    ['minimumSeconds', '两分钟'],
    ['credit', '半分'],
    ['checkSize', '9x'],
    ['passPercent', '-1'],
  ])('says beside %s what is wrong with “%s”, and keeps what was typed', (name, value) => {
    const parsed = parseForm(draftForm, draft({ [name]: value }));
    expect(parsed).toMatchObject({ ok: false, fields: { [name]: expect.stringMatching(/[\u4e00-\u9fff]/) } });
    expect(parsed.values).toMatchObject({ body: typed['body'] });
  });

  it('refuses an empty form without throwing', () => {
    expect(parseForm(draftForm, new FormData()).ok).toBe(false);
    expect(parseForm(minutesForm, new FormData())).toMatchObject({
      fields: { minutes: '学习分钟数请填整数。' },
    });
  });
});
