import { giveRoles, knownAccounts } from '../accounts.ts';
import type { World } from './world.ts';

/** Gives the roles of the first working day: over the district, and to the clerk and the head of every department. */
export async function appoint(world: World): Promise<void> {
  const { story, root, members, departments } = world;
  const morning = world.at(`${world.lastYear}-01-02`, '09:00');
  for (const { name, holds } of knownAccounts) {
    if (holds !== null) await story.activate(world.member(name), morning);
  }
  await giveRoles(story, (name) => world.member(name), { root, now: morning });
  for (const department of departments) {
    const own = members.filter((one) => one.department === department);
    const clerk = department.name === '司法局' ? world.member('林静') : own.find(isClerk);
    const head = own.find((one) => one.classes.includes('leadership'));
    if (!clerk || !head) throw new Error(`${department.name} has nobody to keep its records`);
    world.clerks[department.name] = clerk;
    const unitId = world.unit(department.name);
    if (clerk.name !== '林静') {
      await story.activate(clerk, morning);
      await story.role(clerk, 'coordinator', unitId, morning);
    }
    if (head.name === '郑国平') continue;
    await story.activate(head, morning);
    await story.role(head, 'leader', unitId, morning);
  }
}

const isNamed = (name: string) => knownAccounts.some((one) => one.name === name);

/** Neither officer nor leader, and none of those who have an account for something else. */
function isClerk({ name, classes }: { name: string; classes: readonly string[] }): boolean {
  return !isNamed(name) && !classes.includes('leadership') && !classes.includes('enforcement');
}
