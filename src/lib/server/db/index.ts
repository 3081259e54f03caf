export { findsAny } from './any.ts';
export {
  closeDatabase,
  databaseFileOf,
  engineOf,
  openDatabase,
  openForReading,
  readingPlaceOf,
  type OpenOptions,
  type ReadingPlace,
} from './open.ts';
export { countingUnit } from './counting.ts';
export { copyOnline, integrityFaults } from './copy.ts';
export { isDuplicate, isWorthRepeating } from './errors.ts';
export { askFixed, writeFixed } from './fixed.ts';
export { groupOf, WriterGroup, type WriteTogether } from './group.ts';
export { insideTransaction, leavingTransaction } from './guard.ts';
export { appliedMigrations, migrate, pendingMigrations } from './migrate.ts';
export { activePerson, activePost, classOn, personsUnder, postOn } from './posts.ts';
export { readHeavy } from './reader.ts';
export { beginsWith, contains } from './search.ts';
export { handleOf, runtimeOf, type Engine, type Runtime } from './runtime.ts';
export type { Db, Tables } from './schema/index.ts';
export { afterCommit, asOfOneMoment, inTransaction } from './transaction.ts';
export { isWithin, unitLabel, unitsBelow } from './tree.ts';
export { personsTurned, turned, type Passed } from './turned.ts';
