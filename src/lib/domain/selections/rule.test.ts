import { expect, it } from 'vitest';
import { ruleFrom, sayRule } from './rule.ts';

it('a rule keeps the codes that exist and says them in words', () => {
  const rule = ruleFrom({
    ...{
      classes: ['enforcement', 'nobody'],
      levels: ['townHead'],
      trades: ['toString'],
      statuses: ['active'],
    },
  });
  expect(sayRule(rule)).toBe('人员类别：行政执法人员；职务层次：乡科级正；状态：在岗');
  expect(sayRule({ classes: [], levels: [], trades: [], statuses: [] })).toBe('全部人员');
});
