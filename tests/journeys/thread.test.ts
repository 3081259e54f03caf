import { expect } from 'vitest';
import { courseOf } from '#seeds/data/courses/catalogue.ts';
import { journey, withChromium, type Walk } from '../support/journey.ts';
import { activate, says, signIn, visit } from '../support/steps.ts';
import { assignCourse, grantRole, importRoster, issueCode, publishExam } from './thread/desk.ts';
import { registerEvent, verifyEvent } from './thread/events.ts';
import { layGround, PASSWORD, type Ground } from './thread/ground.ts';
import { readRates, takeReport } from './thread/insight.ts';
import { ledgerText, sitExam, studyLesson, verifyReceipt } from './thread/learning.ts';

withChromium();

for (const engine of ['sqlite', 'postgres'] as const) {
  const name = engine === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  let ground: Ground;
  journey(
    `From an empty installation to a report whose figures open their rows, on ${name}`,
    (walk) => theThread(walk, ground),
    {
      engine,
      minutes: 10,
      prepare: async (settings) => {
        ground = await layGround(settings);
      },
    },
  );
}

async function theThread(walk: Walk, { admin, key, year }: Ground): Promise<void> {
  const administrator = await walk.person();
  await activate(administrator, admin.code, PASSWORD);
  await walk.inspect(administrator);
  await signIn(administrator, admin.login, PASSWORD);
  await grantRole(administrator, '林静', '培训管理员');
  await grantRole(administrator, '何勇', '培训管理员');
  await grantRole(administrator, '郑国平', '领导');
  await walk.inspect(administrator);

  const desk = await walk.person();
  await signIn(desk, 'linjing', PASSWORD);
  await importRoster(walk, desk);
  const { code, login } = await issueCode(walk, desk, '陈思远');
  await assignCourse(walk, desk, courseOf('penalty-law').title);
  const examTitle = `${year}年度学法考试`;
  await publishExam(walk, desk, examTitle);

  const learner = await walk.person();
  await activate(learner, code, PASSWORD);
  await signIn(learner, login, PASSWORD);
  await visit(learner, '/');
  await says(learner, /林静\s*安排.*新修订的行政处罚法施行/);
  await says(learner, examTitle);
  await walk.inspect(learner);
  const lesson = await studyLesson(walk, learner, key);
  expect(await ledgerText(learner, 'training')).toContain(lesson);
  expect(await ledgerText(learner, 'credit')).toContain(lesson);
  await walk.inspect(learner);
  await verifyReceipt(walk, await sitExam(walk, learner, key));

  const event = '理论学习中心组：行政处罚法';
  await registerEvent(walk, desk, event);
  const second = await walk.person();
  await signIn(second, 'heyong', PASSWORD);
  await verifyEvent(walk, second, event);
  expect(await ledgerText(learner, 'training')).toContain(event);

  const leader = await walk.person();
  await signIn(leader, 'zhengguoping', PASSWORD);
  await readRates(walk, leader);
  await takeReport(walk, leader, year);

  for (const words of [
    ['data', 'verify'],
    ['audit', 'verify'],
  ]) {
    const outcome = await walk.xuefa(...words);
    expect(outcome, `${outcome.out}${outcome.problems}`).toMatchObject({ code: 0 });
  }
}
