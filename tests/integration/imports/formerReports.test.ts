import { expect, it } from 'vitest';
import { migrate } from '#lib/server/db/index.ts';
import { onBothEngines } from '../../support/engines.ts';

onBothEngines('what was found in a file that is written long since', (engine) => {
  it('is forgotten, and that of one which waits for its person is not', async () => {
    const db = await engine.before('384-import-report');
    const now = '2026-03-02T01:00:00.000Z';
    const file = {
      kind: 'people',
      file_name: 'a.csv',
      file_sha256: '',
      effective_on: '2026-03-02',
      scope: null,
    };
    const counts = { added: 1, changed: 0, ended: 0, unchanged: 0, total: 1, handled: 1 };
    const who = { staged_by: 'p', staged_at: now, applied_by: 'p', done_at: now, settled_at: now };
    for (const state of ['done', 'staged'])
      await db
        .insertInto('import_batch')
        .values({
          ...{ id: state, state, report: '{"v":1}', message: null, columns: null },
          ...file,
          ...counts,
          ...who,
        })
        .execute();
    await migrate(db, now);
    const kept = await db.selectFrom('import_batch').select(['id', 'report']).orderBy('id').execute();
    expect(kept).toEqual([
      { id: 'done', report: null },
      { id: 'staged', report: '{"v":1}' },
    ]);
  });
});
