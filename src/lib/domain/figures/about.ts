/**
 * Rounded words of the published reports for a count: exact below ten and where nothing is left over, else the
 * leading digit and 余: 43 → 40余, 127 → 百余, 1,280 → 千余, 26,300 → 2万余. Always rounded down, so never too much.
 */
export function aboutWord(count: number): string {
  if (count < 10) return String(count);
  const step = 10 ** Math.floor(Math.log10(count));
  const lead = Math.floor(count / step);
  const whole = lead * step;
  const rest = whole < count ? '余' : '';
  if (whole >= 10_000) return `${lead === 1 && whole === 10_000 && rest ? '' : whole / 10_000}万${rest}`;
  if (lead === 1 && rest && whole >= 100) return `${whole === 100 ? '百' : '千'}余`;
  return `${whole}${rest}`;
}
