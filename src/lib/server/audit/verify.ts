import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Db } from '../db/index.ts';
import { isSignature } from '../platform/cipher.ts';
import { beginningOf } from './cut.ts';
import { digestOf, headFileOf } from './jobs.ts';
import { allSeals, entriesUnder, looseEntries, strayEntries } from './queries.ts';
import { coveredText, sealedText, type EntryRow, type SealRow } from './rows.ts';

export interface Finding {
  kind: 'cutBroken' | 'edited' | 'removed' | 'inserted' | 'sealBroken' | 'tailCut' | 'unsealed';
  /** Entry id, or `封条 N` / `封条 N 第 P 条`. */
  where: string;
  sentence: string;
}

function isGenuine(db: Db, entry: EntryRow): boolean {
  return isSignature(db, 'audit entry', coveredText(entry), entry.mac);
}

function findingsUnder(db: Db, seal: SealRow, entries: EntryRow[]): Finding[] {
  const findings: Finding[] = [];
  const held = new Map<number, EntryRow[]>();
  for (const entry of entries) {
    const position = entry.position ?? 0;
    held.set(position, [...(held.get(position) ?? []), entry]);
    if (position < 1 || position > seal.entry_count || (held.get(position)?.length ?? 0) > 1) {
      findings.push({
        kind: 'inserted',
        where: entry.id,
        sentence: `记录 ${entry.id} 不属于封条 ${seal.number}，是后来插入的。`,
      });
    } else if (!isGenuine(db, entry)) {
      findings.push({ kind: 'edited', where: entry.id, sentence: `记录 ${entry.id} 的内容被改动过。` });
    }
  }
  for (let position = 1; position <= seal.entry_count; position += 1) {
    if (held.has(position)) continue;
    const where = `封条 ${seal.number} 第 ${position} 条`;
    findings.push({ kind: 'removed', where, sentence: `${where}记录被删除。` });
  }
  if (findings.length === 0 && digestOf(entries) !== seal.digest) {
    findings.push({
      kind: 'edited',
      where: `封条 ${seal.number}`,
      sentence: `封条 ${seal.number} 下的记录与摘要不符。`,
    });
  }
  return findings;
}

/** Heads that were written outside the database; lines that cannot be read are ignored only at the very end. */
async function headsOutside(db: Db): Promise<SealRow[]> {
  const file = headFileOf(db);
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as SealRow);
}

/**
 * Reads the whole log and names every edit, removal, insertion and a cut tail.
 * Entries younger than the last seal are checked by their own code only.
 */
export async function findingsIn(db: Db): Promise<Finding[]> {
  const { cut, findings } = await beginningOf(db);
  const found: Finding[] = findings.map((one) => ({ kind: 'cutBroken', ...one }));
  const seals = await allSeals(db).execute();
  let previous: { number: number; mac: string } | null = cut && {
    number: cut.last_number,
    mac: cut.last_mac,
  };
  for (const seal of seals) {
    const follows = seal.number === (previous?.number ?? 0) + 1 && seal.previous === (previous?.mac ?? '');
    if (!follows || !isSignature(db, 'audit seal', sealedText(seal), seal.mac)) {
      found.push({
        kind: 'sealBroken',
        where: `封条 ${seal.number}`,
        sentence: `封条 ${seal.number} 与前后不相接或被改动。`,
      });
    }
    found.push(...findingsUnder(db, seal, await entriesUnder(db, seal.number).execute()));
    previous = seal;
  }
  for (const entry of await looseEntries(db).execute()) {
    if (isGenuine(db, entry)) continue;
    found.push({
      kind: 'inserted',
      where: entry.id,
      sentence: `记录 ${entry.id} 不是本系统写入的，或被改动过。`,
    });
  }
  for (const entry of await strayEntries(db).execute()) {
    found.push({
      kind: 'sealBroken',
      where: entry.id,
      sentence: `记录 ${entry.id} 所属的封条 ${entry.seal_number} 不存在。`,
    });
  }
  return [
    ...found,
    ...findingsOutside(
      seals,
      (await headsOutside(db)).filter((head) => head.number > (cut?.last_number ?? 0)),
    ),
  ];
}

function findingsOutside(seals: SealRow[], heads: SealRow[]): Finding[] {
  const found: Finding[] = [];
  const inside = new Map(seals.map((seal) => [seal.number, seal]));
  for (const head of heads) {
    const seal = inside.get(head.number);
    if (!seal) {
      const sentence = `封条 ${head.number}（${head.entry_count} 条记录）在库外有底，库中没有：日志末尾被截去。`;
      found.push({ kind: 'tailCut', where: `封条 ${head.number}`, sentence });
    } else if (seal.mac !== head.mac) {
      found.push({
        kind: 'sealBroken',
        where: `封条 ${head.number}`,
        sentence: `封条 ${head.number} 与库外所存不同。`,
      });
    }
  }
  return found;
}
