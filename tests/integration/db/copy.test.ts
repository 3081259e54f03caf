import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOnline, integrityFaults } from '#lib/server/db/copy.ts';
import { onEngine } from '../../support/engines.ts';

onEngine('sqlite', 'a copy of the database (PostgreSQL has its own tools)', (engine) => {
  it('is one sound file with nothing beside it', async () => {
    const { databaseUrl, dataFolder } = await engine.settings();
    const folder = join(dataFolder, 'copies');
    mkdirSync(folder);
    await copyOnline(databaseUrl.replace('file:', ''), join(folder, 'copy.db'));
    expect(integrityFaults(join(folder, 'copy.db'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });
});
