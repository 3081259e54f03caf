import * as v from 'valibot';
import { idField, optionalText, textField, wholeField } from './fields.ts';

const place = idField('请重新打开这一句。');
const revision = wholeField('请重新打开这一句。');
const section = idField('请选择一节。');
const text = textField('请写下这句话。', 1000);

/** Forms of the report's page; the unit and the year stand in its address. */
export const writeForm = v.object({ place, revision, text });
export const settleForm = v.object({
  place,
  revision,
  state: v.picklist(['omitted', 'draft'], '请重新打开这一句。'),
});
export const confirmForm = v.object({ place: v.optional(v.pipe(v.string(), v.maxLength(64)), '') });
export const bindForm = v.object({
  place,
  revision,
  at: wholeField('请重新打开这一句。'),
  token: v.pipe(v.string('请选择指标。'), v.regex(/^\[\[[\w@:-]{3,120}\]\]$/, '请选择指标。')),
});
export const addSentenceForm = v.object({ section, text });
export const addSectionForm = v.object({
  part: v.picklist(['done', 'duty', 'lacks', 'next'], '请选择放在哪一部分。'),
  title: textField('请填写这一节的标题。', 40),
});
export const moveForm = v.object({ section, direction: v.picklist(['up', 'down'], '请选择上移或下移。') });
export const showForm = v.object({ section, shown: v.picklist(['yes', 'no'], '请选择。') });

export const signForm = v.object({ confirmation: optionalText(20) });
export const trueUpForm = v.object({ reason: textField('请写明更正的原因。', 300) });
export const targetForm = v.object({
  figure: v.pipe(v.string('请选择指标。'), v.maxLength(40)),
  target: wholeField('计划数请填整数。'),
});
