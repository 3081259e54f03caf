import { addDays, type Day } from '#lib/domain/shared/time.ts';
import * as hours from '#lib/server/hours/index.ts';
import { order } from '../evidence.ts';
import { workday, type Member, type World } from './world.ts';

const trainings: { title: string; organiser: string; days: number }[] = [
  { title: '全市行政执法骨干培训班', organiser: '市司法局', days: 2 },
  { title: '市场监管系统案件办理实务', organiser: '市市场监督管理局', days: 1 },
  { title: '公职律师年度培训', organiser: '市律师协会', days: 1 },
  { title: '城市管理执法队伍轮训', organiser: '市城市管理局', days: 3 },
  { title: '安全生产监管执法专题班', organiser: '市应急管理局', days: 2 },
];

/** Enters own training that officers declare: most of it approved, some refused, the latest still waiting. */
export function declareTrainings(world: World): void {
  const officers = world.members.filter((one) => one.classes.includes('enforcement'));
  for (const member of officers) {
    const rng = world.rng(`claims ${member.name}`);
    for (const year of [world.lastYear, world.year]) {
      if (rng() > 0.22) continue;
      const held = `${year}-${String(3 + Math.floor(rng() * 7)).padStart(2, '0')}-10`;
      declare(world, member, {
        held,
        training: Math.floor(rng() * trainings.length),
        decidedAfter: 3 + Math.floor(rng() * 20),
        isRefused: rng() < 0.1,
      });
    }
  }
  for (const [index, member] of officers.slice(-6).entries()) {
    const held = world.story.daysAgo(9 + index * 3);
    declare(world, member, { held, training: index, decidedAfter: null, isRefused: false });
  }
}

function declare(
  world: World,
  member: Member,
  wish: { held: Day; training: number; decidedAfter: number | null; isRefused: boolean },
): void {
  const training = trainings[wish.training % trainings.length];
  if (!training || member.name === '陈思远') return;
  const { title, organiser, days } = training;
  for (let index = 0; index < days; index += 1) {
    const heldOn = addDays(workday(wish.held), index);
    world.on(addDays(workday(wish.held), days + 1), '16:30', async (now) => {
      if (!world.isThere(member, now)) return;
      const { id: claimId } = await hours.declareClaim(world.story.as(member, now), {
        ...{ title: days > 1 ? `${title}（第${index + 1}天）` : title, organiser, heldOn },
        ...{ span: 'day', minutes: 360, note: '', file: await order(`${title}结业证明`) },
      });
      if (wish.decidedAfter === null) return;
      world.on(addDays(wish.held, days + wish.decidedAfter), '10:50', async (later) => {
        if (!world.isThere(member, later)) return;
        // Over the whole district: who declared it may work elsewhere by then.
        const act = world.as('何勇', later);
        if (wish.isRefused)
          await hours.refuseClaim(act, { claimId, reason: '证明上没有培训日期，请补充后重新申报。' });
        else await hours.approveClaim(act, { claimId, reason: '', span: 'day', minutes: 360 });
      });
    });
  }
}
