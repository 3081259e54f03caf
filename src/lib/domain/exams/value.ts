import { DomainError } from '../shared/errors.ts';

/** What an answer sheet knows of an item: whether several options may be chosen, and their ids in this attempt. */
export interface AnswerableItem {
  several: boolean;
  optionIds: readonly string[];
}

/** Chosen options as stored: sorted ids joined by commas; the empty text is "no answer". */
export function writeValue(item: AnswerableItem, chosen: readonly string[]): string {
  const distinct = [...new Set(chosen)].sort();
  if (distinct.some((id) => !item.optionIds.includes(id))) {
    throw new DomainError('invalid', '所选选项不属于本题，请刷新页面后重新作答。');
  }
  if (!item.several && distinct.length > 1) {
    throw new DomainError('invalid', '本题只能选择一个选项。');
  }
  return distinct.join(',');
}

/** Option ids of a stored value. */
export function readValue(value: string): string[] {
  return value === '' ? [] : value.split(',');
}
