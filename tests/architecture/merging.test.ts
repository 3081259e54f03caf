import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { declaredTables } from '../support/schema.ts';
import { filesBelow } from '../support/source.ts';

/** Tables about somebody whose rows do not simply go over, with the reason. */
const apart: Record<string, string> = {
  account: 'goes over where the kept record has none, by the verbs of access',
  code: 'a code not used yet opens the account that it was given for',
  post: 'it ends with the day of the merge; the kept record gets the post that it lacks',
  hour_entry: 'a ledger is only added to: taken back there and booked here',
  import_row: 'gone with its import',
  standing: 'counted again',
  standing_turn: 'work that counting still owes',
  hour_turn: 'work that counting still owes',
  plan_member: 'follows the posts',
  event_correction: 'why an event was corrected that day',
  opening: 'a reading begun again; what was completed goes over',
  reading_span: 'belongs to its opening',
  check_attempt: 'belongs to its opening',
  transfer: 'the career of the gone record is read through the link',
  status_change: 'the career of the gone record is read through the link',
};

const source = filesBelow('src/lib/server', /\/(queries|verbs)\.(merge|keeping)\.ts$/)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const goesOver = (table: string) =>
  new RegExp(`updateTable\\('${table}'\\)\\s*\\.set\\(\\{ person_id`).test(source) ||
  new RegExp(`selectFrom\\('${table}'\\)[^]{0,200}goneId[^]{0,400}keptId`).test(source);

it('of two records of one human every table about him goes over to the one that is kept, or it is said here why not', () => {
  const about = declaredTables()
    .filter(({ columns }) => columns.some(({ name }) => name === 'person_id'))
    .map(({ name }) => name);
  expect(about.filter((name) => !goesOver(name)).sort()).toEqual(Object.keys(apart).sort());
});
