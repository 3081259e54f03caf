import type { Issue } from '#lib/domain/imports/issue.ts';
import { MOST_PREVIEWED, type PreviewLine } from '#lib/domain/imports/preview.ts';
import type { ReadyRow, SheetReading, SheetToRead } from '#lib/domain/imports/reading.ts';
import { readRows, type Cells } from '#lib/domain/imports/row.ts';
import { resultIssue, type ResultColumn } from '#lib/domain/outside/columns.ts';
import { decideResult, type ResultDecision } from '#lib/domain/outside/decide.ts';
import { markOf } from '#lib/domain/outside/mark.ts';
import { personOfRow } from '#lib/domain/outside/match.ts';
import { readResult, type ResultRow } from '#lib/domain/outside/row.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { PlacedUnit } from '#lib/domain/units/tree.ts';
import type { Db } from '../db/index.ts';
import { newId } from '../platform/ids.ts';
import { peopleOf, recordedAbout, type Hashing, type Matched, type Placed } from './rows.known.ts';
import { payloadOf } from './rows.staged.ts';

/** Rows looked up by one query. */
const BLOCK = 200;

/** What the reading of results needs beside the file. */
export interface ResultContext {
  /** Name of the system that they are from. */
  source: string;
  /** Units whose people may be named. */
  units: PlacedUnit[];
  /** Who brings the file in. */
  by: string;
  today: Day;
  thisYear: number;
}

interface Named extends Matched {
  row: ResultRow;
  person: Placed;
}

interface Decided extends Named {
  decision: ResultDecision;
}

/** Reads results row by row against what is recorded; remembers what the file itself said before. */
class Deciding {
  readonly decided: Decided[] = [];
  readonly issues: Issue[] = [];
  readonly #db: Db;
  readonly #context: ResultContext;
  readonly #hashing: Hashing;
  readonly #unitIds: ReadonlySet<string>;
  readonly #seen = new Map<string, number>();

  constructor(db: Db, context: ResultContext, hashing: Hashing) {
    this.#db = db;
    this.#context = context;
    this.#hashing = hashing;
    this.#unitIds = new Set(context.units.map((unit) => unit.id));
  }

  /** Rows come in blocks that one query can look up. */
  async take(rows: readonly ResultRow[]): Promise<void> {
    const matched = await this.#match(rows);
    const known = await recordedAbout(this.#db, matched);
    for (const one of matched) {
      const decision = decideResult(one.row, known(one));
      if ('problem' in decision) this.issues.push(decision);
      else this.decided.push({ ...one, decision });
    }
  }

  async #match(rows: readonly ResultRow[]): Promise<Named[]> {
    const { today: day, by, source } = this.#context;
    const asked = { hashing: this.#hashing, day, unitIds: this.#unitIds };
    const led = await peopleOf(this.#db, rows, asked);
    return rows.flatMap((row, at): Named[] => {
      const found = led[at];
      if (!found) return [];
      const meant = personOfRow(row, found, by);
      if ('problem' in meant) {
        this.issues.push(meant);
        return [];
      }
      const person = meant.id === found.byIdentity?.id ? found.byIdentity : found.byMobile;
      if (!person) return [];
      const mark = markOf(source, row);
      if (this.#isDouble(row, `${person.id} ${row.ledger} ${mark}`)) return [];
      return [{ row, person, personId: person.id, mark }];
    });
  }

  #isDouble({ row, number }: ResultRow, key: string): boolean {
    const earlier = this.#seen.get(key);
    if (earlier === undefined) {
      this.#seen.set(key, row);
      return false;
    }
    const what = number === '' ? '同一人、同一项目、同一天、同样的学时' : '同一人、同一编号';
    const problem = `与第 ${earlier} 行重复（${what}）。`;
    this.issues.push(resultIssue(row, null, { problem, suggestion: '请删除其中一行。' }));
    return true;
  }
}

/** Those about which a person must decide come first. */
function previewOf(decided: readonly Decided[], units: readonly PlacedUnit[]): PreviewLine[] {
  const names = new Map(units.map((unit) => [unit.id, unit.path.join('/')]));
  const linesOf = (kind: 'add' | 'doubt') =>
    decided.flatMap(({ row, person, decision }): PreviewLine[] => {
      if (decision.kind !== kind) return [];
      const unitName = names.get(person.unitId ?? '') ?? '';
      const shown = kind === 'add' ? 'add' : 'change';
      return [{ row: row.row, name: row.name, unitName, kind: shown, changes: decision.changes }];
    });
  return [...linesOf('doubt'), ...linesOf('add')].slice(0, MOST_PREVIEWED);
}

/** All that is written is new; what is here already, or is refused, is left as it is. */
function* readyRows(db: Db, decided: readonly Decided[]): Generator<ReadyRow> {
  for (const { row, person, mark, decision } of decided) {
    const ready = { row: row.row, subjectId: person.id, card: null };
    if (decision.kind === 'same') {
      yield { ...ready, action: 'same', payload: null };
      continue;
    }
    const { ledger, planYear, hundredths, title, organiser, completedOn, number, note } = row;
    const result = { ledger, planYear, hundredths, title, organiser, completedOn, number, note };
    const isDoubtful = decision.kind === 'doubt';
    const payload = payloadOf(db, { recordId: newId(), mark, result, isDoubtful });
    yield { ...ready, action: 'add', payload };
  }
}

/** Reads results of another system and says what each row would do, with all that is wrong. Changes nothing. */
export async function readResults(
  db: Db,
  sheet: SheetToRead,
  { context, hashing }: { context: ResultContext; hashing: Hashing },
): Promise<SheetReading> {
  const { total, rows, issues } = readRows(sheet, (row, cells: Cells<ResultColumn>) =>
    readResult(row, cells, context),
  );
  const deciding = new Deciding(db, context, hashing);
  for (let at = 0; at < rows.length; at += BLOCK) {
    await deciding.take(rows.slice(at, at + BLOCK));
    sheet.progress((sheet.rows.length + at) >> 1);
  }
  const { decided } = deciding;
  const count = (kind: string) => decided.filter((one) => one.decision.kind === kind).length;
  return {
    total,
    // What is doubtful is counted as a change: of what is recorded, perhaps, the same once more.
    counts: { added: count('add'), changed: count('doubt'), ended: 0, unchanged: count('same') },
    issues: [...issues, ...deciding.issues].sort((a, b) => a.row - b.row),
    preview: previewOf(decided, context.units),
    ready: readyRows(db, decided),
  };
}
