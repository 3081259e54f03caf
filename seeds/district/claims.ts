import type { Rng } from '#lib/domain/shared/rng.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import type { TradeCode } from '#lib/domain/units/trades.ts';
import * as hours from '#lib/server/hours/index.ts';
import { order } from '../evidence.ts';
import { inOneWeek, officeClock } from './dayOf.ts';
import type { Member, World } from './world.ts';

interface Training {
  title: string;
  organiser: string;
  days: number;
  /** Whose officers it is for; anybody's unless told. */
  trade?: TradeCode;
}

const trainings: readonly Training[] = [
  { title: '全市行政执法骨干培训班', organiser: '市司法局', days: 2 },
  { title: '行政执法资格续证培训', organiser: '市司法局', days: 1 },
  { title: '行政复议与应诉实务研讨', organiser: '市律师协会', days: 1 },
  { title: '市场监管系统案件办理实务', organiser: '市市场监督管理局', days: 1, trade: 'market' },
  { title: '食品安全监管执法专题班', organiser: '市市场监督管理局', days: 2, trade: 'market' },
  { title: '城市管理执法队伍轮训', organiser: '市城市管理局', days: 3, trade: 'urban' },
  { title: '安全生产监管执法专题班', organiser: '市应急管理局', days: 2, trade: 'emergency' },
  { title: '劳动保障监察员业务培训', organiser: '市人力资源和社会保障局', days: 2, trade: 'labour' },
  { title: '自然资源执法监察业务培训', organiser: '市自然资源和规划局', days: 2, trade: 'resources' },
  { title: '建设工程质量安全执法培训', organiser: '市住房和城乡建设局', days: 1, trade: 'housing' },
  { title: '卫生监督执法技能培训', organiser: '市卫生健康委员会', days: 2, trade: 'health' },
  { title: '街道承接执法事项业务培训', organiser: '市司法局', days: 1, trade: 'town' },
];

const refusals = [
  '证明上没有培训日期，请补充后重新申报。',
  '附件拍得不清楚，看不到盖章，请重新上传。',
  '这一天单位已经按学法活动登记了，学时不重复计入。',
];

/** So many wait to be decided. */
const WAITING = 6;

/** What comes into question for an officer. */
const suiting = ({ department }: Member) =>
  trainings.filter(({ trade }) => trade === undefined || trade === department.trade);

/** Enters own training that officers declare: most of it approved, some refused, the latest still waiting. */
export function declareTrainings(world: World): void {
  const officers = world.members.filter((one) => one.classes.includes('enforcement'));
  for (const member of officers) {
    const rng = world.rng(`claims ${member.name}`);
    for (const year of [world.lastYear, world.year]) {
      if (rng() > 0.22) continue;
      const training = suiting(member)[Math.floor(rng() * suiting(member).length)];
      if (!training) continue;
      const [decidedAfter, refusal] = [3 + Math.floor(rng() * 20), Math.floor(rng() * 30)];
      const held = heldOf(world, training, year);
      declare(world, member, { held, training, decidedAfter, refusal: refusals[refusal] ?? null, rng });
    }
  }
  const step = Math.max(1, Math.floor(officers.length / WAITING));
  const lately = officers.filter((_, index) => index % step === step - 1).slice(0, WAITING);
  for (const [index, member] of lately.entries()) {
    const training = suiting(member).at(-1 - (index % 3));
    const rng = world.rng(`lately ${member.name}`);
    const held = inOneWeek(world.story.daysAgo(9 + index * 3), training?.days ?? 1);
    if (training) declare(world, member, { held, training, decidedAfter: null, refusal: null, rng });
  }
}

/** A training is held once a year, for all who go there. */
function heldOf(world: World, { title, days }: Training, year: number): Day {
  const rng = world.rng(`${title} ${year}`);
  const month = String(3 + Math.floor(rng() * 7)).padStart(2, '0');
  const day = String(7 + Math.floor(rng() * 21)).padStart(2, '0');
  return inOneWeek(`${year}-${month}-${day}`, days);
}

interface Declared {
  held: Day;
  training: Training;
  /** Days after which it is decided; null: it waits. */
  decidedAfter: number | null;
  /** Why it is refused; null: it is not. */
  refusal: string | null;
  rng: Rng;
}

function declare(world: World, member: Member, { held, training, rng, ...fate }: Declared): void {
  if (member.name === '陈思远') return;
  const { title, organiser, days } = training;
  const back = addDays(held, days + Math.floor(rng() * 4));
  const [clock, deciding] = [officeClock(rng), officeClock(rng)];
  for (let index = 0; index < days; index += 1) {
    const heldOn = addDays(held, index);
    world.on(back, clock, async (now) => {
      if (!world.isThere(member, now)) return;
      const { id: claimId } = await hours.declareClaim(world.story.as(member, now), {
        ...{ title: days > 1 ? `${title}（第${index + 1}天）` : title, organiser, heldOn },
        ...{ span: 'day', minutes: 360, note: '', file: await order(`${title}结业证明`) },
      });
      if (fate.decidedAfter === null) return;
      world.on(addDays(back, fate.decidedAfter), deciding, async (later) => {
        if (!world.isThere(member, later)) return;
        // Over the whole district: who declared it may work elsewhere by then.
        const act = world.as('何勇', later);
        if (fate.refusal === null)
          await hours.approveClaim(act, { claimId, reason: '', span: 'day', minutes: 360 });
        else await hours.refuseClaim(act, { claimId, reason: fate.refusal });
      });
    });
  }
}
