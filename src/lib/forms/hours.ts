import * as v from 'valibot';
import { idField, textField } from './fields.ts';

export const reversalForm = v.object({
  entryId: idField('请选择要冲销的分录。'),
  reason: textField('请写明冲销的原因。', 200),
});

export const unlearnForm = v.object({
  lessonId: idField('请选择课时。'),
  reason: textField('请写明撤销的原因。', 200),
});
