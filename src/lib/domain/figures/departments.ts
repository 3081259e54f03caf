import { formatRate, rateOf } from '../shared/rate.ts';
import { hiddenGroups } from './small.ts';

/** People of a department in exam and hours. */
export interface DepartmentCounts {
  unitId: string;
  name: string;
  due: number;
  present: number;
  passed: number;
  excellent: number;
  hoursDue: number;
  hoursReached: number;
}

/** The table that is annexed to a report, as text. */
export interface DepartmentTable {
  head: string[];
  rows: string[][];
  /** Says why rates are left out; empty when none is. */
  note: string;
}

const HEAD = ['部门', '应考', '参考率', '合格率（合格/实考）', '优秀率', '应达标', '学时达标率'];

/**
 * Departments in their set order. Rates of groups under five people, and of the next smallest with them, are left out;
 * exam and hours are groups of their own, since they concern different people.
 */
export function departmentTable(departments: readonly DepartmentCounts[]): DepartmentTable {
  const exam = hiddenGroups(departments.map((one) => ({ id: one.unitId, people: one.due })));
  const hours = hiddenGroups(departments.map((one) => ({ id: one.unitId, people: one.hoursDue })));
  const rows = departments.map((one) => {
    const examRate = (numerator: number, denominator: number) =>
      exam.has(one.unitId) ? '—' : formatRate(rateOf(numerator, denominator));
    return [
      one.name,
      String(one.due),
      examRate(one.present, one.due),
      examRate(one.passed, one.present),
      examRate(one.excellent, one.present),
      String(one.hoursDue),
      hours.has(one.unitId) ? '—' : formatRate(rateOf(one.hoursReached, one.hoursDue)),
    ];
  });
  const isHidden = exam.size > 0 || hours.size > 0;
  return {
    head: HEAD,
    rows,
    note: isHidden ? '注：人数不足5人的部门，以及与其一并隐去的部门，不列比率，以“—”表示。' : '',
  };
}
