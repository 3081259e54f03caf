import * as v from 'valibot';
import { isTradeCode } from '#lib/domain/units/trades.ts';
import { dayField, optionalText, textField } from './fields.ts';

const name = v.pipe(
  v.string('请填写单位名称。'),
  v.trim(),
  v.minLength(1, '请填写单位名称。'),
  v.maxLength(60, '单位名称不超过 60 个字。'),
);
const unit = (sentence: string) =>
  v.pipe(v.string(sentence), v.minLength(1, sentence), v.maxLength(64, sentence));

export const addUnitForm = v.object({ name, parentId: unit('请选择上级单位。') });

const reason = textField('请写明原因或批准文号。', 200);

export const renameForm = v.object({ name, from: dayField });

export const moveUnitForm = v.object({ parentId: unit('请选择新的上级单位。'), day: dayField, reason });

export const mergeUnitForm = v.object({ intoId: unit('请选择并入哪个单位。'), day: dayField, reason });

export const closeUnitForm = v.object({ day: dayField, reason });

export const reopenUnitForm = v.object({ changeId: unit('请选择要收回的变动。'), reason });

export const tradeForm = v.object({
  trade: v.pipe(
    optionalText(40),
    v.check((code) => code === '' || isTradeCode(code), '请选择行业。'),
    v.transform((code) => (isTradeCode(code) ? code : null)),
  ),
  day: dayField,
});
