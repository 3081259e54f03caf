import { DomainError } from '#lib/domain/shared/errors.ts';

/** Bytes of the largest file that is taken in. */
export const LARGEST_SHEET = 30 * 1024 * 1024;

/** Kinds of spreadsheet that are read, told apart by what the bytes are, never by the file's name. */
export type SheetKind = 'xlsx' | 'xls' | 'text';

function begins(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Kind of a file: a ZIP package, a compound file, or text. */
export function sheetKindOf(bytes: Uint8Array): SheetKind {
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'xls';
  return 'text';
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Text of a csv file: UTF-16 by its mark, else strict UTF-8, else GB 18030 (which contains GBK).
 * Throws `unsupported` for bytes that are no text, and for web pages saved under a spreadsheet's name.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = begins(bytes, [0xff, 0xfe]) ? decodeAs(bytes, 'utf-16le') : undefined;
  const text = marked ?? decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030');
  // Control characters other than tab and line ends do not occur in a table written by a person.

  if (text === undefined || /[\u0000-\u0008\u000e-\u001f]/.test(text)) {
    throw new DomainError('unsupported', '无法识别该文件，请使用 xlsx、xls 或 csv 格式的表格。');
  }
  if (/^\s*</.test(text)) {
    throw new DomainError('unsupported', '该文件实际是网页，请用表格软件打开后另存为 xlsx 再上传。');
  }
  return text;
}
