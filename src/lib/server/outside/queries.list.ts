import type { Day } from '#lib/domain/shared/time.ts';
import { contains, unitsBelow, type Db } from '../db/index.ts';

export interface ImportsAsk {
  unitIds: readonly string[];
  day: Day;
  /** Part of the system's or file's name; empty for all. */
  q: string;
}

function matching(db: Db, { unitIds, day, q }: ImportsAsk) {
  const found = db
    .selectFrom('outside_import')
    .innerJoin('import_batch', 'import_batch.id', 'outside_import.id')
    .innerJoin('unit', 'unit.id', 'outside_import.unit_id')
    .where('outside_import.unit_id', 'in', unitsBelow(db, unitIds, day))
    .where('import_batch.state', '=', 'done');
  if (q === '') return found;
  return found.where((or) =>
    or.or([contains('outside_import.source', q), contains('import_batch.file_name', q)]),
  );
}

/** Imports that are done, of these units and below, the latest first, with how many records stand. */
export function importsPage(db: Db, asked: ImportsAsk & { limit: number; offset: number }) {
  return matching(db, asked)
    .select(['outside_import.id', 'outside_import.source', 'outside_import.basis'])
    .select(['outside_import.entered_by', 'outside_import.returned_at', 'unit.name as unit_name'])
    .select(['import_batch.file_name', 'import_batch.done_at', 'import_batch.unchanged'])
    .select((one) => [
      one
        .selectFrom('outside_record')
        .select(({ fn }) => fn.countAll<number>().as('records'))
        .whereRef('outside_record.import_id', '=', 'outside_import.id')
        .as('records'),
      one
        .selectFrom('outside_record')
        .select(({ fn }) => fn.countAll<number>().as('standing'))
        .whereRef('outside_record.import_id', '=', 'outside_import.id')
        .where('outside_record.returned', '=', '')
        .as('standing'),
    ])
    .orderBy('import_batch.done_at', 'desc')
    .orderBy('outside_import.id', 'desc')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function importsCount(db: Db, asked: ImportsAsk) {
  return matching(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** Names of systems that results of these units came from, the latest first. */
export function sourcesUsed(db: Db, { unitIds, day, limit }: Omit<ImportsAsk, 'q'> & { limit: number }) {
  return db
    .selectFrom('outside_import')
    .select('source')
    .select(({ fn }) => fn.max('entered_at').as('last'))
    .where('unit_id', 'in', unitsBelow(db, unitIds, day))
    .groupBy('source')
    .orderBy('last', 'desc')
    .limit(limit);
}

export interface RecordsAsk {
  importId: string;
  /** Part of a name or title; empty for all. */
  q: string;
}

function recordsOf(db: Db, { importId, q }: RecordsAsk) {
  const found = db
    .selectFrom('outside_record')
    .innerJoin('person', 'person.id', 'outside_record.person_id')
    .where('outside_record.import_id', '=', importId);
  if (q === '') return found;
  return found.where((or) => or.or([contains('person.name', q), contains('outside_record.title', q)]));
}

/** Records of an import in the order of its file. */
export function recordsPage(db: Db, asked: RecordsAsk & { limit: number; offset: number }) {
  return recordsOf(db, asked)
    .selectAll('outside_record')
    .select('person.name as person_name')
    .orderBy('outside_record.row_number')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function recordsCount(db: Db, asked: RecordsAsk) {
  return recordsOf(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** How many records an import made, how many stand, of how many people. */
export function recordTotals(db: Db, importId: string) {
  return db
    .selectFrom('outside_record')
    .select(({ fn }) => [
      fn.countAll<number>().as('records'),
      fn.count<number>('person_id').distinct().as('people'),
    ])
    .select((one) =>
      one.fn.sum<number | null>(one.case().when('returned', '=', '').then(1).else(0).end()).as('standing'),
    )
    .where('import_id', '=', importId);
}
