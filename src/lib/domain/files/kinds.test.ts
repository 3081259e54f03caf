import { describe, expect, it } from 'vitest';
import { kindOfBytes, safeName } from './kinds.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const zipWith = (name: string) => new Uint8Array([0x50, 0x4b, 3, 4, 0, ...bytesOf(`xl ${name} rest`)]);

describe('a file', () => {
  it('is what its bytes are', () => {
    expect(kindOfBytes(bytesOf('%PDF-1.7\n'))).toBe('pdf');
    expect(kindOfBytes(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpg');
    expect(kindOfBytes(zipWith('word/document.xml'))).toBe('docx');
    expect(kindOfBytes(zipWith('xl/workbook.xml'))).toBe('xlsx');
  });

  it.each(['<html><script>', 'MZ program', '', '%PD'])('is refused when it is %j', (text) => {
    expect(kindOfBytes(bytesOf(text))).toBeNull();
  });

  it('that is some other package is refused', () => {
    expect(kindOfBytes(zipWith('META-INF/MANIFEST.MF'))).toBeNull();
  });

  it('gets a name without folders that ends as its kind', () => {
    expect(safeName('../../etc/签到表.exe', 'pdf')).toBe('签到表.pdf');
    expect(safeName('C:\\桌面\\会议"纪要".docx', 'docx')).toBe('会议纪要.docx');
    expect(safeName('\u0000', 'png')).toBe('附件.png');
  });
});
