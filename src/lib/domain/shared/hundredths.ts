/** A count of hundredths (points, 学时, 学分) as text without needless zeros: 5250 → `52.5`. */
export function formatHundredths(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const size = Math.abs(hundredths);
  const rest = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.floor(size / 100)}${rest === '' ? '' : `.${rest}`}`;
}

/** Hundredths of a text such as `52.5`; null when it is no number with at most two decimals. */
export function parseHundredths(text: string): number | null {
  const match = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '0', rest = ''] = match;
  const size = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return sign === '-' && size !== 0 ? -size : size;
}
