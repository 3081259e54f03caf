import * as units from '#lib/server/units/index.ts';
import { departments as known } from '../small/people.ts';
import type { Department } from './departments.ts';
import { Names } from './names.ts';
import { Hiring, type Hire } from './staff.ts';
import type { Member, World } from './world.ts';

/** Mobiles that nobody has: their numbers only count the people. */
const INVENTED = '1380000';

/** Lets the units stand and takes on the people of the beginning; `share` of the usual size. */
export async function settle(
  world: World,
  departments: readonly Department[],
  share: number,
): Promise<Map<Department, Hiring>> {
  const { story, lastYear } = world;
  const since = `${lastYear}-01-01`;
  const names = new Names(
    world.rng('names'),
    known.flatMap(({ people }) => people.map((one) => one.name)),
  );
  world.units['云山区'] = await story.unit('云山区', null, since);
  const hirings = new Map<Department, Hiring>();
  world.departments = departments;
  for (const department of departments) {
    await found(world, department, since);
    const hiring = new Hiring(department, names, world.rng(department.name));
    hirings.set(department, hiring);
    const faces = known.find(({ name }) => name === department.name)?.people ?? [];
    for (const hire of hiring.everybody(faces, share)) await takeOn(world, department, hire, since);
  }
  return hirings;
}

async function found(world: World, department: Department, since: string): Promise<void> {
  const { name, trade, teams } = department;
  const unitId = await world.story.unit(name, world.root, since);
  world.units[name] = unitId;
  await units.setTrade(world.story.console(world.at(since, '08:35')), { unitId, trade, day: since });
  for (const team of teams) {
    world.units[`${name}/${team}`] = await world.story.unit(team, unitId, since);
  }
}

/** Registers somebody with his post from a day on. */
export async function takeOn(
  world: World,
  department: Department,
  hire: Hire,
  from: string,
): Promise<Member> {
  const { team, zeal, skill, ...wish } = hire;
  const unitId = world.unit(team === null ? department.name : `${department.name}/${team}`);
  const mobile = `${INVENTED}${String(world.members.length + 1).padStart(4, '0')}`;
  const someone = await world.story.person({ ...wish, mobile }, unitId, from);
  const member: Member = { ...someone, department, classes: hire.classes, zeal, skill, mobile };
  world.members.push(member);
  return member;
}
