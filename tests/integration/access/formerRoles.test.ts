import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { migrate } from '#lib/server/db/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { worldOver } from '../../support/world.ts';

onBothEngines('an installation of one administrator', (engine) => {
  it('keeps him as system administrator, and is told whom it lacks', async () => {
    const db = await engine.before('315-three-administrators');
    const world = worldOver(db);
    const account = { id: 'a', person_id: 'p', login: 'liming', password_hash: null, state: 'active' };
    await db
      .insertInto('account')
      .values({ ...account, created_at: world.now, password_set_at: null })
      .execute();
    for (const role of ['learner', 'coordinator', 'administrator']) {
      const days = { valid_from: '2026-01-01', valid_to: null };
      await db
        .insertInto('role_grant')
        .values({ id: role, account_id: 'a', role, unit_id: 'u', ...days })
        .execute();
    }
    await migrate(db, world.now);
    const held = await db.selectFrom('role_grant').select('role').orderBy('role').execute();
    expect(held.map((one) => one.role)).toEqual(['coordinator', 'learner', 'systemAdministrator']);
    expect(await access.missingAdministrators(world.console)).toEqual([
      'securityAdministrator',
      'auditAdministrator',
    ]);
  });
});
