import type { Step } from './step.ts';

/** People whose key is written by one statement: three parameters each, and all their ids once more. */
const AT_ONCE = 400;

/** As names were read on the day of this step; `people/rows.ts` says why the key is built so. */
async function keyMaker(): Promise<(name: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (name) =>
    pinyin(name, { toneType: 'num', type: 'all', surname: 'head', v: true, nonZh: 'consecutive' })
      .map(({ origin, result, isZh }) => {
        const letters = result.toLowerCase().replace(/[^a-z0-9]/g, '');
        return isZh ? letters + (origin.codePointAt(0) ?? 0).toString(16).padStart(5, '0') : `${letters}0`;
      })
      .join('');
}

/** People of one surname stand together: until now they were sorted by their joined pinyin, 陈 and 程 mixed. */
export async function up(step: Step): Promise<void> {
  await step.db.schema
    .alterTable('person')
    .addColumn('name_key', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await step.db.schema.dropIndex('person_pinyin').execute();
  await writeKeys(step);
  await step.db.schema.createIndex('person_name_key').on('person').columns(['name_key', 'id']).execute();
}

async function writeKeys({ db }: Step): Promise<void> {
  let after = '';
  let keyOf: ((name: string) => string) | null = null;
  for (;;) {
    const people = await db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    if (people.length === 0) return;
    keyOf ??= await keyMaker();
    const maker = keyOf;
    await db
      .updateTable('person')
      .set((is) => ({
        name_key: people
          .slice(1)
          .reduce(
            (when, { id, name }) => when.when('id', '=', id).then(maker(name)),
            is.case().when('id', '=', people[0]?.id).then(maker(people[0]?.name)),
          )
          .else('')
          .end(),
      }))
      .where(
        'id',
        'in',
        people.map(({ id }) => id),
      )
      .execute();
    after = people[people.length - 1]?.id;
  }
}
