import { addDays } from '#lib/domain/shared/time.ts';
import { takeOn } from './settle.ts';
import type { Hire } from './staff.ts';
import { mondayFrom, type World } from './world.ts';

/** Somebody who came within the last week: neither class nor plan nor assignment has reached her yet. */
export const NEWEST = '苏晚晴';

/** Enters who arrived on the last Monday that is over; her account waits for her with its code. */
export function arriveLately(world: World): void {
  const monday = mondayFrom(addDays(world.story.today, -7));
  const department = world.departments.find(({ name }) => name === '卫生健康局') ?? world.departments[0];
  if (!department) return;
  world.chronicle.enter(world.at(monday, '09:10'), async (now) => {
    const title = `${department.offices[1] ?? '综合科'}科员`;
    const post = { name: NEWEST, title, level: 'staff', rank: '四级主任科员', team: null } as const;
    const hire: Hire = { ...post, staffKind: 'civilServant', classes: [], zeal: 0.8, skill: 0.6 };
    const member = await takeOn(world, department, hire, monday);
    await world.story.activate(member, now);
  });
}
