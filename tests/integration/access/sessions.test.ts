import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { usualPolicy } from '#lib/domain/access/policy.ts';
import { addSeconds, toInstant, type Instant } from '#lib/domain/shared/time.ts';
import { accountHolder, actOf, enter, PASSWORD } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { sessionOf } from '../../support/examHouse.ts';
import { examination } from '../../support/exams.ts';
import type { World } from '../../support/world.ts';

/** Sessions go by the server's own clock: minutes ago. */
const ago = (minutes: number): Instant => toInstant(Date.now() - minutes * 60_000);

const change = (world: World, columns: Partial<Record<'seen_at' | 'created_at', Instant>>) =>
  world.db.updateTable('session').set(columns).execute();

onBothEngines('a session', (engine) => {
  it('ends when nobody used it for the idle time, an administrator’s sooner', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    await accountHolder(world, { name: '王芳', login: 'wangfang', roles: ['securityAdministrator'] });
    const learner = await enter(world, 'liming');
    const administrator = await enter(world, 'wangfang');
    await change(world, { seen_at: ago(20) });
    expect(await access.actorOf(world.db, administrator.token)).toBeNull();
    expect(await access.actorOf(world.db, learner.token)).not.toBeNull();
    const { seen_at } = await world.db
      .selectFrom('session')
      .select('seen_at')
      .orderBy('seen_at', 'desc')
      .executeTakeFirstOrThrow();
    expect(addSeconds(seen_at ?? '', 60) > ago(0)).toBe(true);
    await change(world, { seen_at: ago(32) });
    expect(await access.actorOf(world.db, learner.token)).toBeNull();
  });

  it('ends after its longest time however active, by the policy of the moment', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    const { token } = await enter(world, 'liming');
    await change(world, { created_at: ago(11 * 60) });
    expect(await access.actorOf(world.db, token)).not.toBeNull();
    await access.setPolicy(world.console, { ...usualPolicy, sessionHours: 10 });
    expect(await access.actorOf(world.db, token)).toBeNull();
  });

  it('does not end inside a running attempt, for idleness or for its age', async () => {
    const world = await engine.world();
    const now = world.at(ago(0));
    const { takers, examId } = await examination(now, { opensAt: ago(60), windowSeconds: 86_400 });
    const [personId = ''] = takers;
    const token = await sessionOf(now, personId);
    await exams.start(now.signedIn({ personId }), { examId });
    await change(world, { seen_at: ago(90), created_at: ago(14 * 60) });
    expect(await access.actorOf(world.db, token)).not.toBeNull();
    await change(world, { seen_at: ago(90) });
    await world.db.updateTable('attempt').set({ status: 'submitted' }).execute();
    expect(await access.actorOf(world.db, token)).toBeNull();
  });

  it('is listed by a public id and ended by its person, who also sees who tried his account', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    const agent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/110.0.0.0 Safari/537.36';
    const here = await actOf(world, await enter(world, 'liming', { agent, address: '10.1.2.3' }));
    const there = await enter(world, 'liming');
    await enter(world, 'liming', { password: 'wrong' }).catch(() => undefined);
    const seen = await access.mySecurity(here);
    expect(seen.sessions.map((one) => [one.device, one.address, one.isOwn]).sort()).toEqual([
      ['Windows 电脑 · Chrome', '10.1.2.3', true],
      ['未知设备', '127.0.0.1', false],
    ]);
    expect(seen.signIns.map((one) => one.isRefused).sort()).toEqual([false, false, true]);
    const other = seen.sessions.find((one) => !one.isOwn)?.id ?? '';
    await access.endMySession(here, other);
    expect(await access.actorOf(world.db, there.token)).toBeNull();
    await expect(access.endMySession(here, other)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('of another person cannot be ended by its id, and all others of one’s own can', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    await accountHolder(world, { name: '王芳', login: 'wangfang' });
    const mine = await enter(world, 'liming');
    await enter(world, 'liming');
    const hers = await actOf(world, await enter(world, 'wangfang'));
    const [session] = (await access.mySecurity(hers)).sessions;
    const act = await actOf(world, mine);
    await expect(access.endMySession(act, session?.id ?? '')).rejects.toMatchObject({ code: 'notFound' });
    expect(await access.endMyOtherSessions(act)).toBe(1);
    expect((await access.mySecurity(hers)).sessions).toHaveLength(1);
    expect((await access.mySecurity(act)).sessions).toHaveLength(1);
  });
});

onBothEngines('one’s own password', (engine) => {
  it('is changed by whoever knows the old one; the other sessions end', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    const act = await actOf(world, await enter(world, 'liming'));
    const other = await enter(world, 'liming');
    const wish = (current: string, password: string) =>
      access.changePassword(act, { current, password, again: password });
    await expect(wish('wrong', 'Xuefa-2026-b')).rejects.toMatchObject({
      fields: { current: expect.any(String) },
    });
    await wish(PASSWORD, 'Xuefa-2026-b');
    expect(await access.actorOf(world.db, other.token)).toBeNull();
    expect((await access.mySecurity(act)).sessions).toHaveLength(1);
    await expect(wish('Xuefa-2026-b', 'Xuefa-2026-b')).rejects.toMatchObject({
      fields: { password: '这个密码最近用过，请换一个。' },
    });
  });

  it('expires for administrators, who keep the learner’s seat and get their powers back with a new one', async () => {
    const world = await engine.world();
    await accountHolder(world, {
      name: '王芳',
      login: 'wangfang',
      roles: ['learner', 'securityAdministrator'],
    });
    const entered = await enter(world, 'wangfang');
    await world.db
      .updateTable('account')
      .set({ password_set_at: ago(91 * 24 * 60) })
      .execute();
    const act = await actOf(world, entered);
    expect(act.actor).toMatchObject({ duty: 'password', grants: [{ role: 'learner' }] });
    const later = { ...act, now: ago(0) };
    const password = 'Xuefa-2026-new';
    await access.changePassword(later, { current: PASSWORD, password, again: password });
    expect((await actOf(world, entered)).actor).toMatchObject({ duty: null, grants: [{}, {}] });
  });

  it('locks the form after five wrong tries, not the door', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    const act = await actOf(world, await enter(world, 'liming'));
    const wish = { current: 'wrong', password: 'Xuefa-2026-b', again: 'Xuefa-2026-b' };
    for (let tried = 0; tried < 5; tried += 1) await access.changePassword(act, wish).catch(() => undefined);
    await expect(access.changePassword(act, { ...wish, current: PASSWORD })).rejects.toThrow('输错次数过多');
    expect((await enter(world, 'liming')).kind).toBe('entered');
  });
});

onBothEngines('the policy on accounts', (engine) => {
  it('is set by an administrator within its bounds, and the log says from what to what', async () => {
    const world = await engine.world();
    const { unitId } = await accountHolder(world, { name: '王芳', login: 'wangfang' });
    const administrator = world.signedIn({ roles: { securityAdministrator: unitId } });
    expect(await access.readPolicy(administrator)).toEqual(usualPolicy);
    const wrong = { ...usualPolicy, passwordLength: 4, lockMinutes: 1000 };
    await expect(access.setPolicy(administrator, wrong)).rejects.toMatchObject({
      fields: { passwordLength: expect.any(String), lockMinutes: expect.any(String) },
    });
    await access.setPolicy(administrator, { ...usualPolicy, passwordLength: 10 });
    await access.setPolicy(administrator, { ...usualPolicy, passwordLength: 10 });
    expect(await access.readPolicy(administrator)).toEqual({ ...usualPolicy, passwordLength: 10 });
    expect(await access.passwordRules(world.visitor)).toContain('至少 10 位');
    const entries = await world.db
      .selectFrom('audit_entry')
      .select('details')
      .where('verb', '=', 'access.policySet')
      .execute();
    expect(entries).toEqual([{ details: '{"v":1,"changes":{"passwordLength":{"from":8,"to":10}}}' }]);
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    await expect(access.setPolicy(coordinator, usualPolicy)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(access.readPolicy(world.visitor)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
