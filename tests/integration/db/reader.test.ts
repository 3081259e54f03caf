import { expect, it } from 'vitest';
import { inTransaction, readHeavy } from '#lib/server/db/index.ts';
import { onBothEngines, onEngine } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';

const MODULE = 'units/queries.ts';

onBothEngines('a heavy read', (engine) => {
  it('sees what is committed, from inside a transaction too', async () => {
    const world = await engine.world();
    await officer(world, { name: '李明' });
    const ask = () => readHeavy<unknown[]>(world.db, 'people/queries.ts', 'nothing', {});
    await expect(ask()).rejects.toThrow('has no nothing');
    await inTransaction(world.console, async () => {
      await expect(ask()).rejects.toThrow('has no nothing');
    });
    await expect(readHeavy(world.db, MODULE, 'nothing', {})).rejects.toThrow('has no nothing');
  });
});

onEngine('sqlite', 'the reading thread (PostgreSQL reads in its pool)', (engine) => {
  it('answers again after it failed', async () => {
    const world = await engine.world();
    await expect(readHeavy(world.db, 'no/such/module.ts', 'x', {})).rejects.toThrow();
    await expect(readHeavy(world.db, MODULE, 'nothing', {})).rejects.toThrow('has no nothing');
  });
});
