import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday, type World } from '../../support/world.ts';
import { accountHolder, enter, PASSWORD } from '../../support/accounts.ts';
import { officer } from '../../support/people.ts';

async function activated(world: World) {
  return accountHolder(world, { name: '李明', mobile: '13800001234', login: 'liming' });
}

const signIn = (world: World, login: string, password: string) => enter(world, login, { password });

onBothEngines('signing in', (engine) => {
  it('works by account name and by mobile number', async () => {
    const world = await engine.world();
    const { personId } = await activated(world);
    expect((await signIn(world, 'liming', PASSWORD)).personId).toBe(personId);
    expect((await signIn(world, 'LiMing ', PASSWORD)).personId).toBe(personId);
    expect((await signIn(world, '13800001234', PASSWORD)).personId).toBe(personId);
  });

  it('answers a wrong password and an unknown account with the same words', async () => {
    const world = await engine.world();
    await activated(world);
    const words = async (login: string) =>
      signIn(world, login, 'Wrong-2026').catch((error: Error) => error.message);
    expect(await words('liming')).toBe(await words('nobody'));
  });

  it('locks after five failures, says until when, and lets in again afterwards', async () => {
    const world = await engine.world();
    await activated(world);
    for (let tried = 1; tried < 5; tried += 1) {
      await expect(signIn(world, 'liming', 'wrong')).rejects.toThrow('账号或密码不正确');
    }
    await expect(signIn(world, 'liming', 'wrong')).rejects.toThrow('09:15');
    await expect(signIn(world, 'liming', PASSWORD)).rejects.toThrow('09:15');
    const later = world.at(addSeconds(monday, 901));
    expect((await signIn(later, 'liming', PASSWORD)).token).not.toBe('');
  });

  it('opens a lock when the coordinator issues a code and the person uses it', async () => {
    const world = await engine.world();
    const { personId, unitId } = await activated(world);
    for (let tried = 1; tried <= 5; tried += 1) await signIn(world, 'liming', 'wrong').catch(() => undefined);
    const { code } = await access.issueCode(world.signedIn({ roles: { coordinator: unitId } }), personId);
    await access.useCode(world.visitor, { code, login: '', password: `${PASSWORD}2`, again: `${PASSWORD}2` });
    expect((await signIn(world, 'liming', `${PASSWORD}2`)).personId).toBe(personId);
  });

  it('stores neither the token nor the password nor the code', async () => {
    const world = await engine.world();
    const { personId } = await activated(world);
    const { token } = await signIn(world, 'liming', PASSWORD);
    const issued = await access.issueCode(world.console, personId);
    const rows = [
      ...(await world.db.selectFrom('session').selectAll().execute()),
      ...(await world.db.selectFrom('account').selectAll().execute()),
      ...(await world.db.selectFrom('code').selectAll().execute()),
      ...(await world.db.selectFrom('audit_entry').selectAll().execute()),
    ];
    const stored = JSON.stringify(rows);
    for (const secret of [token, PASSWORD, issued.code]) expect(stored).not.toContain(secret);
  });

  it('makes an actor with the grants of the account from the token, until it is signed out', async () => {
    const world = await engine.world();
    const { personId, unitId } = await activated(world);
    const { token } = await signIn(world, 'liming', PASSWORD);
    const actor = await access.actorOf(world.db, token);
    expect(actor).toMatchObject({ kind: 'person', personId, name: '李明' });
    expect(actor?.grants).toMatchObject([{ role: 'learner', unitId }]);
    if (actor) await access.signOut(world.act(actor), token);
    expect(await access.actorOf(world.db, token)).toBeNull();
  });

  it('slides a session that is half gone and refuses one that has run out', async () => {
    const world = await engine.world();
    await activated(world);
    const { token } = await signIn(world, 'liming', PASSWORD);
    const soon = addSeconds(new Date().toISOString(), 600);
    await world.db.updateTable('session').set({ expires_at: soon }).execute();
    expect(await access.actorOf(world.db, token)).not.toBeNull();
    const slid = await world.db.selectFrom('session').select('expires_at').executeTakeFirstOrThrow();
    expect(slid.expires_at > soon).toBe(true);
    await world.db
      .updateTable('session')
      .set({ expires_at: addSeconds(soon, -700) })
      .execute();
    expect(await access.actorOf(world.db, token)).toBeNull();
  });

  it('ends every session when the password is set anew', async () => {
    const world = await engine.world();
    const { personId, unitId } = await activated(world);
    const { token } = await signIn(world, 'liming', PASSWORD);
    const { code } = await access.issueCode(world.signedIn({ roles: { coordinator: unitId } }), personId);
    await access.useCode(world.visitor, { code, login: '', password: `${PASSWORD}2`, again: `${PASSWORD}2` });
    expect(await access.actorOf(world.db, token)).toBeNull();
  });
});

onBothEngines('a one-time code', (engine) => {
  it('works once and not after three days', async () => {
    const world = await engine.world();
    const { personId, unitId } = await officer(world, { name: '王芳' });
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    const use = (at: World, code: string) =>
      access.useCode(at.visitor, { code, login: 'wangfang', password: PASSWORD, again: PASSWORD });
    const late = await access.issueCode(coordinator, personId);
    await expect(use(world.at(addSeconds(monday, 3 * 86_400 + 1)), late.code)).rejects.toThrow('已过期');
    const { code } = await access.issueCode(coordinator, personId);
    await expect(use(world, late.code)).rejects.toThrow('已用过');
    await use(world, code.toLowerCase().replaceAll('-', ' '));
    await expect(use(world, code)).rejects.toThrow('已用过');
  });

  it('says field by field what is wrong with the wishes', async () => {
    const world = await engine.world();
    const { personId, unitId } = await officer(world, { name: '王芳' });
    const { code } = await access.issueCode(world.signedIn({ roles: { coordinator: unitId } }), personId);
    const wrong = access.useCode(world.visitor, { code, login: '1x', password: 'short', again: 'other' });
    await expect(wrong).rejects.toMatchObject({
      fields: { login: expect.any(String), password: expect.any(String), again: expect.any(String) },
    });
  });

  it('is issued only by a coordinator above the person; beside it the person does not exist', async () => {
    const world = await engine.world();
    const { personId } = await officer(world, { name: '王芳' });
    const { unitId: beside } = await officer(world, { name: '赵强' });
    const coordinator = world.signedIn({ roles: { coordinator: beside } });
    await expect(access.issueCode(coordinator, personId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(access.issueCode(world.visitor, personId)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const own = world.signedIn({ personId });
    await expect(access.issueCode(own, personId)).rejects.toMatchObject({ code: 'notFound' });
  });
});
