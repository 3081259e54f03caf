import * as v from 'valibot';
import { fileField } from './imports.ts';

const LONGEST = 100;

function words(empty: string) {
  return v.pipe(
    v.string(empty),
    v.trim(),
    v.minLength(1, empty),
    v.maxLength(LONGEST, `请不超过 ${LONGEST} 个字。`),
  );
}

/** A file of results of another system, where it is from and on what it rests. */
export const resultsForm = v.object({
  unitId: v.pipe(v.string('请选择单位。'), v.minLength(1, '请选择单位。')),
  source: words('请填写来源系统的名称。'),
  basis: words('请写明导入的依据，例如通知的文号。'),
  file: fileField,
});

const MOST_TAKEN = 1000;
const again = '请重新勾选。';

/** Rows that are written although something like them is recorded. */
export const takenForm = v.object({
  taken: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(again), v.regex(/^\d{1,7}$/, again), v.transform(Number))),
      v.maxLength(MOST_TAKEN, again),
    ),
    [],
  ),
});

/** Why an import is taken back. */
export const takeBackForm = v.object({
  reason: v.pipe(
    v.string('请写明撤回的原因。'),
    v.trim(),
    v.minLength(1, '请写明撤回的原因，本人在台账上看得到。'),
    v.maxLength(200, '请不超过 200 个字。'),
  ),
});
