import { afterEach, expect, it } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import { checkCharacter } from '#lib/domain/people/identity.ts';
import { keyedHash } from '#lib/server/platform/cipher.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { accountHolder, actOf, enter, FROM, PASSWORD } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import {
  openOauthPortal,
  openOidcPortal,
  throughPortal,
  type PortalPerson,
  type TestPortal,
} from '../../support/portals.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as portals from '#lib/server/portals/index.ts';
import type { World } from '../../support/world.ts';

const BACK = 'http://127.0.0.1:9/sign-in/portals/callback';
const LI: PortalPerson = { sub: '7001', name: '李明', phone_number: '+8613800001234' };

const opened: TestPortal[] = [];
afterEach(async () => {
  for (const portal of opened.splice(0)) await portal.stop();
});

const wish = (portal: TestPortal): portals.PortalWish => ({
  ...{ id: null, name: '政务通', kind: 'oidc', clientId: portal.clientId, secret: portal.secret },
  ...{ issuer: portal.origin, authorizeUrl: '', tokenUrl: '', userUrl: '' },
  scope: 'openid profile phone identity',
  fields: { subject: 'sub', name: 'name', mobile: 'phone_number', identity: 'identity_number' },
  ...{ isSecondFactor: false, isOpen: true },
});

async function oidc(world: World, person: PortalPerson, changes: Partial<portals.PortalWish> = {}) {
  const portal = await openOidcPortal([BACK], person);
  opened.push(portal);
  const portalId = await portals.savePortal(world.console, { ...wish(portal), ...changes });
  return { portal, portalId };
}

/** A browser's whole way: to the portal, through it and back. */
async function travel(act: Act, portalId: string, intent: 'signIn' | 'link' = 'signIn') {
  const asked = { portalId, redirectUri: BACK, intent, next: '/exams' };
  const { url, trip } = await portals.leaveForPortal(act, asked);
  const back = await throughPortal(url, BACK);
  return { portalId, redirectUri: BACK, url: back, trip, origin: FROM };
}

const signIn = async (world: World, portalId: string) =>
  portals.returnFromPortal(world.visitor, await travel(world.visitor, portalId));

onBothEngines('a portal with OpenID Connect', (engine) => {
  it('signs in the person of its mobile number, binds him once, and knows him by its own number afterwards', async () => {
    const world = await engine.world();
    const { personId } = await officer(world, { name: '李明', mobile: '13800001234' });
    const { portal, portalId } = await oidc(world, LI);
    expect(await signIn(world, portalId)).toMatchObject({ kind: 'entered', personId, next: '/exams' });
    portal.person = { sub: '7001', name: '李某', phone_number: '13900000000' };
    expect(await signIn(world, portalId)).toMatchObject({ kind: 'entered', personId });
    const links = await world.db.selectFrom('portal_link').selectAll().execute();
    expect(links).toMatchObject([{ subject: '7001', linked_by: 'mobile' }]);
    const { method } = await world.db.selectFrom('session').select('method').executeTakeFirstOrThrow();
    expect(method).toBe('portal');
  });

  it('binds nobody by a number whose name is another, that nobody has, or beside one of somebody else', async () => {
    const world = await engine.world();
    await officer(world, { name: '李明', mobile: '13800001234' });
    const { portal, portalId } = await oidc(world, { ...LI, name: '王芳' });
    await expect(signIn(world, portalId)).rejects.toThrow('还没有绑定');
    portal.person = { sub: '7002', name: '李明', phone_number: '13811112222' };
    await expect(signIn(world, portalId)).rejects.toThrow('还没有绑定');
    const { personId } = await officer(world, { name: '李明' });
    const identity = `44010619900101123${checkCharacter('44010619900101123')}`;
    await world.db
      .updateTable('person')
      .set({ identity_hash: keyedHash(world.db, 'identity', identity) })
      .where('id', '=', personId)
      .execute();
    portal.person = { ...LI, sub: '7003', identity_number: identity };
    await expect(signIn(world, portalId)).rejects.toThrow('还没有绑定');
    expect(await world.db.selectFrom('portal_link').selectAll().execute()).toEqual([]);
    portal.person = { sub: '7003', name: '李 明', identity_number: identity };
    expect(await signIn(world, portalId)).toMatchObject({ personId });
  });

  it('is bound by who is signed in, and unbound by him; a number of the portal has one account', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming' });
    await accountHolder(world, { name: '王芳', login: 'wangfang' });
    const { portalId } = await oidc(world, { sub: '7009' });
    const act = await actOf(world, await enter(world, 'liming'));
    expect(await portals.returnFromPortal(act, await travel(act, portalId, 'link'))).toMatchObject({
      kind: 'linked',
    });
    expect(await signIn(world, portalId)).toMatchObject({ kind: 'entered' });
    const hers = await actOf(world, await enter(world, 'wangfang'));
    const stolen = portals.returnFromPortal(hers, await travel(hers, portalId, 'link'));
    await expect(stolen).rejects.toThrow('已经绑定过');
    const foreign = await travel(act, portalId, 'link');
    await expect(portals.returnFromPortal(hers, foreign)).rejects.toThrow('登录的人变了');
    await portals.unlinkPortal(act, portalId);
    expect((await portals.myPortals(act))[0]?.linkedAt).toBeNull();
    await expect(signIn(world, portalId)).rejects.toThrow('还没有绑定');
  });

  it('takes no return without its own trip, after fifteen minutes, or changed on the way', async () => {
    const world = await engine.world();
    await officer(world, { name: '李明', mobile: '13800001234' });
    const { portalId } = await oidc(world, LI);
    const back = await travel(world.visitor, portalId);
    const come = (changes: object, at = world) =>
      portals.returnFromPortal(at.visitor, { ...back, ...changes });
    await expect(come({ trip: '' })).rejects.toThrow('重新登录');
    await expect(come({ trip: `${back.trip.slice(0, -2)}xx` })).rejects.toThrow('重新登录');
    await expect(come({}, world.at(addSeconds(world.now, 901)))).rejects.toThrow('重新登录');
    const other = new URL(back.url);
    other.searchParams.set('state', 'another');
    await expect(come({ url: other })).rejects.toThrow('没有确认您的身份');
    const refusal = new URL(`${BACK}?error=access_denied&state=${back.url.searchParams.get('state')}`);
    await expect(come({ url: refusal })).rejects.toThrow('没有确认您的身份');
    expect(await come({})).toMatchObject({ kind: 'entered' });
  });

  it('out of reach leaves sessions and the local way as they are, and the door says so', async () => {
    const world = await engine.world();
    await accountHolder(world, { name: '李明', login: 'liming', mobile: '13800001234' });
    const { portal, portalId } = await oidc(world, LI);
    const arrived = await signIn(world, portalId);
    const back = await travel(world.visitor, portalId);
    await portal.stop();
    opened.splice(0);
    await expect(portals.returnFromPortal(world.visitor, back)).rejects.toMatchObject({
      ...{ code: 'unavailable', message: expect.stringContaining('正在进行的考试不受影响') },
    });
    await expect(travel(world.visitor, portalId)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await portals.portalDoors(world.visitor)).toMatchObject([{ id: portalId, isDown: true }]);
    if (arrived.kind !== 'entered') throw new Error('not signed in');
    expect(await access.actorOf(world.db, arrived.token)).not.toBeNull();
    expect((await enter(world, 'liming')).kind).toBe('entered');
    const later = world.at(addSeconds(world.now, 121));
    expect(await portals.portalDoors(later.visitor)).toMatchObject([{ isDown: false }]);
  });

  it('counts as a second factor only where it is said to, and asks for that of the account otherwise', async () => {
    const world = await engine.world();
    const { accountId } = await accountHolder(world, {
      name: '李明',
      login: 'liming',
      mobile: '13800001234',
    });
    const { portal, portalId } = await oidc(world, LI);
    const factor = { account_id: accountId, begun_at: world.now, confirmed_at: world.now, last_counter: 0 };
    await world.db
      .insertInto('second_factor')
      .values({ ...factor, secret_cipher: 'unread' })
      .execute();
    expect(await signIn(world, portalId)).toMatchObject({ kind: 'secondStep', next: '/exams' });
    await portals.savePortal(world.console, {
      ...wish(portal),
      id: portalId,
      secret: '',
      isSecondFactor: true,
    });
    expect(await signIn(world, portalId)).toMatchObject({ kind: 'entered' });
  });
});

onBothEngines('a portal with plain OAuth 2.0', (engine) => {
  it('is told its addresses and the names of its fields, however deep', async () => {
    const world = await engine.world();
    const { personId } = await officer(world, { name: '李明', mobile: '13800001234' });
    const portal = await openOauthPortal(LI);
    opened.push(portal);
    const portalId = await portals.savePortal(world.console, {
      ...{ ...wish(portal), kind: 'oauth', issuer: '', scope: 'get_user_info' },
      ...{ authorizeUrl: `${portal.origin}/authorize`, tokenUrl: `${portal.origin}/token` },
      userUrl: `${portal.origin}/user`,
      fields: {
        subject: 'data.user.id',
        name: 'data.user.realName',
        mobile: 'data.user.mobile',
        identity: '',
      },
    });
    expect(await signIn(world, portalId)).toMatchObject({ kind: 'entered', personId });
    expect(await world.db.selectFrom('portal_link').select('subject').execute()).toEqual([
      { subject: '7001' },
    ]);
  });

  it('is set up by administrators alone, over TLS, and its secret is never shown or written down', async () => {
    const world = await engine.world();
    const { unitId } = await accountHolder(world, { name: '李明', login: 'liming' });
    const portal = { origin: 'http://portal.example.gov.cn', clientId: 'x', secret: PASSWORD } as TestPortal;
    const administrator = world.signedIn({ roles: { securityAdministrator: unitId } });
    await expect(portals.savePortal(administrator, wish(portal))).rejects.toMatchObject({
      fields: { issuer: expect.stringContaining('https://') },
    });
    const safe = { ...wish(portal), issuer: 'https://portal.example.gov.cn' };
    await portals.savePortal(administrator, safe);
    const shown = await portals.listPortals(administrator);
    expect(shown).toMatchObject([{ hasSecret: true, isOpen: true }]);
    const stored = JSON.stringify([
      shown,
      await world.db.selectFrom('portal').selectAll().execute(),
      await world.db.selectFrom('audit_entry').selectAll().execute(),
    ]);
    expect(stored).not.toContain(PASSWORD);
    const coordinator = world.signedIn({ roles: { coordinator: unitId } });
    await expect(portals.savePortal(coordinator, safe)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
