import { practiseSet, sitMock } from '../practice.ts';
import { learningClock } from './dayOf.ts';
import type { Member, World } from './world.ts';

const LEARNER = '陈思远';
/** How many others practise, so that the demo is grown in a minute. */
const OTHERS = 6;

/** 陈思远 has practised four times and taken a mock exam; some others have tried it once or twice. Nobody must. */
export function practise(world: World): void {
  const learner = world.members.find((one) => one.name === LEARNER);
  if (learner) {
    for (const days of [16, 11, 6, 2]) enterSet(world, learner, { days, errs: 0.3 });
    enterMock(world, learner);
  }
  const zealous = world.members.filter((one) => one.zeal > 0.85 && one.name !== LEARNER);
  for (const [index, member] of zealous.slice(0, OTHERS).entries()) {
    enterSet(world, member, { days: 3 + index * 2, errs: 1 - member.skill });
  }
}

function enterSet(world: World, member: Member, { days, errs }: { days: number; errs: number }): void {
  const rng = world.rng(`practice ${member.name} ${days}`);
  world.chronicle.enter(world.at(world.story.daysAgo(days), learningClock(rng)), async (from) => {
    if (!world.isThere(member, from)) return;
    await practiseSet(world.story, member, {
      ...{ from, pace: 25 + Math.floor(rng() * 30) },
      errs: () => rng() < errs,
    });
  });
}

function enterMock(world: World, member: Member): void {
  const rng = world.rng(`mock ${member.name}`);
  world.chronicle.enter(world.at(world.story.daysAgo(4), '20:05'), (from) =>
    sitMock(world.story, member, { from, pace: 52, errs: () => rng() < 0.24 }),
  );
}
