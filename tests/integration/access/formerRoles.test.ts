import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { closeDatabase, migrate } from '#lib/server/db/index.ts';
import { migrations } from '#lib/server/db/migrations/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { worldOver } from '../../support/world.ts';

it('an installation of one administrator keeps him as system administrator, and is told whom it lacks (one engine: the step is an update)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xuefa-roles-'));
  const db = openTestDatabase(`file:${join(folder, 'xuefa.db')}`, folder);
  try {
    const world = worldOver(db);
    const before = migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === '315-three-administrators'),
    );
    await migrate(db, world.now, before);
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
  } finally {
    await closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
});
