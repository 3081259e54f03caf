import { expect, it } from 'vitest';
import * as feedback from '#lib/server/feedback/index.ts';
import * as files from '#lib/server/files/index.ts';
import * as people from '#lib/server/people/index.ts';
import { keepWithin } from '#lib/server/inspection/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const wish: feedback.NewFeedback = {
  ...{ kind: 'suggestion', body: '课文的字再大一些', page: '/lessons/1?p=3', about: null, file: null },
};
const all = {
  ...({ q: '', kind: '', states: [], mine: false, sort: 'sentAt', direction: 'desc' } as const),
  ...{ page: 1, pageSize: 20 },
};
const screen = { name: '截图.pdf', bytes: new TextEncoder().encode('%PDF-1.7 截图') };

/** A bureau below a district: who writes, his coordinator, who runs the system, and the office beside. */
async function bureau(world: World) {
  const root = await standingUnit(world, '云山区');
  const { personId, unitId } = await officer(world, { name: '张敏', parentId: root });
  const desk = await officer(world, { name: '赵管理', unitId });
  const beside = await officer(world, { name: '别处', parentId: root });
  return {
    ...{ root, unitId, personId },
    sender: world.signedIn({ personId, name: '张敏' }),
    office: world.signedIn({ personId: desk.personId, name: '赵管理', roles: { coordinator: unitId } }),
    runner: world.signedIn({ name: '系统', roles: { systemAdministrator: root } }),
    peer: world.signedIn({ personId: beside.personId, name: '别处' }),
    stranger: world.signedIn({ roles: { coordinator: beside.unitId } }),
  };
}

onBothEngines('意见建议', (engine) => {
  it('is taken up, answered, insisted on and closed, and both sides see how it stands', async () => {
    const world = await engine.world();
    const { sender, office, peer, stranger } = await bureau(world);
    const { id } = await feedback.sendFeedback(sender, { ...wish, file: screen });
    expect(await Promise.all([office, stranger, sender].map((act) => waiting(act)))).toEqual([1, 0, null]);
    const view = await feedback.viewFeedback(office, id);
    expect(view).toMatchObject({ personName: '张敏', page: '/lessons/1', mayTake: true, mayClose: false });
    expect((await files.read(office, view.file?.id ?? '')).name).toBe('截图.pdf');
    for (const other of [peer, stranger]) {
      await expect(feedback.viewFeedback(other, id)).rejects.toMatchObject({ code: 'notFound' });
      await expect(feedback.answerFeedback(other, { id, body: '好' })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
    await feedback.takeFeedback(office, id);
    await expect(feedback.takeFeedback(office, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await feedback.myFeedback(sender)).toMatchObject([
      { status: 'working', handlerName: '赵管理', isNews: false, replies: [] },
    ]);
    await expect(feedback.answerFeedback(office, { id, body: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await feedback.answerFeedback(office, { id, body: '右上角“大字”可以放大' });
    expect(await feedback.countNewAnswers(sender)).toBe(1);
    await feedback.noteAnswer(sender, id);
    expect(await feedback.countNewAnswers(sender)).toBe(0);
    await expect(feedback.insistOnFeedback(office, { id, body: '不对' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await feedback.insistOnFeedback(sender, { id, body: '手机上没有这个按钮' });
    expect(await waiting(office)).toBe(1);
    await feedback.answerFeedback(office, { id, body: '在“更多”里' });
    await feedback.closeFeedback(office, id);
    await expect(feedback.answerFeedback(office, { id, body: '再说' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const [own] = await feedback.myFeedback(sender);
    expect(own).toMatchObject({ status: 'closed', isNews: true });
    expect(own?.replies.map((one) => [one.isOffice, one.body])).toEqual([
      [true, '右上角“大字”可以放大'],
      [false, '手机上没有这个按钮'],
      [true, '在“更多”里'],
    ]);
  });

  it('is found by search, kind and state, exported, and a problem reaches who runs the system', async () => {
    const world = await engine.world();
    const { sender, office, runner, unitId, personId } = await bureau(world);
    await feedback.sendFeedback(sender, wish);
    const problem = { ...wish, kind: 'problem', body: '登录后白屏', file: screen } as const;
    const { id } = await feedback.sendFeedback(sender, problem);
    const bodies = async (act: typeof office, asked: object) =>
      (await feedback.listFeedback(act, { ...all, ...asked })).lines.map((line) => line.body);
    expect(await bodies(office, {})).toHaveLength(2);
    expect(await bodies(office, { q: '字再大' })).toEqual(['课文的字再大一些']);
    expect(await bodies(office, { q: '张敏', kind: 'problem' })).toEqual(['登录后白屏']);
    expect(await bodies(office, { states: ['answered'] })).toEqual([]);
    expect(await bodies(office, { mine: true })).toEqual([]);
    expect(await bodies(runner, {})).toEqual(['登录后白屏']);
    expect(await waiting(runner)).toBe(1);
    expect(await feedback.viewFeedback(runner, id)).toMatchObject({ mayReadFile: false, mayAnswer: true });
    await feedback.answerFeedback(runner, { id, body: '已修好' });
    expect((await feedback.exportFeedback(office, all)).bytes.byteLength).toBeGreaterThan(1000);
    const own = world.signedIn({ personId, roles: { coordinator: unitId } });
    expect(await waiting(own)).toBe(0);
    await expect(feedback.answerFeedback(own, { id, body: '自己答' })).rejects.toThrow('另一位管理员');
  });

  it('is bounded by the day and never taken twice', async () => {
    const world = await engine.world();
    const { sender, personId } = await bureau(world);
    for (let n = 1; n <= 10; n += 1) await feedback.sendFeedback(sender, { ...wish, body: `第 ${n} 条` });
    await expect(feedback.sendFeedback(sender, { ...wish, body: '第 3 条' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(feedback.sendFeedback(sender, wish)).rejects.toMatchObject({ code: 'tooMany' });
    const tomorrow = world.at('2026-03-03T01:00:00.000Z').signedIn({ personId });
    await feedback.sendFeedback(tomorrow, wish);
    expect(await feedback.myFeedback(tomorrow)).toHaveLength(11);
  });

  it('reaches the top of the tree from who holds no post, and his unit after it was closed', async () => {
    const world = await engine.world();
    const { root, unitId, sender, office } = await bureau(world);
    const none = await officer(world, { name: '无岗', unitId });
    await world.db.deleteFrom('post').where('person_id', '=', none.personId).execute();
    await feedback.sendFeedback(world.signedIn({ personId: none.personId }), wish);
    const top = world.signedIn({ roles: { coordinator: root } });
    expect(await Promise.all([top, office].map(waiting))).toEqual([1, 0]);
    const { id } = await feedback.sendFeedback(sender, wish);
    const closed = { valid_to: '2026-03-01' };
    await world.db.updateTable('unit_closure').set(closed).where('unit_id', '=', unitId).execute();
    await world.db.updateTable('unit').set(closed).where('id', '=', unitId).execute();
    expect(await waiting(top)).toBe(2);
    await feedback.answerFeedback(top, { id, body: '由区里答复' });
  });

  it('goes over with a merged record and back, and is forgotten when it was settled long ago', async () => {
    const world = await engine.world();
    const { root, unitId, sender, office, personId } = await bureau(world);
    const { id } = await feedback.sendFeedback(sender, { ...wish, file: screen });
    const { id: open } = await feedback.sendFeedback(sender, { ...wish, body: '还没有答复的' });
    const kept = await officer(world, { name: '张敏', unitId });
    const keeper = world.signedIn({ personId: kept.personId });
    const merger = world.signedIn({ roles: { coordinator: root } });
    const merging = { keptId: kept.personId, goneId: personId, reason: '重复登记' };
    const mergeId = await people.mergePeople(merger, merging);
    expect(await feedback.myFeedback(keeper)).toHaveLength(2);
    await people.partPeople(merger, { mergeId, reason: '核对后是两个人' });
    expect(await feedback.myFeedback(keeper)).toEqual([]);
    await feedback.answerFeedback(office, { id, body: '已办' });
    const fileId = (await feedback.viewFeedback(office, id)).file?.id ?? '';
    expect(await keepWithin(world.at('2029-02-28T01:00:00.000Z').system)).toMatchObject({ feedback: 0 });
    expect(await keepWithin(world.at('2029-03-03T01:00:00.000Z').system)).toMatchObject({ feedback: 1 });
    expect(await feedback.myFeedback(sender)).toMatchObject([{ id: open }]);
    await expect(files.read(office, fileId)).rejects.toMatchObject({ code: 'notFound' });
  });
});

const waiting = (act: Parameters<typeof feedback.countWaitingFeedback>[0]) =>
  feedback.countWaitingFeedback(act).catch(() => null);
