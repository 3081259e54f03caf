import { expect } from 'vitest';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { closeDatabase, type Db } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { wire } from '#lib/server/wiring.ts';
import { courseOf } from '#seeds/data/courses/catalogue.ts';
import { fewQuestions } from '#seeds/data/questions.ts';
import { fillBank, publishCourse } from '#seeds/study.ts';
import { Story, type Someone } from '#seeds/words.ts';
import { answerKeyOf, type AnswerKey } from '../../support/answerKey.ts';
import { openTestDatabase } from '../../support/databases.ts';
import type { Settings } from '../../support/engines.ts';
import { environmentOf, xuefaHere } from '../../support/programs.ts';

export const PASSWORD = 'Yunshan-2026';

/** What stands before the first page is opened. */
export interface Ground {
  year: number;
  /** The security administrator's account and one-time code, as the setup gave them. */
  admin: { login: string; code: string };
  key: AnswerKey;
}

/**
 * An installation as it is on its first morning: set up with its three administrators, three people who can
 * sign in but hold no role yet, and a course, a bank, a blueprint and a plan made by the product's verbs.
 */
export async function layGround(settings: Settings): Promise<Ground> {
  const made = await xuefaHere(['access', 'setup-code', '--json'], environmentOf(settings));
  expect(made, made.problems).toMatchObject({ code: 0 });
  const { code } = JSON.parse(made.out) as { code: string };
  const db = openTestDatabase(settings.databaseUrl, settings.dataFolder);
  try {
    wire(db);
    const now = new Date().toISOString();
    const admin = await found(new Story(db, now), code, now);
    await furnish(new Story(db, now), now);
    return { admin, key: await answerKeyOf(db), year: planYearOf(now) };
  } finally {
    await closeDatabase(db);
  }
}

/** Sets the installation up as its page does; answers who gives the roles. */
async function found(story: Story, code: string, now: string): Promise<Ground['admin']> {
  const visitor = { ...story.console(now), actor: { kind: 'visitor' as const, address: '127.0.0.1' } };
  const appointed = await people.setUp(visitor, {
    ...{ code, unitName: '云山区' },
    names: { systemAdministrator: '曹颖', securityAdministrator: '孟蕾', auditAdministrator: '蒋一帆' },
  });
  const admin = appointed.find((one) => one.role === 'securityAdministrator');
  if (!admin) throw new Error('nobody gives the roles');
  return admin;
}

async function furnish(story: Story, now: string): Promise<void> {
  const root = await rootOf(story.db);
  const bureau = await story.unit('司法局', root, story.today);
  const author = await settle(story, { name: '林静', title: '法治科科长', login: 'linjing' }, bureau);
  const second = await settle(story, { name: '何勇', title: '法治科科员', login: 'heyong' }, bureau);
  await settle(story, { name: '郑国平', title: '局长', login: 'zhengguoping' }, bureau);
  // Their own acts of this morning; on the pages they have no role before the administrator grants it.
  for (const one of [author, second]) {
    one.grants.push({ role: 'coordinator', unitId: root, from: story.today, to: null });
  }
  await fillBank(story, { who: author, now }, fewQuestions);
  const written = courseOf('penalty-law');
  const lessons = written.lessons.map((lesson) => ({ ...lesson, setMinimumSeconds: 1 }));
  const course = { ...written, lessons };
  const { courseId } = await publishCourse(story, { author, second, unitId: root, now }, course);
  await blueprint(story, author, root, now);
  await plan(story, author, root, courseId, now);
}

async function rootOf(db: Db): Promise<string> {
  const root = await db
    .selectFrom('unit')
    .select('id')
    .where('name', '=', '云山区')
    .executeTakeFirstOrThrow();
  return root.id;
}

async function settle(
  story: Story,
  { login, ...wish }: { name: string; title: string; login: string },
  unitId: string,
): Promise<Someone> {
  const who = await story.person(wish, unitId, story.today);
  await story.account(who, login, PASSWORD);
  return who;
}

/** Four questions, 100 points: the journey answers each of them by hand. */
async function blueprint(story: Story, who: Someone, unitId: string, now: string): Promise<void> {
  const act = story.as(who, now);
  const blueprintId = await papers.create(act, { unitId, title: '年度学法考试组卷方案' });
  const usual = await papers.open(act, blueprintId);
  for (const { id: rowId } of usual.rows) await papers.removeRow(act, { blueprintId, rowId });
  const row = { blueprintId, topicId: null, difficulty: null };
  await papers.addRow(act, { ...row, type: 'single', count: 2, pointsHundredths: 2000 });
  await papers.addRow(act, { ...row, type: 'multiple', count: 1, pointsHundredths: 4000 });
  await papers.addRow(act, { ...row, type: 'judgement', count: 1, pointsHundredths: 2000 });
}

/** Two 培训学时 for the officers, which a lesson and an event of 90 minutes reach. */
async function plan(
  story: Story,
  who: Someone,
  unitId: string,
  courseId: string,
  now: string,
): Promise<void> {
  const act = story.as(who, now);
  const planYear = planYearOf(now);
  const { id: requirementId } = await plans.publishRequirement(act, {
    ...{ unitId, classCode: 'enforcement', planYear, ledger: 'training', targetHundredths: 200 },
    ...{ needsExam: true, validFrom: `${planYear}-01-01`, validTo: `${planYear}-12-31` },
    legalBasis: '区行政执法人员年度培训方案第二条',
  });
  const { id: planId } = await plans.createPlan(act, {
    ...{ unitId, planYear, title: `${planYear}年度行政执法人员学习计划`, requirementId },
    ...{ classCodes: ['enforcement'], requiredCourseIds: [courseId], electiveCourseIds: [] },
  });
  await plans.publishPlan(act, planId);
}
