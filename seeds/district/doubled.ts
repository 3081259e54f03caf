import * as hours from '#lib/server/hours/index.ts';
import * as people from '#lib/server/people/index.ts';
import { order } from '../evidence.ts';
import type { Someone } from '../words.ts';
import type { World } from './world.ts';

/** An officer known by name, and the street in which she helps out. */
const OFFICER = '宋丽娜';
const STREET = '东门街道';

/**
 * An officer helps out in a street and is entered there as if she were new. She declares a training under that record;
 * then the two are found to be one human and made one, and what she learned goes over.
 */
export function enterTwice(world: World): void {
  const who = world.members.find((one) => one.name === OFFICER);
  const clerk = world.clerks[STREET];
  if (!who || !clerk) return;
  const { lastYear, story } = world;
  world.on(`${lastYear}-02-17`, '10:10', async (now) => {
    const wish = { name: who.name, title: '执法队员', classes: who.classes, unitId: world.unit(STREET) };
    const id = await people.addPerson(story.as(clerk, now), { ...wish, level: 'staff' });
    const again: Someone = { id, name: who.name, unitId: wish.unitId, grants: [] };
    declareTraining(world, again);
    world.on(`${lastYear}-04-22`, '14:20', async (later) => {
      const reason = '同一人，到街道帮助工作时重复登记，已与本人和两个单位核对';
      await people.mergePeople(world.as('林静', later), { keptId: who.id, goneId: id, reason });
    });
  });
}

function declareTraining(world: World, who: Someone): void {
  const { lastYear, story } = world;
  world.on(`${lastYear}-03-12`, '16:40', async (now) => {
    const { id: claimId } = await hours.declareClaim(story.as(who, now), {
      ...{ title: '街道综合执法业务培训', organiser: '市司法局', heldOn: `${lastYear}-03-10` },
      ...{ span: 'day', minutes: 360, note: '', file: await order('街道综合执法业务培训结业证明') },
    });
    world.on(`${lastYear}-03-20`, '10:30', (later) =>
      hours.approveClaim(world.as('何勇', later), { claimId, reason: '', span: 'day', minutes: 360 }),
    );
  });
}
