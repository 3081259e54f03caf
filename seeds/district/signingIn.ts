import { knownAccounts } from '../accounts.ts';
import type { Member, World } from './world.ts';

/** Who learns less readily than this has not come in yet. */
const SLOW = 0.22;

const isNamed = ({ name }: Member) => knownAccounts.some((one) => one.name === name);

/** Most people come in through the district's portal in the first days; those of the known accounts at the end. */
export async function letIn(world: World): Promise<void> {
  const { story, lastYear } = world;
  const ready = world.members.filter((one) => !isNamed(one) && one.zeal >= SLOW);
  for (const [index, member] of ready.entries()) {
    await story.provenByPortal(member, world.at(`${lastYear}-01-0${4 + (index % 6)}`, '09:20'));
  }
}
