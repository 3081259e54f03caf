import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { runtimeOf } from '#lib/server/db/index.ts';
import { sendLetters } from '#lib/server/platform/mail.ts';
import { accountHolder, actOf, enter, PASSWORD } from '../../support/accounts.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import { openPostbox, type Postbox } from '../../support/postbox.ts';
import type { World } from '../../support/world.ts';

let box: Postbox;

beforeAll(async () => {
  box = await openPostbox();
});
beforeEach(() => {
  box.letters.length = 0;
  box.isClosed = false;
});
afterAll(() => box.stop());

const CODE = /[2-9A-Z]{4}(-[2-9A-Z]{4}){3}/;

async function mailing(engine: Engine): Promise<World> {
  const world = await engine.world();
  runtimeOf(world.db).mail = { url: box.url, from: 'xuefa@example.gov.cn' };
  return world;
}

/** What the letter in the box carries. */
async function arrived(world: World): Promise<string> {
  await sendLetters(world.system);
  return CODE.exec(box.letters.at(-1)?.text ?? '')?.[0] ?? '';
}

const set = (world: World, code: string, password: string) =>
  access.useCode(world.visitor, { code, login: '', password, again: password });

onBothEngines('mail', (engine) => {
  it('activates an account by a letter, whose use confirms the address, and later resets the password', async () => {
    const world = await mailing(engine);
    const { personId, unitId } = await officer(world, { name: '李明', mobile: '13800001234' });
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    await access.inviteByMail(coordinator, { personId, email: ' LiMing@example.gov.cn' });
    const { login } = await set(world, await arrived(world), PASSWORD);
    expect(box.letters.map((one) => one.to)).toEqual(['liming@example.gov.cn']);
    const byHand = await access.issueCode(coordinator, personId);
    await access.askReset(world.visitor, { login: '13800001234', address: '10.0.0.1' });
    const code = await arrived(world);
    expect(box.letters).toHaveLength(2);
    await set(world, code, `${PASSWORD}2`);
    expect((await enter(world, login, { password: `${PASSWORD}2` })).personId).toBe(personId);
    await set(world, byHand.code, `${PASSWORD}3`);
  });

  it('says the same and sends nothing for who does not exist, is unconfirmed or was asked for too often', async () => {
    const world = await mailing(engine);
    const { personId, unitId } = await accountHolder(world, { name: '李明', login: 'liming' });
    const ask = (login: string) => access.askReset(world.visitor, { login, address: '10.0.0.1' });
    await ask('nobody');
    await ask('liming');
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    await access.inviteByMail(coordinator, { personId, email: 'liming@example.gov.cn' });
    await ask('liming');
    await sendLetters(world.system);
    expect(box.letters).toHaveLength(1);
    await set(world, await arrived(world), `${PASSWORD}2`);
    for (let asked = 0; asked < 5; asked += 1) await ask('liming');
    await sendLetters(world.system);
    expect(box.letters.length).toBeLessThanOrEqual(4);
  });

  it('takes a new address of one’s own against the password, and counts it once its code is shown', async () => {
    const world = await mailing(engine);
    await accountHolder(world, { name: '李明', login: 'liming' });
    const act = await actOf(world, await enter(world, 'liming'));
    const email = 'liming@example.gov.cn';
    await expect(access.setMyEmail(act, { email, password: 'wrong' })).rejects.toThrow('当前密码不正确');
    await expect(access.setMyEmail(act, { email: 'x', password: PASSWORD })).rejects.toMatchObject({
      fields: { email: expect.any(String) },
    });
    await access.setMyEmail(act, { email, password: PASSWORD });
    expect((await access.mySecurity(act)).email).toEqual({
      shown: 'l***g@example.gov.cn',
      isConfirmed: false,
    });
    const code = await arrived(world);
    await expect(set(world, code, `${PASSWORD}2`)).rejects.toThrow('登录码不正确');
    await expect(access.confirmMyEmail(act, 'ABCD')).rejects.toThrow('验证码不正确');
    await access.confirmMyEmail(act, code);
    expect((await access.mySecurity(act)).email).toMatchObject({ isConfirmed: true });
    await expect(access.confirmMyEmail(act, code)).rejects.toThrow('验证码不正确');
  });

  it('tries a letter again later, and keeps neither address nor code in a row or in the log', async () => {
    const world = await mailing(engine);
    const { personId, unitId } = await officer(world, { name: '李明' });
    box.isClosed = true;
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    await access.inviteByMail(coordinator, { personId, email: 'liming@example.gov.cn' });
    expect(await sendLetters(world.system)).toBe(0);
    box.isClosed = false;
    expect(await sendLetters(world.system)).toBe(0);
    expect(await sendLetters(world.at(addSeconds(world.now, 61)).system)).toBe(1);
    const code = CODE.exec(box.letters[0]?.text ?? '')?.[0] ?? 'none';
    const stored = JSON.stringify([
      await world.db.selectFrom('mail').selectAll().execute(),
      await world.db.selectFrom('account').selectAll().execute(),
      await world.db.selectFrom('audit_entry').selectAll().execute(),
    ]);
    for (const secret of [code, 'liming@example.gov.cn']) expect(stored).not.toContain(secret);
    expect(await sendLetters(world.at(addSeconds(world.now, 600)).system)).toBe(0);
  });

  it('is not offered where the installation has no mail server; codes are handed over', async () => {
    const world = await engine.world();
    expect(await access.offersMail(world.visitor)).toBe(false);
    await expect(access.askReset(world.visitor, { login: 'x', address: '10.0.0.1' })).rejects.toThrow(
      '本系统没有配置邮件',
    );
  });
});
