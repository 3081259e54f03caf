import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { doctor } from '../../../src/cli/doctor.ts';
import { importing } from '../../../src/cli/imports.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { runtimeOf } from '#lib/server/db/index.ts';
import { examine } from '#lib/server/inspection/index.ts';
import { setSetting } from '#lib/server/platform/settings.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { BACKUP_MADE, type Symptom } from '#lib/server/platform/health.ts';
import { accountHolder } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';

async function check(act: Act): Promise<{ code: number | undefined; faults: string[]; hints: string[] }> {
  let symptoms: Symptom[] = [];
  const out = {
    isJson: true,
    line: () => undefined,
    problem: () => undefined,
    json: (value: unknown) => void ({ symptoms } = value as { symptoms: Symptom[] }),
  };
  const code = await doctor.verbs.check?.run({ act, args: [], options: {}, out });
  const of = (kind: string) => symptoms.filter((one) => one.kind === kind).map((one) => one.check);
  return { code, faults: of('fault'), hints: of('hint') };
}

/** What this machine may lack without it being the installation's fault. */
const ofMachine = new Set(['disk']);

async function installation(world: World) {
  const roles = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;
  for (const role of roles) await accountHolder(world, { name: role, login: role, roles: [role] });
  await setSetting(world.db, { key: BACKUP_MADE, value: world.now, now: world.now });
}

const faultsOf = async (act: Act) => (await check(act)).faults.filter((one) => !ofMachine.has(one));

onBothEngines('doctor', (engine) => {
  it('finds nothing to mend where nothing is, and what is missing where it is', async () => {
    const world = await engine.world();
    expect(await faultsOf(world.console)).toContain('setup');
    await installation(world);
    expect(await faultsOf(world.console)).toEqual([]);
    expect((await check(world.console)).hints).toContain('server');
    await world.db.deleteFrom('role_grant').where('role', '=', 'auditAdministrator').execute();
    expect(await check(world.console)).toMatchObject({
      code: 1,
      faults: expect.arrayContaining(['administrators']),
    });
  });

  it('sees an old backup, a key that is gone and a log that a running server leaves without seals', async () => {
    const world = await engine.world();
    await installation(world);
    const later = world.at('2026-03-20T01:00:00.000Z');
    expect(await faultsOf(later.console)).toEqual(engine.name === 'sqlite' ? ['backup'] : []);
    const lease = (name: string, seconds: number) => ({
      ...{ name, holder: 'test', ran_at: null },
      held_until: addSeconds(world.now, seconds),
    });
    await world.db.insertInto('job_lease').values(lease('server test', 10)).execute();
    const entry = { id: 'old', at: addSeconds(world.now, -300), actor_kind: 'system', actor_id: 'test' };
    await world.db
      .insertInto('audit_entry')
      .values({
        ...{ ...entry, actor_name: '系统', verb: 'test.done', unit_id: null, subject_kind: null },
        ...{
          subject_id: null,
          details: '{"v":1}',
          request_id: 'r',
          mac: 'm',
          seal_number: null,
          position: null,
        },
      })
      .execute();
    await world.db.updateTable('person').set({ mobile_cipher: 'a1.ffffffff:iv:text' }).execute();
    expect((await faultsOf(world.console)).sort()).toEqual(['key', 'seals']);
  });

  it('names a job that goes on failing, hints at one that failed once or is well again, and at a round without end', async () => {
    const world = await engine.world();
    await installation(world);
    const failing = { job: 'audit.seal', failed_at: world.now, error: 'disk I/O error', mended_at: null };
    const ago = (seconds: number) => addSeconds(world.now, -seconds);
    await world.db
      .insertInto('job_failure')
      .values({ ...failing, since: ago(5), rounds: 1 })
      .execute();
    expect(await check(world.console)).toMatchObject({ faults: [], hints: expect.arrayContaining(['jobs']) });
    await world.db
      .updateTable('job_failure')
      .set({ rounds: 40, since: ago(900) })
      .execute();
    expect(await faultsOf(world.console)).toEqual(['jobs']);
    const [told] = (await examine(world.console)).filter((one) => one.check === 'jobs');
    expect(told?.sentence).toContain('“审计日志封存”（audit.seal）自 ');
    expect(told?.sentence).toContain('已 40 次');
    expect(told?.sentence).toContain('disk I/O error');
    await world.db.updateTable('job_failure').set({ mended_at: world.now }).execute();
    expect(await check(world.console)).toMatchObject({ faults: [], hints: expect.arrayContaining(['jobs']) });
    const month = world.at(addSeconds(world.now, 30 * 86_400));
    expect((await check(month.console)).hints).not.toContain('jobs');
    const lease = { name: 'hours.turnYear', holder: 'test', held_until: addSeconds(world.now, 10) };
    await world.db
      .insertInto('job_lease')
      .values({ ...lease, ran_at: ago(4000) })
      .execute();
    expect(await faultsOf(world.console)).toEqual(['jobs']);
  });

  it('names an import that failed too often, and the console goes on with it', async () => {
    const world = await engine.world();
    await installation(world);
    const batch = { id: 'stuck', kind: 'units', state: 'done', file_name: '单位.csv', file_sha256: 'x' };
    const counts = { added: 0, changed: 0, ended: 0, unchanged: 0, total: 0, handled: 0 };
    const staged = { effective_on: '2026-03-02', staged_by: 'somebody', staged_at: world.now, tries: 8 };
    await world.db
      .insertInto('import_batch')
      .values({ ...batch, ...counts, ...staged })
      .execute();
    expect(await faultsOf(world.console)).toEqual(['imports']);
    const out = { isJson: false, line: () => undefined, problem: () => undefined, json: () => undefined };
    const retry = (id: string) =>
      importing.verbs.retry?.run({ act: world.console, args: [id], options: {}, out });
    await expect(retry('another')).rejects.toMatchObject({ code: 'notFound' });
    expect(await retry('stuck')).toBe(0);
    expect(await faultsOf(world.console)).toEqual([]);
  });

  it('waits for a silent mail server no longer than it was told, and says that it did not answer', async () => {
    const world = await engine.world();
    await installation(world);
    const held: Socket[] = [];
    const silent = createServer((socket) => void held.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const runtime = runtimeOf(world.db);
    runtime.mail = { url: `smtp://127.0.0.1:${port}`, from: 'xuefa@example.gov.cn' };
    const told = await examine(world.console, 100);
    expect(told).toContainEqual({
      ...{ kind: 'fault', check: 'mail' },
      sentence: '邮件服务器 0.1 秒内未应答：请核对 SMTP_URL 和到它的网络。',
    });
    runtime.mail = null;
    for (const socket of held) socket.destroy();
    silent.close();
  });
});
