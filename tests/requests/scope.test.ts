import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as exams from '#lib/server/exams/index.ts';
import type { DemoAccount } from '../../seeds/accounts.ts';
import type { Someone, Story } from '../../seeds/words.ts';
import { demoServer, type DemoServer } from '../support/http/demoServer.ts';
import type { Visitor } from '../support/http/visitor.ts';

const PASSWORD = 'Yunshan-2026';

let house: DemoServer;
/** Ids of things that are not theirs. */
let foreign: Record<'person' | 'unit' | 'attempt' | 'opening' | 'lesson' | 'exam' | 'event' | 'item', string>;

beforeAll(async () => {
  house = await demoServer({ prepare });
  const bureau = await idOf('unit', '综合行政执法局');
  const person = await idOf('person', '吴晓梅');
  const { db } = house;
  const attempt = await db
    .selectFrom('attempt')
    .innerJoin('attempt_item', 'attempt_id', 'attempt.id')
    .select(['attempt.id', 'item_id'])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  const opening = await db
    .selectFrom('opening')
    .select(['id', 'lesson_id'])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  const exam = await db
    .selectFrom('exam')
    .select('id')
    .where('unit_id', '=', bureau)
    .executeTakeFirstOrThrow();
  const event = await db
    .selectFrom('event_host')
    .select('event_id')
    .where('unit_id', '=', bureau)
    .executeTakeFirst();
  foreign = {
    ...{ person, unit: bureau, attempt: attempt.id, item: attempt.item_id },
    ...{ opening: opening.id, lesson: opening.lesson_id, exam: exam.id, event: event?.event_id ?? 'none' },
  };
}, 120_000);
afterAll(() => house.stop());

async function idOf(table: 'unit' | 'person', name: string): Promise<string> {
  const found = await house.db
    .selectFrom(table as 'unit')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return found.id;
}

/** A coordinator of 东门街道 only, and an exam that belongs to 综合行政执法局. */
async function prepare(story: Story): Promise<DemoAccount[]> {
  const rows = await story.db
    .selectFrom('person')
    .innerJoin('post', 'post.person_id', 'person.id')
    .select(['person.id', 'name', 'home_unit_id'])
    .where('name', 'in', ['冯雪琴', '林静', '吴晓梅'])
    .execute();
  const someone = (name: string): Someone => {
    const row = rows.find((one) => one.name === name);
    if (!row) throw new Error(`the demo has no ${name}`);
    return { id: row.id, name, unitId: row.home_unit_id, grants: [] };
  };
  const [street, setter] = [someone('冯雪琴'), someone('林静')];
  const since = `${story.today.slice(0, 4)}-01-01`;
  await story.account(street, 'fengxueqin', PASSWORD);
  await story.role(street, 'coordinator', street.unitId);
  const blueprint = await story.db
    .selectFrom('blueprint')
    .select(['id', 'unit_id'])
    .executeTakeFirstOrThrow();
  setter.grants.push({ role: 'coordinator', unitId: blueprint.unit_id, from: since, to: null });
  const now = new Date().toISOString();
  await exams.create(story.as(setter, now), {
    ...{ unitId: someone('吴晓梅').unitId, title: '执法队测验', blueprintId: blueprint.id, entry: 'none' },
    ...{
      planYear: Number(story.today.slice(0, 4)),
      rosterOn: story.today,
      durationMinutes: 30,
      attemptsAllowed: 1,
    },
    ...{ passHundredths: 6000, excellentHundredths: 9000, opensAt: now },
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return [{ role: '街道管理员', login: 'fengxueqin', password: PASSWORD }];
}

const json = { accept: 'application/json', 'content-type': 'application/json' };
const statusOf = async (who: Visitor, method: string, path: string, body?: string) =>
  (await who.send(path, body === undefined ? { method } : { method, body, headers: json })).status;

describe('a learner', () => {
  it('gets nothing of what another learner did', async () => {
    const learner = await house.someone('学员');
    const { attempt, opening, item, person } = foreign;
    const answers = JSON.stringify({ writer: 1, answers: [{ itemId: item, revision: 9, chosen: [] }] });
    const statuses = [
      await statusOf(learner, 'GET', `/attempts/${attempt}`),
      await statusOf(learner, 'GET', `/attempts/${attempt}/__data.json`),
      await statusOf(learner, 'GET', `/attempts/${attempt}/submission`),
      await statusOf(learner, 'GET', `/attempts/${attempt}/result`),
      await statusOf(learner, 'PUT', `/api/v1/attempts/${attempt}/answers`, answers),
      await statusOf(learner, 'POST', `/api/v1/attempts/${attempt}/writer`, '{}'),
      await statusOf(learner, 'PUT', `/api/v1/openings/${opening}/place`, '{"paragraph":1}'),
      await statusOf(learner, 'GET', `/manage/people/${person}`),
      await statusOf(learner, 'GET', `/manage/ledgers/${person}`),
      await statusOf(learner, 'GET', '/manage/people'),
      await statusOf(learner, 'GET', '/manage/bank'),
      await statusOf(learner, 'GET', '/manage/bank/export'),
      await statusOf(learner, 'GET', '/insight'),
      await statusOf(learner, 'GET', '/admin/grants'),
    ];
    expect(statuses.filter((status) => status !== 403 && status !== 404 && status !== 200)).toEqual([]);
    // Kit answers data of a page with 200 and says the refusal inside.
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    expect((await learner.get(`/attempts/${attempt}/__data.json`)).text).not.toContain(item);
  });
});

describe('a coordinator of one street', () => {
  it('finds nobody and nothing of the bureau beside it', async () => {
    const street = await house.someone('街道管理员');
    expect((await street.get('/manage/people')).status).toBe(200);
    const { person, unit, exam, event } = foreign;
    const paths = [
      ...[`/manage/people/${person}`, `/manage/ledgers/${person}`, `/manage/exams/${exam}`],
      ...[`/manage/events/${event}`, `/insight/units/${unit}`],
    ];
    for (const path of paths) expect([path, await statusOf(street, 'GET', path)]).toEqual([path, 404]);
    const press = (path: string) => street.post(path, new URLSearchParams());
    for (const path of [`/manage/people/${person}?/code`, `/manage/exams/${exam}?/publish`])
      expect([path, (await press(path)).status]).toEqual([path, 404]);
    for (const path of ['/manage/people?q=吴晓梅', '/manage/exams', '/manage/people?q=陈思远']) {
      const { text } = await street.get(encodeURI(path));
      for (const id of [person, exam]) expect(text).not.toContain(id);
    }
  });
});
