import { toCode } from '../shared/written.ts';

/** A mobile number as it is stored and hashed: eleven digits, without country code, blanks and dashes. */
export function cleanMobile(written: string): string {
  return toCode(written)
    .replace(/^['‘’]/, '')
    .replace(/[-—－()]/g, '')
    .replace(/^(\+?86|0086)(?=1\d{10}$)/, '');
}

/** The Chinese sentence that says what is wrong with a cleaned number; null when it is in order. */
export function mobileFault(mobile: string): string | null {
  return /^1[3-9]\d{9}$/.test(mobile) ? null : '手机号应为以1开头的11位数字。';
}

/** `138****1234` */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}
