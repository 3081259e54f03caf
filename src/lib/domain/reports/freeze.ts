import { listIn } from '../figures/lists.ts';
import { labelOf, printWhole } from '../figures/names.ts';
import type { Day, Instant } from '../shared/time.ts';
import type { DepartmentTable } from '../figures/departments.ts';
import type { FigureValue } from '../figures/figure.ts';
import type { FigurePart } from '../figures/parts.ts';

export const freezeKinds = { draft: '草稿封存', signed: '签发封存', trueUp: '更正' } as const;
export type FreezeKind = keyof typeof freezeKinds;

/** What is typed to sign: the words and the year, so that nobody signs by a slip. */
export function confirmationOf(planYear: number): string {
  return `封存${planYear}`;
}

/** A piece of a sealed line: its text, and the number's figure where it was bound. */
export interface SealedPiece {
  text: string;
  bound?: { key: string; of: string; part: FigurePart };
}

/** The report as it was printed when it was sealed. */
export interface SealedBody {
  title: string[];
  blocks: { kind: 'heading1' | 'heading2' | 'body'; pieces: SealedPiece[] }[];
  departments: DepartmentTable;
  /** Names of values that were not printed. */
  hidden: string[];
}

/** A sealed value with the day of which it speaks and the digest of the rows that were copied. */
export interface SealedValue extends FigureValue {
  name: string;
  version: number;
  asOf: Day;
  /** False while the year or the exam's windows were still open: a later seal may say more. */
  isFinal: boolean;
  rowCount: number;
  rowsDigest: string;
}

/** Everything that a digest is taken of, in this order. */
export interface Sealed {
  unitId: string;
  planYear: number;
  number: number;
  kind: FreezeKind;
  madeBy: string;
  madeAt: Instant;
  reason: string;
  body: SealedBody;
  children: { unitId: string; digest: string }[];
  previousDigest: string | null;
  rowsFile: string;
  values: readonly SealedValue[];
}

/** The bytes of a seal: JSON with its parts in a fixed order and the values by name. */
export function canonicalSeal(sealed: Sealed): string {
  const values = [...sealed.values]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((one) => [
      ...[one.name, one.version, one.asOf, one.isFinal, one.numerator, one.denominator, one.due],
      ...[one.quarters ?? null, one.rowCount, one.rowsDigest],
    ]);
  const children = [...sealed.children]
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
    .map((one) => [one.unitId, one.digest]);
  const { unitId, planYear, number, kind, madeBy, madeAt, reason, body, previousDigest, rowsFile } = sealed;
  const head = [1, unitId, planYear, number, kind, madeBy, madeAt, reason, previousDigest, rowsFile];
  return JSON.stringify([...head, body, children, values]);
}

/** Names of sealed values that speak of saved lists: they are counted anew to be compared. */
export function listValues(sealed: readonly SealedValue[]): string[] {
  return sealed.map(({ name }) => name).filter((name) => listIn(name.split('@')[1] ?? '') !== null);
}

/** A figure whose truth of today is not what was sealed. */
export interface SealDifference {
  name: string;
  label: string;
  sealed: string;
  today: string;
}

/** Numbers in which today's figures differ from sealed ones; a figure that is new since is no difference. */
export function sealDifferences(
  sealed: readonly SealedValue[],
  today: ReadonlyMap<string, FigureValue>,
): SealDifference[] {
  return sealed.flatMap((one) => {
    const now = today.get(one.name);
    if (!now || isSameCount(one, now)) return [];
    const label = labelOf(one.name, now.list);
    return [{ name: one.name, label, sealed: printWhole(one), today: printWhole(now) }];
  });
}

function isSameCount(a: FigureValue, b: FigureValue): boolean {
  const isSame = a.numerator === b.numerator && a.denominator === b.denominator && a.due === b.due;
  return isSame && JSON.stringify(a.quarters ?? null) === JSON.stringify(b.quarters ?? null);
}
