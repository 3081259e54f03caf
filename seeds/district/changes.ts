import { shuffle } from '#lib/domain/shared/rng.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Status } from '#lib/domain/people/codes.ts';
import * as movement from '#lib/server/movement/index.ts';
import * as people from '#lib/server/people/index.ts';
import { knownAccounts } from '../accounts.ts';
import { order } from '../evidence.ts';
import { departments as faces } from '../small/people.ts';
import type { Department } from './departments.ts';
import { takeOn } from './settle.ts';
import type { Hiring } from './staff.ts';
import { workday, type Member, type World } from './world.ts';

/** Hands out members to whom something happens, each once: no leader, no clerk, nobody known by name. */
export class Lots {
  readonly #left: Member[];

  constructor(world: World) {
    const known = new Set([
      ...faces.flatMap((one) => one.people.map(({ name }) => name)),
      ...knownAccounts.map(({ name }) => name),
      ...Object.values(world.clerks).map(({ name }) => name),
    ]);
    const free = world.members.filter(
      (one) =>
        !known.has(one.name) && !one.classes.includes('leadership') && !one.classes.includes('newcomer'),
    );
    this.#left = shuffle(free, world.rng('lots'));
  }

  /** Somebody to whom nothing has happened yet; undefined when there is nobody left. */
  draw(fits: (one: Member) => boolean = () => true): Member | undefined {
    const index = this.#left.findIndex(fits);
    return index < 0 ? undefined : this.#left.splice(index, 1)[0];
  }
}

export interface Absence {
  status: Extract<Status, 'maternityLeave' | 'sickLeave' | 'aid' | 'secondedOut' | 'fullTimeStudy'>;
  from: Day;
  /** First day back; null: still away. */
  to: Day | null;
  place: string | null;
  reason: string;
}

/** Months in which somebody keeps his post and is not there. */
function absences({ lastYear, year }: World): Absence[] {
  const place = null;
  return [
    ...([
      { status: 'maternityLeave', from: `${lastYear}-03-10`, to: `${lastYear}-09-01`, place, reason: '产假' },
      { status: 'maternityLeave', from: `${lastYear}-08-20`, to: `${year}-02-10`, place, reason: '产假' },
      { status: 'maternityLeave', from: `${year}-05-18`, to: null, place, reason: '产假' },
      { status: 'sickLeave', from: `${lastYear}-09-08`, to: `${year}-03-02`, place, reason: '手术后休养' },
    ] as const),
    { status: 'aid', from: `${lastYear}-04-01`, to: null, place: '云岭县石门村', reason: '选派驻村工作队' },
    { status: 'aid', from: `${year}-03-16`, to: null, place: '云岭县青溪村', reason: '选派驻村工作队' },
    {
      status: 'secondedOut',
      from: `${lastYear}-06-02`,
      to: `${year}-06-01`,
      place: '市司法局',
      reason: '跟班学习',
    },
    {
      status: 'fullTimeStudy',
      from: `${year}-09-01`,
      to: null,
      place: '省委党校',
      reason: '中青年干部培训班',
    },
    {
      status: 'secondedOut',
      from: `${year}-06-15`,
      to: null,
      place: '市信访局',
      reason: '借调参加信访积案化解专班',
    },
  ];
}

/** What happens to people in their posts over the two years; answers who was away on a ground of release. */
export function changePosts(
  world: World,
  hirings: ReadonlyMap<Department, Hiring>,
  arrive: (member: Member, day: Day) => void,
): Map<Member, Absence> {
  const lots = new Lots(world);
  const { lastYear, year } = world;
  const away = new Map<Member, Absence>();
  const isOfTeam = (one: Member) => one.department.name === '综合行政执法局';
  for (const street of ['东门街道', '石桥街道', '云台街道'].filter((name) => world.has(name))) {
    sendDown(world, lots.draw(isOfTeam), street);
  }
  for (const [day, reason] of [
    [`${lastYear}-05-19`, '充实法制审核力量'],
    [`${lastYear}-11-24`, '内设机构调整，人随事走'],
    [`${year}-03-09`, '同一岗位任职满五年，交流轮岗'],
    [`${year}-07-06`, '充实基层执法力量'],
  ] as const) {
    transfer(world, lots.draw(), { day, reason, answer: 'confirmed' });
  }
  transfer(world, lots.draw(), {
    ...{ day: world.story.daysAgo(30), reason: '本人申请，就近照顾老人', answer: 'declined' },
  });
  transfer(world, lots.draw(), { day: world.story.daysAgo(3), reason: '工作需要', answer: 'waiting' });
  for (const absence of absences(world)) {
    const who = lots.draw();
    if (!who) continue;
    away.set(who, absence);
    goAway(world, who, absence);
  }
  for (const day of [`${lastYear}-06-02`, `${lastYear}-10-09`, `${year}-04-01`, `${year}-09-01`]) {
    end(world, lots.draw(), { status: 'retired', day, reason: '达到退休年龄' });
  }
  end(world, lots.draw(), { status: 'left', day: `${lastYear}-07-21`, reason: '考录至外地机关' });
  end(world, lots.draw(), { status: 'left', day: `${year}-05-11`, reason: '辞去公职' });
  for (const [department, hiring] of hirings) welcome(world, department, hiring, arrive);
  return away;
}

function clerkOf(world: World, { department }: Member): Member {
  return world.clerks[department.name] ?? world.member('林静');
}

function noteAway(world: World, { id }: Member, from: Day, to: Day | null): void {
  const span = { from: world.at(from, '00:00'), to: to && world.at(to, '00:00') };
  world.away.set(id, [...(world.away.get(id) ?? []), span]);
}

function goAway(world: World, who: Member, { status, from, to, place, reason }: Absence): void {
  const change = { personId: who.id, workUnitId: null, countedIn: 'home', until: to, file: null } as const;
  noteAway(world, who, from, to);
  world.on(addDays(from, -2), '15:00', async (now) => {
    const act = world.story.as(clerkOf(world, who), now);
    const day = workday(from);
    await movement.changeStatus(act, { ...change, until: to, status, day, place, reason });
  });
  if (to === null) return;
  world.on(to, '09:20', async (now) => {
    const act = world.story.as(clerkOf(world, who), now);
    const back = {
      status: 'active',
      day: workday(to),
      until: null,
      place: null,
      reason: '期满回岗',
    } as const;
    await movement.changeStatus(act, { ...change, ...back });
  });
}

function end(
  world: World,
  who: Member | undefined,
  { status, day, reason }: { status: 'retired' | 'left'; day: Day; reason: string },
): void {
  if (!who) return;
  noteAway(world, who, day, null);
  world.on(day, '08:50', async (now) => {
    const change = { countedIn: 'home', workUnitId: null, until: null, place: null, file: null } as const;
    const act = world.story.as(clerkOf(world, who), now);
    await movement.changeStatus(act, { ...change, personId: who.id, status, day: workday(day), reason });
  });
}

/** From one department to another: proposed by the clerk of one, received by the clerk of the other, or not. */
function transfer(
  world: World,
  who: Member | undefined,
  { day, reason, answer }: { day: Day; reason: string; answer: 'confirmed' | 'declined' | 'waiting' },
): void {
  if (!who) return;
  const others = Object.keys(world.clerks).filter((name) => name !== who.department.name);
  const to = others[Math.floor(world.rng(`transfer ${who.name}`)() * others.length)] ?? '东门街道';
  const begins = workday(addDays(day, 10));
  world.on(day, '10:30', async (now) => {
    const act = world.story.as(clerkOf(world, who), now);
    const file = await order(`关于${who.name}同志工作调动的通知`);
    const { id: transferId } = await movement.proposeTransfer(act, {
      ...{ personId: who.id, toUnitId: world.unit(to), day: begins, reason, file },
    });
    if (answer === 'waiting') return;
    world.on(addDays(day, 4), '16:10', async (later) => {
      const receiving = world.story.as(world.clerks[to] as Member, later);
      if (answer === 'declined') {
        await movement.declineTransfer(receiving, {
          transferId,
          reason: '本单位该岗位已满编，待年底调整后再议。',
        });
        return;
      }
      await movement.confirmTransfer(receiving, {
        ...{ transferId, workUnitId: null, countedIn: 'home', title: '科员', levelCode: 'staff' },
        classes: who.classes,
      });
    });
  });
}

/** Sent down to a street: he keeps his post in the bureau, works in the street and counts there. */
function sendDown(world: World, who: Member | undefined, street: string): void {
  if (!who) return;
  world.on(`${world.year}-03-02`, '09:30', async (now) => {
    const act = world.as('林静', now);
    await movement.movePost(act, {
      ...{ personId: who.id, day: workday(`${world.year}-03-02`), homeUnitId: who.unitId },
      ...{ workUnitId: world.unit(street), countedIn: 'work', reason: '执法力量下沉街道' },
    });
  });
}

/** Those taken on in August of both years; after a year of probation they are newcomers no longer. */
function welcome(
  world: World,
  department: Department,
  hiring: Hiring,
  arrive: (member: Member, day: Day) => void,
): void {
  const rng = world.rng(`newcomers ${department.name}`);
  for (const year of [world.lastYear, world.year]) {
    if (rng() > 0.62) continue;
    const hire = hiring.newcomer();
    const day = workday(`${year}-08-11`);
    world.on(day, '09:00', async () => {
      const member = await takeOn(world, department, hire, day);
      await world.story.provenByPortal(member, world.at(day, '10:30'));
      arrive(member, day);
      world.on(`${year + 1}-08-11`, '10:00', (now) => settleIn(world, member, now));
    });
  }
}

async function settleIn(world: World, member: Member, now: string): Promise<void> {
  const day = shanghaiDay(now);
  const post = await people.postOn(world.story.db, member.id, day);
  if (!post) return;
  const isOfficer = post.title?.includes('执法') ?? false;
  member.classes = isOfficer ? ['enforcement'] : [];
  await people.changePost(world.story.as(clerkOf(world, member), now), {
    ...{ personId: member.id, postId: post.postId, day, level: 'staff', rank: '一级科员' },
    ...{ title: isOfficer ? '执法人员' : '科员', staffKind: 'civilServant', trade: null },
    ...{ classes: member.classes, reason: '试用期满，考核合格' },
  });
}
