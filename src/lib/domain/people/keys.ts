import type { RowReader } from '../imports/row.ts';
import type { TemplateColumn } from '../imports/template.ts';
import type { Day } from '../shared/time.ts';
import { cleanIdentity, identityFault } from './identity.ts';
import { cleanMobile, mobileFault } from './mobile.ts';

type KeyColumn = 'identity' | 'mobile';
type KeyReader = Pick<RowReader<KeyColumn>, 'issues' | 'fault' | 'text'>;

/** The columns by which a row of a file names a person; one of them must be filled in. */
export const keyColumns: readonly TemplateColumn<KeyColumn>[] = [
  {
    key: 'identity',
    heading: '身份证号',
    otherHeadings: ['身份证号码', '身份证', '公民身份号码', '证件号码'],
    width: 22,
    example: '（与手机号填一项即可）',
  },
  {
    key: 'mobile',
    heading: '手机号',
    otherHeadings: ['手机', '手机号码', '联系电话', '移动电话'],
    width: 14,
    example: '13800000000',
  },
];

/** Numbers that an export or a print has covered. */
const COVERED = /[*＊●×]{3,}/;

function numberOf(reader: KeyReader, key: KeyColumn, read: (written: string) => string | null) {
  const written = reader.text(key);
  if (written === null) return null;
  if (COVERED.test(written)) return reader.fault(key, '号码被星号遮盖，无法识别本人。', '请填写完整的号码。');
  return read(written);
}

function mobileOf(reader: KeyReader, written: string): string | null {
  const number = cleanMobile(written);
  const fault = mobileFault(number);
  return fault === null ? number : reader.fault('mobile', fault, '请核对手机号。');
}

/** A checked number of a resident's card (GB 11643), as it is stored. */
export function residentNumber(reader: KeyReader, written: string, today: Day): string | null {
  const number = cleanIdentity(written);
  const fault = identityFault(number, today);
  return fault === null ? number : reader.fault('identity', fault, '请对照证件逐位核对，并把该列设为文本。');
}

/**
 * The keys by which a person is found again, cleaned; null where one is empty or faulty.
 * @param identity reads the number of a document, which not every file knows to be a resident's card
 */
export function keysOf(
  reader: KeyReader,
  identity: (written: string) => string | null,
): Record<KeyColumn, string | null> {
  const before = reader.issues.length;
  const keys = {
    identity: numberOf(reader, 'identity', identity),
    mobile: numberOf(reader, 'mobile', (written) => mobileOf(reader, written)),
  };
  if (keys.identity === null && keys.mobile === null && reader.issues.length === before)
    reader.fault('identity', '身份证号和手机号都没有填写。', '请填写其中一项，用于识别本人。');
  return keys;
}
