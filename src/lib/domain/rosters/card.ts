import type { Day } from '../shared/time.ts';
import { toCode } from '../shared/written.ts';
import type { RosterReader } from './row.ts';

/** 行政执法证 as a roster reports it; the register of cards takes it up. */
export interface Card {
  number: string;
  /** 执法领域 */
  fields: string[];
  issuedOn: Day | null;
  validTo: Day | null;
}

/** The card columns of a row, checked; null when all are empty or something is wrong. */
export function cardOf(reader: RosterReader): Card | null {
  const written = reader.text('cardNumber');
  const fields =
    reader
      .text('cardFields')
      ?.split(/[;；,，、]+/)
      .map((field) => field.trim()) ?? [];
  const issuedOn = reader.day('cardIssuedOn');
  const validTo = reader.day('cardValidTo');
  if (written === null) {
    if (fields.length === 0 && issuedOn === null && validTo === null) return null;
    return reader.fault('cardNumber', '填写了执法证信息，但没有证号。', '请填写执法证号，或清空这几列。');
  }
  const number = toCode(written).toUpperCase();
  if (!/^[0-9A-Z\u4e00-\u9fff()-]{4,30}$/.test(number)) {
    return reader.fault('cardNumber', '执法证号格式不符。', '请对照证件核对。');
  }
  if (issuedOn !== null && validTo !== null && validTo < issuedOn) {
    return reader.fault('cardValidTo', '有效期早于发证日期。', '请核对两个日期。');
  }
  return { number, fields: fields.filter((field) => field !== ''), issuedOn, validTo };
}
