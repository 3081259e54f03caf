import * as v from 'valibot';
import { parseHundredths } from '#lib/domain/shared/hundredths.ts';
import type { Mend } from '#lib/domain/grading/mend.ts';
import { parseForm, type FieldErrors } from './parseForm.ts';

const mendFields = {
  kind: v.picklist(['key', 'points', 'void'], '请选择怎样更正。'),
  key: v.optional(v.array(v.pipe(v.string(), v.maxLength(1))), () => []),
  points: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(10)), ''),
};

interface MendFields {
  kind: Mend['kind'];
  key: string[];
  points: string;
}

/** What is mended; a worth that is no number becomes one that the verb refuses. */
export function mendOf({ kind, key, points }: MendFields): Mend {
  if (kind === 'void') return { kind };
  if (kind === 'points') return { kind, pointsHundredths: parseHundredths(points) ?? -1 };
  return { kind, answerKey: [...new Set(key)].sort() };
}

/** The mend that a page's address asks to preview; null when it asks for none. */
export function mendOfAddress(url: URL): { mend: Mend } | { fields: FieldErrors } | null {
  if (!url.searchParams.has('kind')) return null;
  const form = new FormData();
  for (const [name, value] of url.searchParams) form.append(name, value);
  const read = parseForm(v.object(mendFields), form);
  return read.ok ? { mend: mendOf(read.value) } : { fields: read.fields };
}

/** 确认重新评分. */
export const regradeForm = v.object({
  ...mendFields,
  explanation: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000, '最多 2000 个字。')), ''),
  reason: v.pipe(
    v.string('请写明更正的原因。'),
    v.trim(),
    v.minLength(4, '请写明更正的原因，至少 4 个字。'),
    v.maxLength(500, '最多 500 个字。'),
  ),
});
