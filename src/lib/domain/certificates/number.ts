import { certificateKinds, type CertificateKind } from './kinds.ts';

/** Where a number comes from. None of it is secret: what cannot be guessed is the code beside it. */
export interface NumberParts {
  kind: CertificateKind;
  planYear: number;
  /** The issuing unit's place among those of the installation that have ever issued, from 1. */
  issuer: number;
  /** Counts from 1 by issuing unit, kind and plan year; a number is never given twice. */
  serial: number;
}

/** Kind, plan year, issuing unit, serial: `XZ2026-003-00017`. */
export function certificateNumber({ kind, planYear, issuer, serial }: NumberParts): string {
  const unit = String(issuer).padStart(3, '0');
  return `${certificateKinds[kind].letters}${planYear}-${unit}-${String(serial).padStart(5, '0')}`;
}

/** A number as somebody typed it: capitals, no spaces, its three parts apart by plain hyphens. */
export function typedNumber(text: string): string {
  return plain(text);
}

const GROUP = /.{1,4}/g;

/** A code as somebody typed it, in groups of four, whatever he put between them. */
export function typedCode(text: string): string {
  const letters = plain(text).replaceAll('-', '');
  return (letters.slice(0, 40).match(GROUP) ?? []).join('-');
}

/** Full-width letters become plain ones, every kind of dash a hyphen; what is neither letter, digit nor hyphen goes. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212_]/g, '-')
    .toUpperCase()
    .replace(/[^0-9A-Z-]/g, '');
}
