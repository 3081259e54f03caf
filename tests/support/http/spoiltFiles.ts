import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';

/** Files that no import may choke on: what is wrong, its name, its bytes. */
export function spoiltFiles(): [what: string, name: string, bytes: Uint8Array<ArrayBuffer>][] {
  const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200_000_000, 0x20));
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919 + (n >> 3)) % 256));
  const gbk = Buffer.from('d0d5c3fb2cb5a5ceb90ad5c5c8fd2cb2bbb4e6d4dab5c4b5a5ceb90a', 'hex');
  const xml = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  const files: [string, string, Buffer][] = [
    ['empty', 'a.xlsx', Buffer.alloc(0)],
    ['a cut off workbook', 'a.xlsx', bomb.subarray(0, bomb.length >> 1)],
    ['a zip that holds too much', 'a.xlsx', bomb],
    ['noise', 'a.xlsx', noise],
    ['noise that is called csv', 'a.csv', noise],
    ['noise that is called xls', 'a.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise])],
    ['GBK text without the right columns', 'a.csv', gbk],
    ['GBK text that is called xlsx', 'a.xlsx', gbk],
    ['a picture', '../../a.png', readFileSync('static/icon-180.png')],
    ['a workbook with an outer entity', 'a.xlsx', zipOf('xl/workbook.xml', Buffer.from(xml))],
    ['a workbook with a path out of it', 'a.xlsx', zipOf('../../../../tmp/xuefa-escaped', Buffer.from('x'))],
    ['lines without end', 'a.csv', Buffer.from('姓名,'.repeat(50_000))],
  ];
  return files.map(([what, name, bytes]) => [what, name, new Uint8Array(bytes)]);
}

/** A zip of one deflated entry; its checksum is left out, as who sends such a file would. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const path = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}
