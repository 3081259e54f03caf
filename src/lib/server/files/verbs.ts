import { fileKinds, isFileKind, kindOfBytes, LARGEST_FILE, safeName } from '#lib/domain/files/kinds.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { openSealed, sealBytes } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { bearerOf, deleteFiles, digestsOf, fileById, insertFile, unitsOfFile } from './queries.ts';
import { drop, lies, put, take } from './shelf.ts';

export interface NewFile {
  /** The unit whose evidence it is, and all above; the first keeps it. */
  unitPath: readonly string[];
  /** The person whose own evidence it is, who sends it himself; nobody's otherwise. */
  ownerId?: string;
  /** As the sender named it. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Stores a piece of evidence. Throws `invalid` for an empty file, `tooLarge` above 20 MiB and `unsupported` for
 * bytes that are neither PDF, PNG, JPEG, docx nor xlsx, whatever the name says.
 */
export async function store(act: Act, given: NewFile): Promise<{ id: string; name: string }> {
  access.require(act, 'file.store', { unitPath: given.unitPath, ownerId: given.ownerId ?? null });
  const { bytes } = given;
  if (bytes.byteLength === 0) throw refused('invalid', '这个文件是空的，请重新选择。');
  if (bytes.byteLength > LARGEST_FILE) throw refused('tooLarge', '文件超过 20 MB，请压缩或拆分后再传。');
  const kind = kindOfBytes(bytes);
  if (!kind) throw refused('unsupported', '只能上传 PDF、PNG、JPG、docx 或 xlsx 文件，请另存为其中一种。');
  const digest = await put(act.db, bytes);
  const id = newId();
  const name = safeName(given.name, kind);
  const unitId = given.unitPath[0] ?? '';
  await inTransaction(act, async (own) => {
    const stored = { uploaded_by: signatureOf(act).id, uploaded_at: act.now, bytes: bytes.byteLength };
    await insertFile(own.db, { id, unit_id: unitId, digest, kind, name, ...stored }).execute();
    await audit.record(own, {
      verb: 'files.stored',
      unitId,
      subject: { kind: 'file', id },
      details: { name, kind, bytes: bytes.byteLength, digest },
    });
  });
  if (!(await lies(act.db, digest))) await put(act.db, bytes);
  return { id, name };
}

export interface ReadFile {
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A stored file for whoever sent it and for its unit's coordinators and leaders. Throws `unavailable` when its bytes are missing or changed. */
export async function read(act: Act, fileId: string): Promise<ReadFile> {
  const above = await unitsOfFile(act.db, fileId).execute();
  access.require(act, 'file.read', {
    unitPath: above.map((row) => row.ancestor_id),
    ownerId: above[0]?.uploaded_by ?? null,
  });
  const file = await fileById(act.db, fileId).executeTakeFirstOrThrow();
  const bytes = await take(act.db, file.digest);
  if (!bytes || !isFileKind(file.kind))
    throw new DomainError('unavailable', '这个附件在服务器上已缺失或损坏，请联系系统管理员从备份恢复。');
  return { name: file.name, type: fileKinds[file.kind].type, bytes };
}

/** Takes files out within the sweep's transaction; answers their digests, for `dropBytes` once that is done. */
export async function forget(act: Act, fileIds: readonly string[]): Promise<string[]> {
  access.require(act, 'inspection.sweep');
  if (fileIds.length === 0) return [];
  const digests = (await digestsOf(act.db, fileIds).execute()).map((row) => row.digest);
  await deleteFiles(act.db, fileIds).execute();
  return digests;
}

/** Takes the bytes of forgotten files off the disk where no other file bears them. Never within a transaction. */
export async function dropBytes(act: Act, digests: readonly string[]): Promise<void> {
  access.require(act, 'inspection.sweep');
  for (const digest of digests) {
    await drop(act.db, digest, async () => (await bearerOf(act.db, digest).execute()).length > 0);
  }
}

/**
 * Keeps a sealed copy of rows under its digest beside the evidence, so that backups hold it, and answers the digest.
 * It has no row of its own: the seal that names it is its record.
 */
export async function storeSealed(
  act: Act,
  { unitPath, bytes }: { unitPath: readonly string[]; bytes: Uint8Array },
): Promise<string> {
  access.require(act, 'file.storeSealed', { unitPath });
  return put(act.db, bytes);
}

/** Bytes of a sealed copy, to be verified; undefined when they are missing or changed. */
export async function takeSealed(act: Act, digest: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  access.require(act, 'file.takeSealed');
  return take(act.db, digest);
}

/**
 * Keeps a file that bears whole numbers of people: enciphered, beside the evidence, so that backups hold it. Answers
 * the digest under which it lies; it has no row of its own.
 */
export async function storeEnciphered(
  act: Act,
  { unitPath, bytes }: { unitPath: readonly string[]; bytes: Uint8Array },
): Promise<string> {
  access.require(act, 'file.storeEnciphered', { unitPath });
  return put(act.db, await sealBytes(act.db, bytes));
}

/** The bytes of such a file as they were given. Throws `unavailable` when they are missing or changed. */
export async function takeEnciphered(
  act: Act,
  { unitPath, digest }: { unitPath: readonly string[]; digest: string },
): Promise<Uint8Array> {
  access.require(act, 'file.takeEnciphered', { unitPath });
  const sealed = await take(act.db, digest);
  if (!sealed)
    throw new DomainError('unavailable', '原始文件在服务器上已缺失或损坏，请联系系统管理员从备份恢复。');
  return openSealed(act.db, sealed);
}

function refused(code: 'invalid' | 'tooLarge' | 'unsupported', sentence: string): DomainError {
  return new DomainError(code, sentence, { fields: { file: sentence } });
}
