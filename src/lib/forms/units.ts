import * as v from 'valibot';

const name = v.pipe(
  v.string('请填写单位名称。'),
  v.trim(),
  v.minLength(1, '请填写单位名称。'),
  v.maxLength(60, '单位名称不超过 60 个字。'),
);
const unit = (sentence: string) =>
  v.pipe(v.string(sentence), v.minLength(1, sentence), v.maxLength(64, sentence));

export const addUnitForm = v.object({ name, parentId: unit('请选择上级单位。') });

export const renameUnitForm = v.object({ newName: name, unitId: unit('请选择要改名的单位。') });
