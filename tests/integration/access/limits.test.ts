import { expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { accountRule } from '#lib/domain/access/lockout.ts';
import { throughGates } from '#lib/server/access/limits.ts';
import { usualPolicy } from '#lib/domain/access/policy.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { accountHolder, enter, FROM, PASSWORD } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { monday, type World } from '../../support/world.ts';

const wrong = (world: World, login: string, from: Partial<access.Origin> = {}) =>
  access.signIn(world.visitor, { login, password: 'wrong', ...FROM, ...from }).then(
    () => 'let in',
    (error: Error) => error.message,
  );

async function fail(world: World, login: string, times: number, from: Partial<access.Origin> = {}) {
  for (let tried = 0; tried < times; tried += 1) await wrong(world, login, from);
}

onBothEngines('the limits at the door', (engine) => {
  it('count failures under the account name and under the mobile number together, for the desk too', async () => {
    const world = await engine.world();
    const { personId, accountId } = await accountHolder(world, {
      ...{ name: '李明', login: 'liming', mobile: '13800001234' },
    });
    await fail(world, '13800001234', 3);
    await fail(world, 'liming', 2);
    expect(await wrong(world, '13800001234')).toContain('09:15');
    const asked = { now: monday, accounts: async () => [{ personId, accountId }] };
    expect(await access.lockedOut(world.db, asked)).toEqual([personId]);
    const later = { ...asked, now: addSeconds(monday, 901) };
    expect(await access.lockedOut(world.db, later)).toEqual([]);
  });

  it('let in who signs in from a computer that knows him, whatever others have tried elsewhere', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    const { device } = await enter(world, 'liming');
    await fail(world, 'liming', 5);
    await expect(enter(world, 'liming')).rejects.toThrow('09:15');
    await expect(enter(world, 'liming', { device: `${device}x` })).rejects.toThrow('09:15');
    expect((await enter(world, 'liming', { device })).kind).toBe('entered');
    await fail(world, 'liming', 5, { device });
    await expect(enter(world, 'liming', { device })).rejects.toThrow('09:15');
  });

  it('know the computer for the account alone that signed in there', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    await accountHolder(world, { name: '王芳', login: 'wangfang' });
    const { device } = await enter(world, 'liming');
    await fail(world, 'wangfang', 5);
    await expect(enter(world, 'wangfang', { device })).rejects.toThrow('09:15');
  });

  it('hold an address to a limit of its own, whatever the account, and spare known computers', async () => {
    const world = await engine.world();
    await access.setPolicy(world.console, { ...usualPolicy, addressFailures: 20 });
    await accountHolder(world, { name: '李明', login: 'liming' });
    await accountHolder(world, { name: '王芳', login: 'wangfang' });
    const { device } = await enter(world, 'liming');
    for (let guess = 0; guess < 20; guess += 1) await wrong(world, `guess${guess}`);
    await expect(enter(world, 'wangfang')).rejects.toThrow('09:15');
    expect((await enter(world, 'wangfang', { address: '10.0.0.9' })).kind).toBe('entered');
    expect((await enter(world, 'liming', { device })).kind).toBe('entered');
    expect((await enter(world.at(addSeconds(monday, 901)), 'wangfang')).kind).toBe('entered');
  });

  it('let many people behind one address sign in at once', async () => {
    const world = await engine.world();
    await access.setPolicy(world.console, { ...usualPolicy, addressFailures: 20 });
    const people = Array.from({ length: 40 }, (_, n) => `person${n}`);
    for (const login of people) await accountHolder(world, { name: login, login });
    const entered = await Promise.all(people.map((login) => enter(world, login)));
    expect(entered.every((one) => one.kind === 'entered')).toBe(true);
  });

  it('check no more guesses than are left, when they are sent all at once', async () => {
    const world = await engine.world();
    const gate = { key: 'sign-in:test', rule: accountRule(usualPolicy), isShared: false };
    let [checked, refused] = [0, 0];
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const check = () => {
      checked += 1;
      return held;
    };
    const tries = Array.from({ length: 12 }, () => throughGates(world.db, [gate], { now: monday, check }));
    await new Promise<void>((resolve) => {
      for (const one of tries) one.catch(() => (refused += 1) === 7 && resolve());
    });
    expect(checked).toBe(5);
    release();
    await Promise.allSettled(tries);
    await throughGates(world.db, [gate], { now: monday, check });
    expect(checked).toBe(6);
  });

  it('follow the policy', async () => {
    const world = await engine.world();
    await access.setPolicy(world.console, { ...usualPolicy, failures: 3, lockMinutes: 2 });
    await accountHolder(world, { name: '李明', login: 'liming' });
    await fail(world, 'liming', 2);
    expect(await wrong(world, 'liming')).toContain('09:02');
    expect((await enter(world.at(addSeconds(monday, 121)), 'liming', { password: PASSWORD })).kind).toBe(
      'entered',
    );
  });
});
