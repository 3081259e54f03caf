import { describe, expect, it } from 'vitest';
import { identifiersIn, sayDetails, saySubject } from './details.ts';

const unit = '01a203df-21d5-7e50-a329-1026c4503f4a';
const gone = '01a203df-22d0-7f1c-bd51-9dd818075193';
const names = new Map([[unit, '司法局']]);

describe('what an act noted', () => {
  it('is said in Chinese: codes, moments, hundredths, yes and no', () => {
    const details = {
      ...{ v: 1, role: 'coordinator', classes: ['section', 'division'], needsExam: true },
      ...{ releasedHundredths: 3050, expiresAt: '2026-11-25T15:28:04.562Z', ground: 'maternityLeave' },
    };
    expect(sayDetails(details, names)).toBe(
      '角色：培训管理员；人员类别：科级干部、处级领导干部；须参加考试：是；减免学时：30.5；失效时间：2026-11-25 23:28:04；事由：产假',
    );
  });

  it('names what an identifier means, and keeps the end of one that means nothing any more', () => {
    expect(sayDetails({ unitId: unit, hosts: [unit, gone] }, names)).toBe(
      '单位：司法局；主办单位：司法局、编号尾数 18075193',
    );
    expect(identifiersIn({ unitId: unit, deep: { hosts: [gone, 'none'] } })).toEqual([unit, gone]);
  });

  it('leaves out what is empty, and opens what was noted as JSON', () => {
    expect(sayDetails({ reason: null, forms: [], q: '', people: 0 }, names)).toBe('人数：0');
    expect(sayDetails({ people: [unit] }, names)).toBe('人员：司法局');
    expect(sayDetails({ rule: '{"v":1,"classes":["section"],"levels":[]}' }, names)).toBe(
      '条件：人员类别：科级干部',
    );
  });
});

it('the subject of an act is named as people call it', () => {
  expect(saySubject('unit', unit, names)).toBe('单位：司法局');
  expect(saySubject('person', unit, names)).toBe('司法局');
  expect(saySubject('attempt', gone, names)).toBe('作答：编号尾数 18075193');
  expect(saySubject(null, null, names)).toBe('');
});
