import type { CreateTableBuilder, Kysely } from 'kysely';

/** What a migration is given; it imports nothing of the application. */
export interface Step {
  engine: 'sqlite' | 'postgres';
  // A migration meets the schema of its own day, which today's types do not know.
  // oxlint-disable-next-line typescript/no-explicit-any
  db: Kysely<any>;
  /** A table that is `strict` on SQLite. Column types: `text` and `integer` only. */
  createTable<Name extends string>(name: Name): CreateTableBuilder<Name, never>;
}

export interface Migration {
  name: string;
  up(step: Step): Promise<void>;
}
