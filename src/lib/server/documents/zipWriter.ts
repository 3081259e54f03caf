import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL_ENTRY = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 1 January 1980, the first day that ZIP knows: equal content gives equal bytes. */
const FIRST_DAY = 0x21;
const VERSION = 20;
const DEFLATED = 8;
/** The name is UTF-8. */
const FLAGS = 0x0800;

interface Entry {
  name: Buffer;
  packed: Buffer;
  size: number;
  crc: number;
}

/** Packs an entry piece by piece, so that only its packed form is ever held whole. */
async function packed(name: string, pieces: Iterable<string>): Promise<Entry> {
  const deflate = createDeflateRaw({ level: 4 });
  const parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  const ended = once(deflate, 'end');
  let size = 0;
  let crc = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  }
  deflate.end();
  await ended;
  return { name: Buffer.from(name), packed: Buffer.concat(parts), size, crc };
}

/** What the two headers of an entry have in common. */
function described({ name, packed: body, size, crc }: Entry): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(VERSION, 0);
  common.writeUInt16LE(FLAGS, 2);
  common.writeUInt16LE(DEFLATED, 4);
  common.writeUInt16LE(FIRST_DAY, 8);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

function localHeader(entry: Entry): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL_ENTRY);
  return Buffer.concat([signature, described(entry), entry.name]);
}

function directoryEntry(entry: Entry, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(DIRECTORY_ENTRY, 0);
  head.writeUInt16LE(VERSION, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, described(entry), tail, entry.name]);
}

/** A ZIP package of these entries, in their order; each is made up of pieces of text. */
export async function zipOf(entries: Iterable<[name: string, pieces: Iterable<string>]>): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, pieces] of entries) {
    const entry = await packed(name, pieces);
    const local = localHeader(entry);
    directory.push(directoryEntry(entry, offset));
    parts.push(local, entry.packed);
    offset += local.length + entry.packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((total, one) => total + one.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
