import * as v from 'valibot';
import {
  certificateKinds,
  issuerMarks,
  type CertificateKind,
  type IssuerMark,
} from '#lib/domain/certificates/kinds.ts';
import { idField, optionalText, textField, wholeField } from './fields.ts';

const kindField = v.picklist(Object.keys(certificateKinds) as CertificateKind[], '请选择学习证明或成绩单。');
const yearField = wholeField('请选择年度。');

export const requestForm = v.object({ kind: kindField, planYear: yearField, purpose: optionalText(60) });
export const requestIdForm = v.object({ requestId: idField('请选择申请。') });
export const refusalForm = v.object({
  requestId: idField('请选择申请。'),
  reason: textField('请写明不开具的原因，本人看得到。', 200),
});
export const batchForm = v.object({
  unitId: idField('请选择单位。'),
  kind: kindField,
  planYear: yearField,
});
export const endForm = v.object({ reason: textField('请写明原因。', 200) });
export const markForm = v.object({
  unitId: idField('请选择单位。'),
  mark: v.picklist(Object.keys(issuerMarks) as IssuerMark[], '请选择落款处印什么。'),
});
