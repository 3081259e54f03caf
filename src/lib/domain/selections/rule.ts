import { isTradeCode, tradeLabel } from '../units/trades.ts';
import { classLabel, isClassCode } from '../people/classes.ts';
import { codeLabel, levels, statuses } from '../people/codes.ts';

/** Who belongs to a saved list: in each kind one of the codes named, everybody where none is; all kinds together. */
export interface SelectionRule {
  classes: readonly string[];
  levels: readonly string[];
  trades: readonly string[];
  statuses: readonly string[];
}

/** The codes that exist; anything else is left out. */
export function ruleFrom(written: SelectionRule): SelectionRule {
  return {
    classes: written.classes.filter(isClassCode),
    levels: written.levels.filter((code) => Object.hasOwn(levels, code)),
    trades: written.trades.filter(isTradeCode),
    statuses: written.statuses.filter((code) => Object.hasOwn(statuses, code)),
  };
}

/** 人员类别：行政执法人员、科级干部；状态：在岗 */
export function sayRule(rule: SelectionRule): string {
  const kinds = [
    ['人员类别', rule.classes.map(classLabel)],
    ['职务层次', rule.levels.map((code) => codeLabel(levels, code))],
    ['行业', rule.trades.map(tradeLabel)],
    ['状态', rule.statuses.map((code) => codeLabel(statuses, code))],
  ] as const;
  const said = kinds
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `${kind}：${names.join('、')}`);
  return said.length === 0 ? '全部人员' : said.join('；');
}
