import type { Selectable } from 'kysely';
import type { Tables } from '../db/index.ts';

export type EntryRow = Selectable<Tables['audit_entry']>;
export type SealRow = Selectable<Tables['audit_seal']>;

export type CutRow = Selectable<Tables['audit_cut']>;

/** What an entry's code covers: everything but the code itself and its later place in a seal. */
export function coveredText(entry: Omit<EntryRow, 'mac' | 'seal_number' | 'position'>): string {
  return JSON.stringify([
    entry.id,
    entry.at,
    entry.actor_kind,
    entry.actor_id,
    entry.actor_name,
    entry.verb,
    entry.unit_id,
    entry.subject_kind,
    entry.subject_id,
    entry.details,
    entry.request_id,
  ]);
}

/** What a seal's code covers: all of it but the code. */
export function sealedText(seal: Omit<SealRow, 'mac'>): string {
  return JSON.stringify([
    seal.number,
    seal.sealed_at,
    seal.entry_count,
    seal.total_count,
    seal.digest,
    seal.previous,
  ]);
}

/** What a cut's code covers: all of it but the code. */
export function cutText(cut: Omit<CutRow, 'mac'>): string {
  return JSON.stringify([
    cut.last_number,
    cut.last_mac,
    cut.entry_count,
    cut.total_count,
    cut.file_name,
    cut.sha256,
    cut.cut_at,
  ]);
}
