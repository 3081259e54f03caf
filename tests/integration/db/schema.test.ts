import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Db } from '#lib/server/db/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { declaredTables } from '../../support/schema.ts';

interface Found {
  tableName: string;
  name: string;
  type: string;
  notNull: number;
}

const columns = {
  sqlite: sql<Found>`
    select t.name as "tableName", c.name as name, lower(c.type) as type, c."notnull" or c.pk as "notNull"
    from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table'`,
  postgres: sql<Found>`
    select table_name as "tableName", column_name as name, data_type as type,
      case is_nullable when 'NO' then 1 else 0 end as "notNull"
    from information_schema.columns where table_schema = 'public'`,
};

async function described(db: Db, engine: 'sqlite' | 'postgres'): Promise<string[]> {
  const { rows } = await columns[engine].execute(db);
  return rows.map((row) => `${row.tableName}.${row.name} ${row.type}${row.notNull ? '' : ' null'}`).sort();
}

onBothEngines('the migrated schema', (engine) => {
  it('has the tables and columns that the types declare, and no others', async () => {
    const declared = declaredTables().flatMap((table) =>
      table.columns.map(
        (column) => `${table.name}.${column.name} ${column.type}${column.nullable ? ' null' : ''}`,
      ),
    );
    expect(await described(await engine.database(), engine.name)).toEqual(declared.sort());
  });
});
