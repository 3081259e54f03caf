import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { usualPolicy } from '#lib/domain/access/policy.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { accountHolder, actOf, appCode, enter, FROM, PASSWORD } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';

async function withFactor(world: World, roles: ('learner' | 'coordinator')[] = ['learner']) {
  const holder = await accountHolder(world, { name: '李明', login: 'liming', roles });
  const act = await actOf(world, await enter(world, 'liming'));
  await access.beginSecondFactor(act, { password: PASSWORD });
  const codes = await access.confirmSecondFactor(act, await appCode(world, holder.personId));
  return { ...holder, act, codes };
}

/** The moment of the next code, since none works twice. */
const next = (world: World) => world.at(addSeconds(world.now, 30));

async function ticketOf(world: World): Promise<string> {
  const step = await access.signIn(world.visitor, { login: 'liming', password: PASSWORD, ...FROM });
  if (step.kind !== 'secondStep') throw new Error('no second factor was asked for');
  return step.ticket;
}

const pass = (world: World, ticket: string, code: string) =>
  access.passSecondStep(world.visitor, { ticket, code, ...FROM });

onBothEngines('the second factor', (engine) => {
  it('is set up with the password, shown until its first code, and asked for at the next sign-in', async () => {
    const world = await engine.world();
    const { personId } = await accountHolder(world, { name: '李明', login: 'liming' });
    const act = await actOf(world, await enter(world, 'liming'));
    await expect(access.beginSecondFactor(act, { password: 'wrong' })).rejects.toThrow('当前密码不正确');
    expect(await access.pendingSecondFactor(act)).toBeNull();
    await access.beginSecondFactor(act, { password: PASSWORD });
    expect((await access.pendingSecondFactor(act))?.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&/);
    expect((await enter(world, 'liming')).kind).toBe('entered');
    await expect(access.confirmSecondFactor(act, '000000')).rejects.toThrow('验证码不对');
    expect(await access.confirmSecondFactor(act, await appCode(world, personId))).toHaveLength(10);
    expect(await access.pendingSecondFactor(act)).toBeNull();
    const later = next(world);
    const entered = await pass(later, await ticketOf(later), await appCode(later, personId));
    expect(entered).toMatchObject({ kind: 'entered', personId });
  });

  it('takes a code once, no ticket of another, and no ticket after five minutes or a new password', async () => {
    const world = await engine.world();
    const { personId, unitId } = await withFactor(world);
    const at = next(world);
    const [ticket, code] = [await ticketOf(at), await appCode(at, personId)];
    await expect(pass(at, ticket, '000000')).rejects.toThrow('验证码不正确');
    const forged = `${ticket.slice(0, -1)}${ticket.endsWith('A') ? 'Q' : 'A'}`;
    await expect(pass(at, forged, code)).rejects.toThrow('重新登录');
    await expect(pass(world.at(addSeconds(at.now, 301)), ticket, code)).rejects.toThrow('重新登录');
    await pass(at, ticket, code);
    await expect(pass(at, ticket, code)).rejects.toThrow('已用过');
    const issued = await access.issueCode(world.signedIn({ roles: { coordinator: unitId } }), personId);
    const password = `${PASSWORD}2`;
    const soon = next(at);
    await access.useCode(soon.visitor, { code: issued.code, login: '', password, again: password });
    await expect(pass(soon, ticket, await appCode(soon, personId))).rejects.toThrow('重新登录');
  });

  it('opens by a recovery code too, each once; new ones put the old out of use', async () => {
    const world = await engine.world();
    const { act, codes } = await withFactor(world);
    const [first = '', second = ''] = codes;
    await pass(world, await ticketOf(world), first.toLowerCase().replaceAll('-', ' '));
    await expect(pass(world, await ticketOf(world), first)).rejects.toThrow('已用过');
    expect((await access.mySecurity(act)).recoveryCodesLeft).toBe(9);
    await access.renewRecoveryCodes(act, { password: PASSWORD });
    await expect(pass(world, await ticketOf(world), second)).rejects.toThrow('已用过');
    expect((await access.mySecurity(act)).recoveryCodesLeft).toBe(10);
  });

  it('locks after five wrong codes as a password does', async () => {
    const world = await engine.world();
    const { personId } = await withFactor(world);
    const at = next(world);
    const ticket = await ticketOf(at);
    for (let tried = 0; tried < 5; tried += 1) await pass(at, ticket, '000000').catch(() => undefined);
    await expect(pass(at, ticket, await appCode(at, personId))).rejects.toThrow('输错次数过多');
  });

  it('is stored as ciphertext; neither secret nor codes are in any row', async () => {
    const world = await engine.world();
    const { personId } = await accountHolder(world, { name: '李明', login: 'liming' });
    const act = await actOf(world, await enter(world, 'liming'));
    await access.beginSecondFactor(act, { password: PASSWORD });
    const { secret } = (await access.pendingSecondFactor(act)) ?? { secret: '' };
    const codes = await access.confirmSecondFactor(act, await appCode(world, personId));
    const stored = JSON.stringify([
      await world.db.selectFrom('second_factor').selectAll().execute(),
      await world.db.selectFrom('recovery_code').selectAll().execute(),
      await world.db.selectFrom('audit_entry').selectAll().execute(),
    ]);
    for (const text of [secret, ...codes]) expect(stored).not.toContain(text);
  });

  it('withholds the powers of a coordinator where the policy asks it of him, and leaves him the learner', async () => {
    const world = await engine.world();
    const { unitId, personId } = await accountHolder(world, {
      ...{ name: '李明', login: 'liming', roles: ['learner', 'coordinator'] },
    });
    const entered = await enter(world, 'liming');
    expect(await actOf(world, entered)).toMatchObject({ actor: { duty: null } });
    await access.setPolicy(world.console, { ...usualPolicy, secondFactor: 'staff' });
    const act = await actOf(world, entered);
    expect(act.actor).toMatchObject({ duty: 'secondFactor', grants: [{ role: 'learner' }] });
    expect(access.can(act, 'access.issueCode', { unitPath: [unitId] })).toBe(false);
    expect(await access.mySecurity(act)).toMatchObject({ mustHaveSecondFactor: true });
    await access.beginSecondFactor(act, { password: PASSWORD });
    await access.confirmSecondFactor(act, await appCode(world, personId));
    expect((await actOf(world, entered)).actor).toMatchObject({ duty: null, grants: [{}, {}] });
    await access.dropSecondFactor(act, { password: PASSWORD });
    expect((await actOf(world, entered)).actor).toMatchObject({ duty: 'secondFactor' });
  });
});
