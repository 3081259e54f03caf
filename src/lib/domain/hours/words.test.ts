import { expect, it } from 'vitest';
import { firstRule } from './rule.ts';
import { ruleSentence, sumSentence } from './words.ts';

it.each([
  [firstRule('lesson'), '课时：1 学时 = 45 分钟；半天 4、一天 8 学时；免修测不记入'],
  [
    { ...firstRule('claim'), capHundredths: 2050 },
    '申报学时：1 学时 = 45 分钟；半天 4、一天 8 学时；每人每年最多 20.5 学时',
  ],
  [
    {
      ...firstRule('event'),
      steps: [
        { fromMinutes: 30, hundredths: 100 },
        { fromMinutes: 15, hundredths: 50 },
      ],
    },
    '学法活动：分档：满 15 分钟 0.5、满 30 分钟 1；半天 4、一天 8 学时',
  ],
  [firstRule('import'), '外部成绩：按来源系统认定的学时记入'],
  [
    { ...firstRule('import'), capHundredths: 3000 },
    '外部成绩：按来源系统认定的学时记入；每人每年最多 30 学时',
  ],
  [firstRule('carry'), '培训学时结转：超出年度要求的部分不转入下一年度'],
  [
    { ...firstRule('carryCredit'), capHundredths: 1000 },
    '学分结转：超出年度要求的部分转入下一年度，每人最多 10；转入的先用，不再结转',
  ],
])('a rule is printed as a sentence: %#', (rule, sentence) => {
  expect(ruleSentence(rule)).toBe(sentence);
});

it('a sum is printed as it was worked out, rounded once', () => {
  const sums = [
    { minutesPerHour: 45, seconds: 12_000, hundredths: 0 },
    { minutesPerHour: null, seconds: 0, hundredths: 800 },
  ];
  expect(sumSentence(sums, '学时')).toBe('合计 200 分钟 ÷ 45 = 4.44；直接记入 8；共 12.44 学时。');
  expect(sumSentence([], '学分')).toBe('直接记入 0；共 0 学分。');
});
