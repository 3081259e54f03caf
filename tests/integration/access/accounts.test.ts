import { expect, it } from 'vitest';
import type { Act } from '#lib/server/platform/act.ts';
import * as access from '#lib/server/access/index.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { accountHolder, actOf, appCode, enter, PASSWORD } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import { monday, type World } from '../../support/world.ts';

const everybody = { q: '', state: 'all', page: 1, pageSize: 20 } as const;
const reason = '本人来电核实';

async function district(world: World) {
  const root = await standingUnit(world, '云山区');
  const li = await accountHolder(world, { name: '李明', login: 'liming', parentId: root });
  const { personId: wang } = await officer(world, { name: '王芳', unitId: li.unitId });
  const beside = await accountHolder(world, { name: '赵强', login: 'zhaoqiang' });
  const administrator = world.signedIn({ roles: { systemAdministrator: root } });
  const security = world.signedIn({ roles: { securityAdministrator: root } });
  return { root, li, wang, beside, administrator, security };
}

onBothEngines('an administrator of accounts', (engine) => {
  it('sees the people below his units with their accounts, by state and by name, and nobody beside', async () => {
    const world = await engine.world();
    const { administrator, li, wang } = await district(world);
    const all = await access.listAccounts(administrator, everybody);
    expect(all.accounts.map((one) => [one.name, one.state])).toEqual(
      expect.arrayContaining([
        ['李明', 'active'],
        ['王芳', 'none'],
      ]),
    );
    expect(all.total).toBe(2);
    const only = async (asked: Partial<Parameters<typeof access.listAccounts>[1]>) =>
      (await access.listAccounts(administrator, { ...everybody, ...asked })).accounts.map(
        (one) => one.personId,
      );
    expect(await only({ state: 'none' })).toEqual([wang]);
    expect(await only({ q: 'LiMing' })).toEqual([li.personId]);
    expect(await only({ q: '%' })).toEqual([]);
  });

  it('still reaches who has left, and whose account must be closed', async () => {
    const world = await engine.world();
    const { administrator, li } = await district(world);
    await world.db
      .updateTable('post')
      .set({ valid_to: '2026-02-01' })
      .where('person_id', '=', li.personId)
      .execute();
    const { accounts } = await access.listAccounts(administrator, { ...everybody, state: 'active' });
    expect(accounts).toMatchObject([{ personId: li.personId, hasLeft: true }]);
    await access.closeAccount(administrator, { personId: li.personId, reason });
    await expect(enter(world, 'liming')).rejects.toThrow('账号或密码不正确');
  });

  it('ends all sessions of a person, or one, with a reason in the log', async () => {
    const world = await engine.world();
    const { administrator, li } = await district(world);
    const first = await enter(world, 'liming');
    const second = await enter(world, 'liming');
    const { sessions, total } = await access.listSessions(administrator, {
      q: '李明',
      page: 1,
      pageSize: 20,
    });
    expect(total).toBe(2);
    expect(sessions.map((one) => one.isOwn)).toEqual([false, false]);
    const own = await access.actorOf(world.db, first.token);
    const seen = {
      ...administrator,
      actor: { ...administrator.actor, sessionId: own?.sessionId ?? '' },
    } as Act;
    const again = await access.listSessions(seen, { q: '李明', page: 1, pageSize: 20 });
    expect(again.sessions.filter((one) => one.isOwn).map((one) => one.id)).toEqual([own?.sessionId]);
    const asked = { personId: li.personId, reason };
    await access.endSession(administrator, { ...asked, sessionId: sessions[0]?.id ?? '' });
    expect((await access.viewAccount(administrator, li.personId)).sessions).toHaveLength(1);
    await access.forceSignOut(administrator, asked);
    for (const { token } of [first, second]) expect(await access.actorOf(world.db, token)).toBeNull();
    const entries = await world.db
      .selectFrom('audit_entry')
      .select(['verb', 'details'])
      .where('verb', 'in', ['access.sessionEndedByForce', 'access.signedOutByForce'])
      .execute();
    expect(entries.map((one) => JSON.parse(one.details).reason)).toEqual([reason, reason]);
  });

  it('closes an account, which no code opens, and opens it again with its password', async () => {
    const world = await engine.world();
    const { administrator, li } = await district(world);
    const asked = { personId: li.personId, reason };
    const { code } = await access.issueCode(world.console, li.personId);
    const { token } = await enter(world, 'liming');
    await access.closeAccount(administrator, asked);
    expect(await access.actorOf(world.db, token)).toBeNull();
    const password = `${PASSWORD}2`;
    const used = access.useCode(world.visitor, { code, login: '', password, again: password });
    await expect(used).rejects.toThrow('已停用');
    await expect(access.issueCode(world.console, li.personId)).rejects.toThrow('已停用');
    await expect(access.closeAccount(administrator, asked)).rejects.toMatchObject({ code: 'conflict' });
    await access.reopenAccount(administrator, asked);
    expect((await enter(world, 'liming')).kind).toBe('entered');
  });

  it('ends a lock before its time, and takes a second factor that was lost', async () => {
    const world = await engine.world();
    const { security, li } = await district(world);
    const act = await actOf(world, await enter(world, 'liming'));
    await access.beginSecondFactor(act, { password: PASSWORD });
    await access.confirmSecondFactor(act, await appCode(world, li.personId));
    for (let tried = 0; tried < 5; tried += 1) {
      await enter(world, 'liming', { password: 'wrong' }).catch(() => undefined);
    }
    const asked = { personId: li.personId, reason };
    expect((await access.viewAccount(security, li.personId)).isLocked).toBe(true);
    await access.unlockAccount(security, asked);
    await expect(enter(world, 'liming')).rejects.toThrow('second factor');
    await access.resetSecondFactor(security, asked);
    expect((await enter(world, 'liming')).kind).toBe('entered');
  });

  it('has no hold on accounts beside his units, and a coordinator has none at all', async () => {
    const world = await engine.world();
    const { administrator, beside, li, root } = await district(world);
    const verbs = [access.forceSignOut, access.closeAccount, access.unlockAccount, access.resetSecondFactor];
    for (const verb of verbs) {
      const far = verb(administrator, { personId: beside.personId, reason });
      await expect(far).rejects.toMatchObject({ code: 'notFound' });
      const coordinator = world.signedIn({ roles: { coordinator: root } });
      const below = verb(coordinator, { personId: li.personId, reason });
      await expect(below).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(access.viewAccount(administrator, beside.personId)).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

onBothEngines('slips with codes', (engine) => {
  it('are issued to people who have not opened their account, one code each, and open it', async () => {
    const world = await engine.world();
    const { root, wang, li } = await district(world);
    const { personId: zhou } = await officer(world, { name: '周敏', unitId: li.unitId });
    const coordinator = world.signedIn({ roles: { coordinator: root } });
    const waiting = await access.listUnopened(coordinator, root);
    expect(waiting.map((one) => one.personId).sort()).toEqual([wang, zhou].sort());
    const slips = await access.issueSlips(coordinator, [wang, zhou, wang]);
    expect(slips).toHaveLength(2);
    expect(new Set(slips.map((slip) => slip.code)).size).toBe(2);
    const [slip] = slips;
    const use = { code: slip?.code ?? '', login: '', password: PASSWORD, again: PASSWORD };
    await access.useCode(world.visitor, use);
    expect(await access.listUnopened(coordinator, root)).toMatchObject([{ isInvited: true }]);
  });

  it('are issued to all or to none, and to nobody beside', async () => {
    const world = await engine.world();
    const { root, wang, beside } = await district(world);
    const coordinator = world.signedIn({ roles: { coordinator: root } });
    const both = access.issueSlips(coordinator, [wang, beside.personId]);
    await expect(both).rejects.toMatchObject({ code: 'notFound' });
    expect(await world.db.selectFrom('code').selectAll().execute()).toEqual([]);
    await expect(access.issueSlips(coordinator, [])).rejects.toThrow('请先选择人员');
    await expect(access.listUnopened(coordinator, beside.unitId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

onBothEngines('the sweep', (engine) => {
  it('clears sessions that ended yesterday, counts that are over and sign-ins of a year ago, and nothing else', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    await enter(world, 'liming');
    await enter(world, 'liming', { password: 'wrong' }).catch(() => undefined);
    const counts = async () => ({
      signIns: (await world.db.selectFrom('sign_in').selectAll().execute()).length,
      throttles: (await world.db.selectFrom('throttle').selectAll().execute()).length,
    });
    await access.sweep(world.system);
    expect(await counts()).toEqual({ signIns: 2, throttles: 2 });
    await access.sweep(world.at(addSeconds(monday, 2 * 86_400)).system);
    expect(await counts()).toEqual({ signIns: 2, throttles: 0 });
    await access.sweep(world.at(addSeconds(monday, 366 * 86_400)).system);
    expect(await counts()).toEqual({ signIns: 0, throttles: 0 });
  });
});
