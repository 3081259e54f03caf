import { parseHundredths } from '../shared/hundredths.ts';
import type { Step } from './rule.ts';

/** Steps typed as `15=0.5, 30=1` (from so many minutes = so many 学时); null for what is no such list. */
export function parseSteps(text: string): Step[] | null {
  const parts = text.split(/[\s,，、;；]+/u).filter((part) => part !== '');
  const steps = parts.map((part): Step | null => {
    const [, minutes, award = ''] = /^(\d{1,4})[=＝:：](.+)$/u.exec(part) ?? [];
    const hundredths = parseHundredths(award);
    if (minutes === undefined || hundredths === null || hundredths < 0) return null;
    return { fromMinutes: Number(minutes), hundredths };
  });
  const known = steps.filter((step) => step !== null);
  const distinct = new Set(known.map((step) => step.fromMinutes)).size;
  if (known.length === 0 || known.length < steps.length || distinct < known.length) return null;
  return known.sort((a, b) => a.fromMinutes - b.fromMinutes);
}

/** The steps as they are typed. */
export function stepsText(steps: readonly Step[] | null): string {
  return (steps ?? []).map((step) => `${step.fromMinutes}=${step.hundredths / 100}`).join(', ');
}
