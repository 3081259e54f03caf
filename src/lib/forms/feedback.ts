import * as v from 'valibot';
import { aboutFrom } from '#lib/domain/feedback/about.ts';
import { feedbackKinds, LONGEST_NOTE, LONGEST_TEXT, type FeedbackKind } from '#lib/domain/feedback/kinds.ts';
import { idField, textField } from './fields.ts';

/** An input without a file sends one without name and bytes. */
const fileIfAny = v.pipe(
  v.optional(v.file('请选择一个文件。')),
  v.transform((file) => (file === undefined || (file.name === '' && file.size === 0) ? null : file)),
);

export const feedbackForm = v.object({
  kind: v.picklist(Object.keys(feedbackKinds) as FeedbackKind[], '请选择类别。'),
  body: textField('请写明您的意见或遇到的问题。', LONGEST_TEXT),
  page: v.optional(v.pipe(v.string(), v.maxLength(2000, '页面的地址太长了。')), ''),
  about: v.pipe(v.optional(v.string(), ''), v.transform(aboutFrom)),
  file: fileIfAny,
});

/** A button that says everything. */
export const pressForm = v.object({});

export const noteForm = v.object({ id: idField('请选择一条意见。') });

export const insistForm = v.object({
  id: idField('请选择一条意见。'),
  body: textField('请写明还有什么没有解决。', LONGEST_TEXT),
});

export const handForm = v.object({
  personId: idField('请选择交给谁。'),
  note: textField('请写明为什么转交。', LONGEST_NOTE),
});

export const answerForm = v.object({ body: textField('请写明答复，本人看得到。', LONGEST_TEXT) });
