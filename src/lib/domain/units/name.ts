const LONGEST = 60;

/** The Chinese sentence that says what is wrong with a unit's name; null when it is acceptable. */
export function unitNameFault(name: string): string | null {
  if (name === '') return '请填写单位名称。';
  if (name.length > LONGEST) return `单位名称不超过 ${LONGEST} 个字。`;
  if (/[/／\\＼>＞]/.test(name)) return '单位名称中不能含有 / 或 >，它们用来分隔上下级。';
  return null;
}
