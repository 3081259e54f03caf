import * as v from 'valibot';
import { idField, listField, optionalText, textField, wholeField } from './fields.ts';

/** What is missing is told by the rules of an event, all of it at once; here only what is no text or number at all. */
export const eventForm = v.object({
  title: optionalText(80),
  heldOn: optionalText(10),
  span: v.picklist(['minutes', 'halfDay', 'day'], '请选择时长的计法。'),
  minutes: wholeField('时长请填整数分钟。'),
  mode: v.picklist(['onsite', 'online', 'both'], '请选择线下或线上。'),
  place: optionalText(80),
  lecturer: optionalText(60),
  lecturerKind: v.optional(v.picklist(['', 'head', 'leader', 'expert', 'counsel', 'backbone']), ''),
  audience: v.optional(v.picklist(['staff', 'public'], '请选择对象。'), 'staff'),
  headCount: v.optional(v.union([v.literal(''), wholeField('人次请填整数。')], '人次请填整数。'), ''),
  seriesId: optionalText(64),
  hostIds: listField,
  otherHosts: optionalText(400),
  forms: listField,
  otherForms: optionalText(100),
  topics: listField,
  otherTopics: optionalText(100),
  laws: optionalText(1000),
});

export const pasteForm = v.object({ names: textField('请粘贴姓名，每行一个。', 20_000) });
export const attendeesForm = v.object({ personIds: listField });
export const attendeeForm = v.object({ personId: idField('请选择人员。') });
export const giveBackForm = v.object({ reason: textField('请写明退回的原因。', 200) });
export const fileForm = v.object({ file: v.file('请选择一个文件。') });

export const correctionForm = v.object({
  personId: idField('请选择人员。'),
  isPresent: v.picklist(['yes', 'no'], '请选择到场或没有到场。'),
  reason: textField('请写明更正的原因。', 200),
});

export const seriesForm = v.object({
  unitId: idField('请选择主办单位。'),
  name: textField('请填写系列的名称。', 40),
  tag: textField('请选择形式。', 12),
  cadence: v.picklist(['quarter', 'month'], '请选择每季度或每月。'),
  planYear: wholeField('请填写年度。'),
});

export const closeSeriesForm = v.object({ seriesId: idField('请选择系列。') });
