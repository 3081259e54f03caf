export { closeDatabase, databaseFileOf, engineOf, openDatabase, type OpenOptions } from './open.ts';
export { isDuplicate, isWorthRepeating } from './errors.ts';
export { groupOf, WriterGroup, type WriteTogether } from './group.ts';
export { insideTransaction, leavingTransaction } from './guard.ts';
export { appliedMigrations, migrate, pendingMigrations } from './migrate.ts';
export { readHeavy } from './reader.ts';
export { handleOf, runtimeOf, type Engine, type Runtime } from './runtime.ts';
export type { Db, Tables } from './schema/index.ts';
export { inTransaction } from './transaction.ts';
