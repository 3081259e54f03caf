import { expect, it } from 'vitest';
import { beginsWith, contains } from '#lib/server/db/index.ts';
import { onBothEngines } from '../../support/engines.ts';

const titles = ['满意度 100%', '满意度 100 分', 'a_b 表', 'axb 表', 'C:\\法', 'C:法', 'Law 普法'];

onBothEngines('a search', (engine) => {
  it('takes %, _ and \\ as the signs that were typed, and letters in any case', async () => {
    const db = await engine.database();
    await db
      .insertInto('setting')
      .values(titles.map((key) => ({ key, value: '', changed_at: '' })))
      .execute();
    const found = async (
      matches: (column: string, typed: string) => ReturnType<typeof contains>,
      q: string,
    ) =>
      (await db.selectFrom('setting').select('key').where(matches('key', q)).execute()).map(({ key }) => key);

    expect(await found(contains, '100%')).toEqual(['满意度 100%']);
    expect(await found(contains, 'a_b')).toEqual(['a_b 表']);
    expect(await found(contains, 'C:\\')).toEqual(['C:\\法']);
    expect(await found(contains, '%')).toEqual(['满意度 100%']);
    expect(await found(contains, 'LAW')).toEqual(['Law 普法']);
    expect(await found(beginsWith, '_')).toEqual([]);
    expect(await found(beginsWith, 'law')).toEqual(['Law 普法']);
    expect(await found(beginsWith, '普法')).toEqual([]);
  });
});
