import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoServer, type DemoServer } from '../support/http/demoServer.ts';
import type { Visitor } from '../support/http/visitor.ts';

let house: DemoServer;
let learner: Visitor;
let coordinator: Visitor;

beforeAll(async () => {
  house = await demoServer({});
  learner = await house.someone('学员');
  coordinator = await house.someone('培训管理员');
}, 120_000);
afterAll(() => house.stop());

/** The learner hands in a blank sheet: 0 points. */
async function blankSheet(): Promise<{ examId: string; attemptId: string; versionId: string; stem: string }> {
  const examId = /name="examId" value="([^"]+)"/.exec((await learner.get('/exams')).text)?.[1] ?? '';
  const { location } = await learner.post('/exams?/start', new URLSearchParams({ examId }));
  await learner.post(`${location}/submission`, new URLSearchParams());
  const attemptId = location.replace('/attempts/', '');
  const item = await house.db
    .selectFrom('attempt_item as item')
    .innerJoin('question_version as version', 'version.id', 'item.question_version_id')
    .where('item.attempt_id', '=', attemptId)
    .where('item.position', '=', 1)
    .select(['version.id', 'version.stem'])
    .executeTakeFirstOrThrow();
  return { examId, attemptId, versionId: item.id, stem: item.stem };
}

it('a question withdrawn by the coordinator, without script, is tried first, rescored by the server and told to the learner', async () => {
  const { examId, attemptId, versionId, stem } = await blankSheet();
  const desk = `/manage/exams/${examId}/regrade`;
  const page = `${desk}/${versionId}`;
  expect((await coordinator.get(`${desk}?q=${encodeURIComponent(stem)}`)).text).toContain(page);
  expect((await coordinator.get(`${page}?kind=points&points=-1`)).text).toContain('分值应为 0 到 100');
  const vain = (await coordinator.get(`${page}?kind=points&points=2`)).text;
  expect(vain).toContain('这样更正，已交的答卷得分都不变。');
  expect(vain).not.toContain('更正已经生效');
  const tried = await coordinator.get(`${page}?kind=void`);
  expect(tried.text).toContain('会影响谁');
  expect((await learner.get(page)).status).toBe(403);

  const order = { kind: 'void', points: '', reason: '题目表述有歧义' };
  const unexplained = await coordinator.post(page, new URLSearchParams({ ...order, reason: '' }));
  expect([unexplained.status, unexplained.text.includes('请写明更正的原因')]).toEqual([422, true]);
  expect(await coordinator.post(page, new URLSearchParams(order))).toMatchObject({
    status: 303,
    location: desk,
  });
  await vi.waitFor(async () => expect((await coordinator.get(desk)).text).toMatch(/份中改动/), {
    timeout: 20_000,
    interval: 250,
  });
  const changes = /href="([^"]+\/changes\/[^"]+)"/.exec((await coordinator.get(desk)).text)?.[1] ?? '';
  expect((await coordinator.get(changes)).text).toContain('得分有变化');

  const result = `/attempts/${attemptId}/result`;
  const early = (await learner.get(result)).text;
  expect(early).toContain('重新评分，由 0 分改为 2 分');
  expect(early).not.toContain(order.reason);
  await house.db
    .updateTable('sitting')
    .set({ closes_at: '2020-01-01T00:00:00.000Z' })
    .where('exam_id', '=', examId)
    .execute();
  const late = (await learner.get(result)).text;
  expect(late).toContain('这道题已作废，作答的人都得满分。');
  expect(late).toContain(order.reason);
});
