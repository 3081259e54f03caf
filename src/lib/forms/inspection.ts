import * as v from 'valibot';
import { retentionNames, type RetentionName } from '#lib/domain/inspection/retention.ts';
import { isDay } from '#lib/domain/shared/time.ts';

const days = v.pipe(
  v.string('请填写天数。'),
  v.trim(),
  v.check((text) => /^\d{1,5}$/.test(text), '请填写天数，例如 365。'),
  v.transform(Number),
);

export const retentionForm = v.object(
  Object.fromEntries(retentionNames.map((name) => [name, days])) as Record<RetentionName, typeof days>,
);

export const revealForm = v.object({
  personId: v.pipe(v.string('请先找到这个人。'), v.minLength(1, '请先找到这个人。'), v.maxLength(64)),
  reason: v.pipe(v.string('请写明原因。'), v.trim(), v.maxLength(200, '原因请在200字以内。')),
});

/** What a reader of the log looks for, from the address; what is no day or too long counts as empty. */
export function parseLogFilter(url: URL) {
  const text = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 64);
  const day = (name: string) => (isDay(text(name)) ? text(name) : '');
  const deed = /^[a-z]+\.[A-Za-z]*$/.test(text('deed')) ? text('deed') : '';
  const unitId = text('unitId');
  return { who: text('who'), deed, unitId, from: day('from'), to: day('to') };
}
