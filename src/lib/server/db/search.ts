import { sql } from 'kysely';

/** `%`, `_` and `\` in what someone typed mean themselves; both engines read `\` as the escape only when told. */
function like(column: string, before: string, typed: string) {
  const pattern = `${before}${typed.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`;
}

/** SQL: a text column contains what someone typed, letters in any case. An empty text is contained in all but null. */
export function contains(column: string, typed: string) {
  return like(column, '%', typed);
}

/** SQL: a text column begins with what someone typed, letters in any case. */
export function beginsWith(column: string, typed: string) {
  return like(column, '', typed);
}
