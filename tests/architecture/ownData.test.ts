import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ownKinds } from '#lib/domain/inspection/ownData.ts';
import { declaredTables } from '../support/schema.ts';
import { filesBelow } from '../support/source.ts';

/** Tables about somebody whose rows tell him nothing, with the reason. */
const apart: Record<string, string> = {
  session: 'a secret; the sign-ins tell of it',
  second_factor: 'a secret',
  recovery_code: 'a secret, used once',
  password_history: 'a secret',
  code: 'a secret, used once',
  import_row: 'enciphered, and gone with its import',
  reading_span: 'time spent is shown to nobody',
  standing: 'counted from the ledgers and exams that are told',
  standing_turn: 'work that counting still owes',
  hour_turn: 'work that counting still owes',
  event_correction: 'why a shared event was corrected; the attendance tells the result',
};

const source = filesBelow('src/lib/server/inspection', /queries\.own\w+\.ts$/)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const isTold = (table: string) => new RegExp(`'${table}( as \\w+)?'`).test(source);

it('tells a person what every table about him holds, or says here why not', () => {
  const about = declaredTables()
    .filter(({ columns }) => columns.some(({ name }) => name === 'person_id' || name === 'account_id'))
    .map(({ name }) => name);
  expect(about.filter((name) => !isTold(name)).sort()).toEqual(Object.keys(apart).sort());
});

it('the notice of personal data names every kind that a person can look up about himself', () => {
  const notice = readFileSync('docs/personal-data.md', 'utf8');
  expect(ownKinds.map(({ name }) => name).filter((name) => !notice.includes(name))).toEqual([]);
});
