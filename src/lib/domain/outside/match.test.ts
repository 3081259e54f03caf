import { expect, it } from 'vitest';
import { personOfRow, type KnownPerson, type Led } from './match.ts';
import type { ResultRow } from './row.ts';

const row = { row: 3, name: '张敏', identity: null, mobile: '13800000001' } as ResultRow;
const zhang: KnownPerson = { id: 'zhang', name: '张敏', isInScope: true };
const led = (told: Partial<Led>): Led => ({
  ...{ byIdentity: null, byMobile: null, isOtherIdentity: false },
  ...told,
});

it('a result is somebody’s by his numbers, and nobody’s by his name', () => {
  const by = 'coordinator';
  const problemOf = (told: Partial<Led>, importer = by) => {
    const meant = personOfRow(row, led(told), importer);
    return 'problem' in meant ? meant.problem : meant.id;
  };
  expect(problemOf({ byMobile: zhang })).toBe('zhang');
  expect(problemOf({ byIdentity: zhang, byMobile: zhang })).toBe('zhang');
  expect(problemOf({})).toBe('没有找到这个人。');
  expect(problemOf({ byIdentity: zhang, byMobile: { ...zhang, id: 'li' } })).toContain('两个人');
  expect(problemOf({ byMobile: zhang, isOtherIdentity: true })).toContain('另一个身份证号');
  expect(problemOf({ byMobile: { ...zhang, isInScope: false } })).toContain('管理范围');
  expect(problemOf({ byMobile: { ...zhang, name: '张明' } })).toContain('姓名');
  expect(problemOf({ byMobile: zhang }, 'zhang')).toContain('其他管理员');
});
