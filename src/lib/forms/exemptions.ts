import * as v from 'valibot';
import { isGround, type Ground } from '#lib/domain/exemptions/grounds.ts';
import { idField, optionalText, textField } from './fields.ts';

const reason = (sentence: string) => textField(sentence, 200);

/** 免考或缓考申请. */
export const exemptionForm = v.object({
  kind: v.picklist(['exempt', 'defer'], '请选择免考或缓考。'),
  ground: v.pipe(
    v.string('请选择事由。'),
    v.check(isGround, '请选择事由。'),
    v.transform((code) => code as Ground),
  ),
  reason: reason('请写明具体情况。'),
  file: v.pipe(
    v.file('请上传证明材料。'),
    v.check((file) => file.size > 0, '请上传证明材料。'),
  ),
});

const WHY_NOT = '请写明不批准的原因，提出人看得到。';

/** 审批. A refusal says why; of an approval it is enough that it was given. */
export const verdictForm = v.pipe(
  v.object({
    exemptionId: idField('请选择申请。'),
    verdict: v.picklist(['approved', 'refused'], '请选择批准或不批准。'),
    reason: optionalText(200),
  }),
  v.forward(
    v.check((input) => input.verdict === 'approved' || input.reason !== '', WHY_NOT),
    ['reason'],
  ),
);

/** 撤回. */
export const withdrawForm = v.object({
  exemptionId: idField('请选择申请。'),
  reason: reason('请写明撤回的原因。'),
});
