import { isDay, type Day } from '../shared/time.ts';
import { toCode } from '../shared/written.ts';

/** GB 11643-1999: weights of the first 17 digits, and the check character by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** First two digits: provinces (GB/T 2260) and the residence permits of Hong Kong, Macao and Taiwan. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Check character of the first 17 digits: `CHECKS[Σ digit · weight mod 11]`. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS[sum % 11] ?? '';
}

/** An identity number as it is stored and hashed: half-width, no blanks, capital X. */
export function cleanIdentity(written: string): string {
  return toCode(written)
    .replace(/^['‘’]/, '')
    .toUpperCase();
}

/** The Chinese sentence that says what is wrong with a cleaned 18-digit number; null when it is in order. */
export function identityFault(number: string, today: Day): string | null {
  if (!/^\d{17}[\dX]$/.test(number)) return '身份证号应为18位。';
  if (!PROVINCES.test(number)) return '身份证号前两位不是有效的地区码。';
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthday) || birthday > today || birthday < '1900-01-01') return '身份证号中的出生日期不存在。';
  if (number[17] !== checkCharacter(number)) return '身份证号校验码不符，可能有一位写错。';
  return null;
}

/** First 3 and last 4: `440***********1234` (the birthday stays covered); shorter numbers show their last 4 only. */
export function maskIdentity(number: string): string {
  const head = number.length >= 11 ? 3 : 0;
  return number.slice(0, head) + '*'.repeat(Math.max(0, number.length - head - 4)) + number.slice(-4);
}
