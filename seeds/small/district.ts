import { addDays, toInstant } from '#lib/domain/shared/time.ts';
import * as audit from '#lib/server/audit/index.ts';
import type { Db } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { giveRoles, openAccounts, type DemoAccount } from '../accounts.ts';
import { courseOf } from '../data/courses/catalogue.ts';
import { fewQuestions } from '../data/questions.ts';
import { basisOfOfficers } from '../legalBasis.ts';
import { beginLesson, fillBank, publishCourse, sitExam, studyLesson } from '../study.ts';
import { Story, type Someone } from '../words.ts';
import { holdEvents } from './events.ts';
import { departments } from './people.ts';

export interface District {
  story: Story;
  root: string;
  units: Record<string, string>;
  people: Record<string, Someone>;
}

async function settle(story: Story): Promise<District> {
  const since = `${story.today.slice(0, 4)}-01-01`;
  const root = await story.unit('云山区', null, since);
  const units: Record<string, string> = { 云山区: root };
  const people: Record<string, Someone> = {};
  for (const department of departments) {
    const unitId = await story.unit(department.name, root, since);
    units[department.name] = unitId;
    for (const wish of department.people) people[wish.name] = await story.person(wish, unitId, since);
  }
  return { story, root, units, people };
}

async function appoint({ story, root, people }: District): Promise<DemoAccount[]> {
  const someone = (name: string) => people[name] as Someone;
  const accounts = await openAccounts(story, someone);
  await giveRoles(story, someone, { root });
  return accounts;
}

/** Study plan of the officers, and two assignments: one to named people, one to a whole unit. */
async function planYear(district: District, courseId: string): Promise<void> {
  const { story, root, units, people } = district;
  const year = Number(story.today.slice(0, 4));
  const opening = story.as(people['林静'] as Someone, story.moment(story.daysAgo(280), '10:00'));
  const { id: requirementId } = await plans.publishRequirement(opening, {
    ...{ unitId: root, classCode: 'enforcement', planYear: year, ledger: 'training', targetHundredths: 6000 },
    ...{ needsExam: true, validFrom: `${year}-01-01`, validTo: `${year}-12-31` },
    legalBasis: basisOfOfficers(year),
  });
  const { id: planId } = await plans.createPlan(opening, {
    ...{ unitId: root, planYear: year, title: `${year}年度行政执法人员学习计划`, requirementId },
    ...{ classCodes: ['enforcement'], requiredCourseIds: [courseId], electiveCourseIds: [] },
  });
  await plans.publishPlan(opening, planId);
  const lately = story.as(people['林静'] as Someone, story.moment(story.daysAgo(12), '09:30'));
  const dueOn = addDays(story.today, 18);
  await plans.assign(lately, {
    ...{
      courseIds: [courseId],
      unitId: root,
      dueOn,
      reason: '区委法治建设议事协调机构要求：分管负责同志学习行政处罚法',
    },
    to: {
      kind: 'people',
      personIds: ['高志远', '罗庆生', '冯雪琴'].map((name) => (people[name] as Someone).id),
    },
  });
  await plans.assign(lately, {
    ...{ courseIds: [courseId], unitId: units['东门街道'] as string, dueOn },
    ...{ reason: '街道承接执法事项后的全员补课', to: { kind: 'unit' } },
  });
}

/** Most read through the year; one is in the middle of a lesson today, one has not begun. */
async function readThrough({ story, people }: District, lessonIds: string[]): Promise<void> {
  const done: Record<string, number> = {
    ...{ 陈思远: 2, 周海涛: 4, 吴晓梅: 4, 马建军: 3, 宋丽娜: 4, 唐亦凡: 0, 韩冰: 4 },
    ...{ 谢文斌: 4, 邓少云: 1, 许佳: 4, 高志远: 4, 冯雪琴: 2, 曹颖: 1 },
  };
  let day = 40;
  for (const [name, count] of Object.entries(done)) {
    const who = people[name] as Someone;
    for (const [index, lessonId] of lessonIds.slice(0, count).entries()) {
      const from = story.moment(
        story.daysAgo(day - index * 2),
        `09:${String(10 + index * 7).padStart(2, '0')}`,
      );
      await studyLesson(story, who, { lessonId, from, minutes: 12 });
    }
    day -= 2;
  }
  const third = lessonIds[2] as string;
  await beginLesson(story, people['陈思远'] as Someone, third, story.moment(story.daysAgo(1), '16:20'));
}

async function examine(district: District): Promise<void> {
  const { story, root, people } = district;
  const year = Number(story.today.slice(0, 4));
  const setter = story.as(people['林静'] as Someone, story.moment(story.daysAgo(24), '10:00'));
  const blueprintId = await papers.create(setter, { unitId: root, title: `${year}年度学法考试组卷方案` });
  const examId = await exams.create(setter, {
    ...{ unitId: root, title: `${year}年度国家工作人员学法考试`, planYear: year, blueprintId },
    ...{ rosterOn: story.daysAgo(24), entry: 'none', durationMinutes: 60, attemptsAllowed: 3 },
    ...{ passHundredths: 6000, excellentHundredths: 9000 },
    opensAt: story.moment(story.daysAgo(17), '09:00'),
    closesAt: toInstant(Date.parse(`${addDays(story.today, 33)}T10:00:00.000Z`)),
  });
  await exams.publish(setter, examId);
  const sat: [name: string, wrong: number, day: number][] = [
    ...([
      ['郑国平', 0, 16],
      ['沈雅文', 2, 15],
      ['林静', 1, 14],
      ['何勇', 3, 13],
      ['高志远', 2, 12],
    ] as const),
    ...([
      ['周海涛', 1, 12],
      ['吴晓梅', 2, 10],
      ['马建军', 24, 9],
      ['宋丽娜', 0, 8],
      ['韩冰', 6, 6],
    ] as const),
    ...([
      ['罗庆生', 3, 5],
      ['谢文斌', 1, 4],
      ['许佳', 2, 3],
      ['冯雪琴', 2, 2],
    ] as const),
  ].map(([name, wrong, day]) => [name, wrong, day]);
  for (const [name, wrong, day] of sat) {
    const from = story.moment(story.daysAgo(day), '14:30');
    await sitExam(story, people[name] as Someone, {
      ...{ examId, from, minutes: 30 },
      answers: ({ place }) => (place < wrong ? 'wrong' : 'right'),
    });
  }
}

/** Grows three departments with twenty people over this year, and returns the accounts to try them with. */
export async function smallDistrict(db: Db): Promise<DemoAccount[]> {
  const story = new Story(db, new Date().toISOString());
  const district = await settle(story);
  const accounts = await appoint(district);
  const { people, root } = district;
  const [author, second] = [people['林静'] as Someone, people['何勇'] as Someone];
  const spring = story.moment(story.daysAgo(285), '09:00');
  await fillBank(story, { who: author, now: spring }, fewQuestions);
  const course = await publishCourse(
    story,
    { author, second, unitId: root, now: spring },
    courseOf('penalty-law'),
  );
  await planYear(district, course.courseId);
  await holdEvents(district);
  await readThrough(district, course.lessonIds);
  await examine(district);
  await audit.seal({
    ...story.console(new Date().toISOString()),
    actor: { kind: 'system', job: 'audit.seal' },
  });
  return accounts;
}
