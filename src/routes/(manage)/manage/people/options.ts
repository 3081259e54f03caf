import { staffClasses } from '#lib/domain/people/classes.ts';
import { levels } from '#lib/domain/people/codes.ts';

interface Option {
  value: string;
  label: string;
}

/** A code table as options of a field. */
export function optionsOf(table: Record<string, string>): Option[] {
  return Object.entries(table).map(([value, label]) => ({ value, label }));
}

export const levelOptions: Option[] = [{ value: '', label: '未填' }, ...optionsOf(levels)];
export const classOptions: Option[] = optionsOf(staffClasses);
export const countedOptions: Option[] = [
  { value: 'home', label: '编制单位' },
  { value: 'work', label: '工作单位' },
];
