import { describe, expect, it } from 'vitest';
import { departmentTable, type DepartmentCounts } from './departments.ts';

const office: DepartmentCounts = {
  unitId: 'a',
  name: '办公室',
  due: 10,
  present: 9,
  passed: 9,
  excellent: 3,
  hoursDue: 0,
  hoursReached: 0,
};

describe('the annexed table of departments', () => {
  it('lists them in their order with rates', () => {
    const { rows, note } = departmentTable([
      office,
      { ...office, unitId: 'b', name: '执法队', hoursDue: 6, hoursReached: 6 },
    ]);
    expect(rows).toEqual([
      ['办公室', '10', '90.00%', '100%', '33.33%', '0', '—'],
      ['执法队', '10', '90.00%', '100%', '33.33%', '6', '100%'],
    ]);
    expect(note).toBe('');
  });

  it('leaves out the rates of a small department and of the next smallest, and says so', () => {
    const small = { ...office, unitId: 's', name: '小科', due: 3, present: 1, passed: 1, excellent: 0 };
    const big = { ...office, unitId: 'c', name: '大局', due: 40, present: 30, passed: 30, excellent: 10 };
    const { rows, note } = departmentTable([small, big, office]);
    expect(rows.map((row) => row[2])).toEqual(['—', '75.00%', '—']);
    expect(note).toContain('不足5人');
  });
});
