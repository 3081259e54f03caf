import { DomainError } from '#lib/domain/shared/errors.ts';

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text of XML with its entities resolved; only the five named ones and numbers exist, nothing else is expanded. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (hex !== undefined) return codePoint(Number.parseInt(hex as string, 16));
    if (decimal !== undefined) return codePoint(Number(decimal));
    return NAMED[name as string] ?? whole;
  });
}

/** Attributes of a tag by their names, without prefix. */
export function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single] of tag.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name] = unescaped(double ?? single ?? '');
  }
  return attributes;
}

/** Prefix that the elements of a part bear (`x:`), mostly none. Throws `invalid` where the root is another element. */
export function prefixOf(part: Buffer, root: string): string {
  const head = part.toString('latin1', 0, 4096);
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) {
    throw new DomainError('invalid', '文件中含有不允许的定义，请用表格软件另存为 xlsx 后再上传。');
  }
  const found = new RegExp(`<(\\w+:)?${root}[\\s>/]`).exec(head);
  if (found) return found[1] ?? '';
  throw new DomainError('invalid', '文件已损坏或不完整，请用表格软件打开后另存为 xlsx 再上传。');
}
