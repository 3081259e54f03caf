import { inflateRawSync } from 'node:zlib';
import { DomainError } from '#lib/domain/shared/errors.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MOST_ENTRIES = 2000;

const tooLarge = () => new DomainError('tooLarge', '文件解压后过大，请拆分后分批上传。');
const damaged = () => new DomainError('invalid', '文件已损坏或不完整，请重新导出后再上传。');

export interface ZipEntry {
  name: string;
  /** Bytes after unpacking, measured, not as the archive claims. */
  size: number;
}

function findDirectory(view: DataView): { at: number; count: number } {
  const least = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    return { at: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
  }
  throw damaged();
}

/** Unpacked bytes of one entry; a bomb stops at `most` bytes instead of filling the memory. */
function unpack(bytes: Uint8Array, view: DataView, at: number, most: number): Buffer {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL_ENTRY) throw damaged();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.length) throw damaged();
  const body = bytes.subarray(from, from + packed);
  if (method === 0) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (method !== 8) throw damaged();
  return inflateRawSync(body, { maxOutputLength: most + 1 });
}

/** A package whose entries are unpacked one by one, when they are read. */
export interface OpenZip {
  names: string[];
  has(name: string): boolean;
  /** Bytes of an entry; undefined when there is none. */
  read(name: string): Buffer | undefined;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw damaged();
  }
}

/**
 * Opens a ZIP package. Reading throws `tooLarge` when what is read unpacks to more than `most` bytes together,
 * `invalid` when the package is damaged.
 */
export function openZip(bytes: Uint8Array, most: number): OpenZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = guarded(() => placesOf(bytes, view));
  let left = most;
  const read = (at: number): Buffer => {
    const unpacked = unpack(bytes, view, at, left);
    left -= unpacked.length;
    if (left < 0) throw tooLarge();
    return unpacked;
  };
  return {
    names: [...places.keys()],
    has: (name) => places.has(name),
    read: (name) => {
      const at = places.get(name);
      return at === undefined ? undefined : guarded(() => read(at));
    },
  };
}

/** Where the directory describes each entry. */
function placesOf(bytes: Uint8Array, view: DataView): Map<string, number> {
  const directory = findDirectory(view);
  if (directory.count > MOST_ENTRIES) throw tooLarge();
  const places = new Map<string, number>();
  let { at } = directory;
  for (let count = 0; count < directory.count; count += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    places.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), at);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return places;
}

/** Entries of a ZIP package with their true sizes; throws as reading them does. */
export function surveyZip(bytes: Uint8Array, most: number): ZipEntry[] {
  const zip = openZip(bytes, most);
  return zip.names.map((name) => ({ name, size: zip.read(name)?.length ?? 0 }));
}
