import { expect, it } from 'vitest';
import * as feedback from '#lib/server/feedback/index.ts';
import { accountHolder } from '../../support/accounts.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const wish = { kind: 'suggestion', body: '能否多开几场讲座', page: '', about: null, file: null } as const;
const note = '讲座由区里统一安排';

/** A bureau with two coordinators, one of the district above, one of a bureau beside, and who runs the system. */
async function offices(world: World) {
  const root = await standingUnit(world, '云山区');
  const { personId, unitId } = await officer(world, { name: '张敏', parentId: root });
  const desk = await accountHolder(world, { name: '赵管理', unitId, login: 'zhao', roles: ['coordinator'] });
  const peer = await accountHolder(world, { name: '钱管理', unitId, login: 'qian', roles: ['coordinator'] });
  const above = await accountHolder(world, {
    ...{ name: '孙区管', unitId: root, login: 'sun' },
    roles: ['coordinator', 'systemAdministrator'],
  });
  const beside = await accountHolder(world, {
    ...{ name: '李旁边', parentId: root, login: 'li' },
    roles: ['coordinator'],
  });
  const actOf = (one: { personId: string; unitId: string }, name: string) =>
    world.signedIn({ personId: one.personId, name, roles: { coordinator: one.unitId } });
  return {
    sender: world.signedIn({ personId, name: '张敏' }),
    ...{ peer, above, beside, office: actOf(desk, '赵管理'), colleague: actOf(peer, '钱管理') },
    ...{ district: actOf(above, '孙区管'), stranger: actOf(beside, '李旁边') },
  };
}

onBothEngines('handing a piece of 意见建议 over', (engine) => {
  it('offers the colleagues of the office and of those above, and gives it to the one chosen', async () => {
    const world = await engine.world();
    const { sender, office, colleague, district, peer, above } = await offices(world);
    const { id } = await feedback.sendFeedback(sender, wish);
    const { colleagues } = await feedback.viewFeedback(office, id);
    expect(colleagues.map((one) => one.name)).toEqual(['钱管理', '孙区管']);
    expect(colleagues[1]?.office).toBe('云山区 · 培训管理员');
    expect(await feedback.handFeedback(office, { id, personId: above.personId, note })).toBe('孙区管');
    expect(await feedback.myFeedback(sender)).toMatchObject([{ status: 'working', handlerName: '孙区管' }]);
    expect(await feedback.viewFeedback(district, id)).toMatchObject({ handed: { by: '赵管理', note } });
    const mine = { q: '', kind: '', states: [], mine: true, sort: 'sentAt', direction: 'desc' } as const;
    expect(await feedback.listFeedback(district, { ...mine, page: 1, pageSize: 20 })).toMatchObject({
      total: 1,
    });
    await feedback.handFeedback(district, { id, personId: peer.personId, note: '由本局安排即可' });
    await feedback.answerFeedback(colleague, { id, body: '下月加开两场' });
    expect(await feedback.viewFeedback(district, id)).toMatchObject({ status: 'answered', colleagues: [] });
    const deeds = await world.db
      .selectFrom('audit_entry')
      .select(['details'])
      .where('verb', '=', 'feedback.handed')
      .execute();
    expect(deeds.map((one) => JSON.parse(one.details).to.name)).toEqual(['孙区管', '钱管理']);
  });

  it('refuses who may not answer, no reason, and what is answered already', async () => {
    const world = await engine.world();
    const { sender, office, stranger, beside, peer } = await offices(world);
    const { id } = await feedback.sendFeedback(sender, wish);
    const handed = (act: typeof office, asked: object) =>
      feedback.handFeedback(act, { id, personId: peer.personId, note, ...asked });
    for (const personId of [beside.personId, 'nobody', ''])
      await expect(handed(office, { personId })).rejects.toMatchObject({ code: 'invalid' });
    await expect(handed(office, { note: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(handed(stranger, {})).rejects.toMatchObject({ code: 'notFound' });
    await expect(handed(sender, {})).rejects.toMatchObject({ code: 'notFound' });
    await feedback.answerFeedback(office, { id, body: '会加开' });
    await expect(handed(office, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of a problem with the system may also go to who runs it', async () => {
    const world = await engine.world();
    const { sender, office, above } = await offices(world);
    await world.db
      .deleteFrom('role_grant')
      .where('role', '=', 'coordinator')
      .where('account_id', '=', above.accountId)
      .execute();
    const plain = await feedback.sendFeedback(sender, wish);
    const problem = await feedback.sendFeedback(sender, { ...wish, kind: 'problem', body: '登录后白屏' });
    const offered = async (id: string) =>
      (await feedback.viewFeedback(office, id)).colleagues.map((one) => one.office);
    expect(await offered(plain.id)).not.toContain('云山区 · 系统管理员');
    expect(await offered(problem.id)).toContain('云山区 · 系统管理员');
  });
});
