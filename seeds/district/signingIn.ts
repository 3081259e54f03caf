import { knownAccounts } from '../accounts.ts';
import { officeClock } from './dayOf.ts';
import { workday, type Member, type World } from './world.ts';

/** Who learns less readily than this has not come in yet. */
const SLOW = 0.22;

const isNamed = ({ name }: Member) => knownAccounts.some((one) => one.name === name);

/** Most people come in through the district's portal in the first days; those of the known accounts at the end. */
export async function letIn(world: World): Promise<void> {
  const { story, lastYear } = world;
  const rng = world.rng('first sign-in');
  const ready = world.members.filter((one) => !isNamed(one) && one.zeal >= SLOW);
  for (const [index, member] of ready.entries()) {
    const day = workday(`${lastYear}-01-0${4 + (index % 6)}`);
    await story.provenByPortal(member, world.at(day, officeClock(rng)));
  }
}
