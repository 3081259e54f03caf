import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

/** The columns that were chosen for files with these headings. */
export function mappingOf(db: Db, asked: { kind: string; scope: string; heading: string }) {
  return db
    .selectFrom('import_mapping')
    .select('columns')
    .where('kind', '=', asked.kind)
    .where('scope', '=', asked.scope)
    .where('heading', '=', asked.heading);
}

export function putMapping(db: Db, mapping: Insertable<Tables['import_mapping']>) {
  const { columns, chosen_by, chosen_at } = mapping;
  return db
    .insertInto('import_mapping')
    .values(mapping)
    .onConflict((conflict) =>
      conflict.columns(['kind', 'scope', 'heading']).doUpdateSet({ columns, chosen_by, chosen_at }),
    );
}
