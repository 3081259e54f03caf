import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as plans from '#lib/server/plans/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as selections from '#lib/server/selections/index.ts';
import { catalogue } from '../data/courses/catalogue.ts';
import type { Library } from './content.ts';
import { readAssigned } from './reading.ts';
import type { Member, World } from './world.ts';

/** Of those to whom something is assigned the readier ones have read it. */
const READY = 0.66;
/** Of a street so many have been quick, so that the demo is grown in a minute. */
const FEW = 6;

/** Lets the readier ones of some people read what was assigned on a day. */
function followed(
  world: World,
  library: Library,
  assigned: { to: readonly Member[]; slugs: readonly string[]; season: { from: Day; to: Day } },
): void {
  const { to, ...read } = assigned;
  for (const member of to.filter((one) => one.zeal > READY)) readAssigned(world, library, member, read);
}

const slugsOf = (title: string) =>
  catalogue.filter((course) => course.module === title).map((course) => course.slug);

/** This year's assignments: by module to a saved list and to a street, and a course to named leaders, overdue for some. */
export function assignYear(world: World, library: Library): void {
  const { story, year, root } = world;
  const days = (count: number) => addDays(story.today, count);
  const past = (count: number, now: string) => laterOf(days(-count), shanghaiDay(now));
  world.on(story.daysAgo(120), '09:20', async (now) => {
    const act = world.as('林静', now);
    const rule = { classes: ['division'], levels: [], trades: [], statuses: ['active'] };
    const day = shanghaiDay(now);
    const { id: selectionId } = await selections.saveByRule(act, {
      ...{ unitId: root, name: `${year}年处级领导干部`, note: '任前和年度法治学习用', day, rule },
    });
    await byModule(act, library, '宪法法治与公职操守', {
      ...{ unitId: root, to: { kind: 'selection', selectionId }, dueOn: past(20, now) },
      reason: '区委法治建设议事协调机构年度安排：处级领导干部应知应会',
    });
    followed(world, library, {
      to: world.members.filter((one) => one.classes.includes('division')),
      slugs: slugsOf('宪法法治与公职操守'),
      season: { from: addDays(day, 3), to: past(12, now) },
    });
  });
  world.on(story.daysAgo(40), '10:10', async (now) => {
    if (!world.has('石桥街道')) return;
    await byModule(world.as('林静', now), library, '依法行政基本功', {
      ...{ unitId: world.unit('石桥街道'), to: { kind: 'unit' }, dueOn: days(25) },
      reason: '赋权事项清单调整，街道工作人员补齐依法行政基本课',
    });
    const street = world.members.filter((one) => one.department.name === '石桥街道');
    followed(world, library, {
      to: street.filter((one) => one.classes.length > 0).slice(0, FEW),
      slugs: slugsOf('依法行政基本功'),
      season: { from: addDays(shanghaiDay(now), 2), to: days(-1) },
    });
  });
  world.on(story.daysAgo(12), '09:30', async (now) => {
    const courseIds = [library.courses.get('penalty-law')?.courseId ?? ''];
    const personIds = ['高志远', '罗庆生', '冯雪琴'].map((name) => world.member(name).id);
    const reason = '区委法治建设议事协调机构要求：分管负责同志学习行政处罚法';
    const act = world.as('林静', now);
    const to = { kind: 'people' as const, personIds };
    await plans.assign(act, { courseIds, unitId: root, dueOn: days(18), reason, to });
    followed(world, library, {
      to: ['高志远', '罗庆生'].map((name) => world.member(name)),
      slugs: ['penalty-law'],
      season: { from: addDays(shanghaiDay(now), 1), to: days(9) },
    });
    await plans.assign(act, {
      ...{ courseIds, unitId: world.unit('东门街道'), dueOn: days(18), to: { kind: 'unit' } },
      reason: '街道承接执法事项后的全员补课',
    });
  });
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

async function byModule(
  act: Act,
  library: Library,
  title: string,
  wish: Pick<plans.NewAssignment, 'unitId' | 'to' | 'dueOn' | 'reason'>,
): Promise<void> {
  const moduleId = library.modules.get(title);
  if (moduleId) await plans.assign(act, { ...wish, courseIds: [], moduleId });
}
