const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** The characters of which a Chinese numeral below ten thousand is written, for regular expressions. */
export const NUMERAL = '[〇○零一二两三四五六七八九十百千]+';

/** Value of a Chinese numeral such as 一百二十 or 一千零三十九; null for anything else. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let pending = 0;
  for (const character of text.replace(/[〇○]/gu, '零').replace(/两/gu, '二')) {
    const unit = UNITS[character];
    const digit = DIGITS.indexOf(character);
    if (unit === undefined && digit < 0) return null;
    if (unit === undefined) {
      pending = digit;
      continue;
    }
    total += (pending || 1) * unit;
    pending = 0;
  }
  const value = total + pending;
  return value > 0 ? value : null;
}

/** Chinese numeral of a whole number from 1 to 9999, as statutes write it: 十二, 一百零三, 一千二百六十. */
export function chineseNumeral(value: number): string {
  const places = ['', '十', '百', '千'];
  const digits = String(value).split('').map(Number);
  let text = '';
  let gap = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += `${DIGITS[digit]}${places[digits.length - 1 - index]}`;
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}
