import { expect, it } from 'vitest';
import { migrate } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { district } from '../rosters/files.ts';

/** By letters, tone and sign of the surname, then of the next sign; 谌 is read as 陈 is, 程 has one letter more. */
const inOrder = ['阿卜杜拉·买买提', '车前', '谌红', '陈晨', '陈思远', '程明', '程小雨', '欧阳修'];
const mixed = ['程小雨', '陈思远', '欧阳修', '谌红', '程明', '阿卜杜拉·买买提', '陈晨', '车前'];

onBothEngines('names', (engine) => {
  it('stand surname by surname, all 陈 before the first 程, and are found by pinyin as before', async () => {
    const { district: act, office } = await district(await engine.world());
    for (const name of mixed) await people.addPerson(act, { name, unitId: office });
    const listed = async (q: string) =>
      (await people.listPeople(act, { q, sort: 'name', direction: 'asc', page: 1, pageSize: 20 })).people.map(
        ({ name }) => name,
      );
    expect(await listed('')).toEqual(inOrder);
    expect(await listed('chen')).toEqual(['谌红', '陈晨', '陈思远', '程明', '程小雨']);
    expect([await listed('csy'), await listed('chengxiaoyu')]).toEqual([['陈思远'], ['程小雨']]);
  });

  it('of people who were there before are put in the same order', async () => {
    const db = await engine.before('374-name-order');
    const stored = mixed.map((name, at) => ({ id: String(at), name, pinyin: 'x', pinyin_initials: 'x' }));
    await db.insertInto('person').values(stored).execute();
    await migrate(db, '2026-03-02T01:00:00.000Z');
    const rows = await db.selectFrom('person').select(['name', 'name_key']).orderBy('name_key').execute();
    expect(rows.map(({ name }) => name)).toEqual(inOrder);
    const { nameColumns } = await import('#lib/server/people/rows.ts');
    expect(rows).toEqual(rows.map(({ name }) => ({ name, name_key: nameColumns(name).name_key })));
  });
});
