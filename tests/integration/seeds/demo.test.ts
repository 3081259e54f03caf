import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyLog } from '#lib/server/access/index.ts';
import { verifyCounters } from '#lib/server/completion/index.ts';
import { verifyFigures } from '#lib/server/figures/index.ts';
import { smallDistrict } from '#seeds/small/district.ts';
import { onBothEngines, onEngine } from '../../support/engines.ts';
import { environmentOf, runProgram } from '../../support/programs.ts';

onBothEngines('the small district', (engine) => {
  it('is grown by the product alone: counters, ledgers, figures and log agree with their rows', async () => {
    const world = (await engine.world()).at(new Date().toISOString());
    const accounts = await smallDistrict(world.db);
    expect(accounts.map((account) => account.role)).toEqual(
      expect.arrayContaining([
        '学员',
        '培训管理员',
        '复核人',
        '领导',
        '系统管理员',
        '安全管理员',
        '审计管理员',
      ]),
    );
    expect(await verifyCounters(world.console)).toEqual([]);
    expect(await verifyFigures(world.console)).toEqual([]);
    expect(await verifyLog(world.console)).toEqual([]);
    const { people } = await world.db
      .selectFrom('person')
      .select((of) => of.fn.countAll<number>().as('people'))
      .executeTakeFirstOrThrow();
    expect(people).toBe(20);
  }, 120_000);
});

onEngine('sqlite', 'seeding (the refusal never meets the engine)', (engine) => {
  it('leaves a database alone that the demo did not make', async () => {
    const own = await engine.settings();
    const said = await runProgram('seeds/run.ts', [], { ...environmentOf(own), XUEFA_DEMO: '1' });
    expect(said).toMatchObject({ code: 2, problems: expect.stringContaining('不是演示建立的') });
    expect(existsSync(join(own.dataFolder, 'demo.json'))).toBe(false);
  });

  it('shows its accounts in the demo only', async () => {
    const { listDemoAccounts } = await import('#lib/server/access/index.ts');
    const { runtimeOf } = await import('#lib/server/db/index.ts');
    const world = await engine.world();
    const runtime = runtimeOf(world.db);
    const account = { role: '学员', login: 'a', password: 'b' };
    writeFileSync(join(runtime.dataFolder, 'demo.json'), JSON.stringify({ v: 1, accounts: [account] }));
    expect(await listDemoAccounts(world.visitor)).toEqual([]);
    runtime.isDemo = true;
    expect(await listDemoAccounts(world.visitor)).toEqual([account]);
  });
});
