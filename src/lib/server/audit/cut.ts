import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Instant } from '#lib/domain/shared/time.ts';
import { inTransaction, runtimeOf, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { isSignature, sign } from '../platform/cipher.ts';
import { deleteSealed, deleteSeals, entriesUnder, insertCut, lastCut, sealsBefore } from './queries.ts';
import type { CutRow, SealRow } from './rows.ts';
import { cutText } from './rows.ts';
import { record } from './verbs.ts';

/** Seals and entries of one file, at most; one seal is never divided. */
const MOST_SEALS = 500;
const MOST_ENTRIES = 10_000;

/** Where the parts of the log lie that were cut off; they belong into the backup. */
export function archiveFolderOf(db: Db): string {
  return join(runtimeOf(db).dataFolder, 'audit-archive');
}

function oneFile(seals: readonly SealRow[]): SealRow[] {
  let entries = 0;
  return seals.filter((seal, at) => {
    entries += seal.entry_count;
    return at === 0 || entries <= MOST_ENTRIES;
  });
}

/** Seals with their entries as JSON lines, compressed. */
async function packed(db: Db, seals: readonly SealRow[]): Promise<Buffer> {
  const lines: string[] = [];
  for (const seal of seals) {
    lines.push(JSON.stringify({ seal, entries: await entriesUnder(db, seal.number).execute() }));
  }
  return gzipSync(`${lines.join('\n')}\n`);
}

/** Writes a file whole or not at all, and waits until it lies on the disk. */
async function store(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}

/**
 * Takes the sealed part of the log from before a moment out into files, then removes it. Where it was cut is signed
 * and kept, with the digest of the file, so that verification goes on from there. Answers how many entries left.
 */
export async function cutBefore(act: Act, moment: Instant): Promise<number> {
  for (let gone = 0; ;) {
    const seals = oneFile(await sealsBefore(act.db, moment, MOST_SEALS).execute());
    const [first, last] = [seals[0], seals[seals.length - 1]];
    if (!first || !last) return gone;
    const folder = archiveFolderOf(act.db);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `audit-${first.number}-${last.number}.jsonl.gz`);
    const bytes = await packed(act.db, seals);
    await store(file, bytes);
    const bare = {
      ...{ last_number: last.number, last_mac: last.mac, file_name: basename(file), cut_at: act.now },
      entry_count: seals.reduce((sum, seal) => sum + seal.entry_count, 0),
      total_count: last.total_count,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    await inTransaction(act, async (own) => {
      await insertCut(own.db, { ...bare, mac: sign(own.db, 'audit cut', cutText(bare)) }).execute();
      await deleteSealed(own.db, last.number).execute();
      await deleteSeals(own.db, last.number).execute();
      const { file_name: fileName, sha256, entry_count: entries } = bare;
      await record(own, {
        verb: 'inspection.logCut',
        details: { fileName, sha256, entries, before: moment },
      });
    });
    gone += bare.entry_count;
  }
}

export interface CutFinding {
  where: string;
  sentence: string;
}

/** Where the chain begins now, and what is wrong with the cut or with its file, where that still lies here. */
export async function beginningOf(db: Db): Promise<{ cut: CutRow | null; findings: CutFinding[] }> {
  const cut = await lastCut(db).executeTakeFirst();
  if (!cut) return { cut: null, findings: [] };
  const where = `截至封条 ${cut.last_number} 的归档`;
  const findings: CutFinding[] = [];
  if (!isSignature(db, 'audit cut', cutText(cut), cut.mac)) {
    findings.push({ where, sentence: `${where}记录被改动过。` });
  }
  const file = join(archiveFolderOf(db), cut.file_name);
  if (existsSync(file)) {
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    if (digest !== cut.sha256) findings.push({ where, sentence: `归档文件 ${cut.file_name} 与摘要不符。` });
  }
  return { cut, findings };
}
