import type { Day } from '../shared/time.ts';
import { toCode } from '../people/clean.ts';
import { cleanIdentity, identityFault } from '../people/identity.ts';
import { cleanMobile, mobileFault } from '../people/mobile.ts';
import type { RowReader } from './row.ts';

/** Documents that carry an 18-digit number of GB 11643. */
const RESIDENT = /^(居民)?身份证$/;

/** Numbers that an export or a print has covered. */
const COVERED = /[*＊●×]{3,}/;

function covered(reader: RowReader, key: 'identity' | 'mobile'): null {
  return reader.fault(key, '号码被星号遮盖，无法识别本人。', '请填写完整的号码。');
}

function otherDocument(reader: RowReader, written: string): string | null {
  const number = toCode(written).toUpperCase();
  if (/^[0-9A-Z]{5,20}$/.test(number)) return number;
  return reader.fault('identity', '证件号码应为5–20位字母或数字。', '请核对证件号码。');
}

function identity(reader: RowReader, today: Day): string | null {
  const written = reader.text('identity');
  if (written === null) return null;
  if (COVERED.test(written)) return covered(reader, 'identity');
  const kind = reader.text('documentKind') ?? '居民身份证';
  if (!RESIDENT.test(kind)) return otherDocument(reader, written);
  const number = cleanIdentity(written);
  const fault = identityFault(number, today);
  return fault === null ? number : reader.fault('identity', fault, '请对照证件逐位核对，并把该列设为文本。');
}

function mobile(reader: RowReader): string | null {
  const written = reader.text('mobile');
  if (written === null) return null;
  if (COVERED.test(written)) return covered(reader, 'mobile');
  const number = cleanMobile(written);
  const fault = mobileFault(number);
  return fault === null ? number : reader.fault('mobile', fault, '请核对手机号。');
}

/** The keys by which a person is found again: identity number or mobile; one of them is needed. */
export function keysOf(reader: RowReader, today: Day): { identity: string | null; mobile: string | null } {
  const before = reader.issues.length;
  const keys = { identity: identity(reader, today), mobile: mobile(reader) };
  if (keys.identity === null && keys.mobile === null && reader.issues.length === before) {
    reader.fault('identity', '身份证号和手机号都没有填写。', '请填写其中一项，用于识别本人。');
  }
  return keys;
}
