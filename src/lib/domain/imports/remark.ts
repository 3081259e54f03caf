/** Sums and signatures below a table: `合计`, `填表人：张三`, `注：…`. */
const SUM = /^(合\s*计|总\s*计|小\s*计|共计)([：:].*)?$/;
const SIGNED = /^(填表|填报|制表|审核|审批|负责|联系)(人|单位|日期|时间|电话|部门)?\s*[：:]/;
const NOTE = /^(注|备注|说明|填表说明|附注)\s*[：:]/;

/**
 * True for a row below a table that is no line of it: its first filled cell is a sum, a signature or a note. Lists that
 * are kept by hand end so, and nobody and no unit is called so.
 */
export function isRemark(row: readonly { text: string }[]): boolean {
  const first = row.find(({ text }) => text !== '')?.text ?? '';
  return SUM.test(first) || SIGNED.test(first) || NOTE.test(first);
}
