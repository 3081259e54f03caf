import { addDays, type Day } from '#lib/domain/shared/time.ts';
import * as certificates from '#lib/server/certificates/index.ts';
import * as people from '#lib/server/people/index.ts';
import { officeClock } from './dayOf.ts';
import { clockOf, workday, type Member, type World } from './world.ts';

const LEARNER = '陈思远';
/** Of the certificates that one department issued the third is the one that was taken back. */
const TAKEN_BACK = { department: '东门街道', index: 2 };

/** Last year's certificates of who completed what was asked of him, issued by his unit; and what people ask for now. */
export function prove(world: World): void {
  const { year, story } = world;
  const first = earlierOf(`${year}-01-27`, addDays(story.today, -1));
  for (const [index, department] of world.departments.entries()) {
    const day = earlierOf(addDays(first, Math.floor(index / 3)), story.today);
    const rng = world.rng(`certificates ${department.name}`);
    world.chronicle.enter(world.at(day, officeClock(rng)), (now) => issueAll(world, department.name, now));
  }
  askForSome(world);
}

function earlierOf(one: Day, other: Day): Day {
  return workday(one) < other ? workday(one) : other;
}

/** Issues to everybody of a department who reached last year's requirement. */
async function issueAll(world: World, department: string, now: string): Promise<void> {
  const planYear = world.lastYear;
  const clerk = world.clerks[department];
  if (!clerk) return;
  const issued: string[] = [];
  for (const personId of await completed(world, department)) {
    const act = personId === clerk.id ? world.as('何勇', now) : world.story.as(clerk, now);
    const { id } = await certificates.issue(act, { personId, kind: 'study', planYear });
    issued.push(id);
  }
  const wrong = department === TAKEN_BACK.department ? issued[TAKEN_BACK.index] : undefined;
  if (wrong === undefined) return;
  const reason = '姓名用字与身份证不一致，先收回，核对名册后另行开具。';
  world.on(addDays(now.slice(0, 10), 6), '15:25', (later) =>
    certificates.revoke(world.story.as(clerk, later), { id: wrong, reason }),
  );
}

/** Who belongs to a department today and reached every requirement of last year that was his. */
async function completed(world: World, department: string): Promise<string[]> {
  const { story, lastYear } = world;
  const standings = await story.db
    .selectFrom('standing')
    .innerJoin('requirement', 'requirement.id', 'standing.requirement_id')
    .select(['person_id', 'state'])
    .where('standing.plan_year', '=', lastYear)
    .orderBy('person_id')
    .execute();
  const short = new Set(standings.flatMap((one) => (one.state === 'reached' ? [] : [one.person_id])));
  const reached = new Set(standings.map((one) => one.person_id).filter((id) => !short.has(id)));
  const roster = await people.roster(story.db, { unitId: world.unit(department), day: story.today });
  return roster.map((line) => line.personId).filter((id) => reached.has(id));
}

interface Asked {
  member: Member | undefined;
  kind: 'study' | 'transcript';
  planYear: number;
  purpose: string;
  days: number;
  /** Why it is refused, or null for what is granted; absent while it waits. */
  answer?: string | null;
}

/** Requests of the last weeks: granted, refused, and waiting for the coordinator. */
function askForSome(world: World): void {
  const { year, lastYear } = world;
  const ready = world.members.filter((one) => one.zeal > 0.7 && one.classes.includes('enforcement'));
  const [first, second, third] = ready.filter((one) => one.name !== LEARNER).slice(3);
  const learner = world.members.find((one) => one.name === LEARNER);
  const wishes: Asked[] = [
    {
      member: learner,
      kind: 'transcript',
      planYear: lastYear,
      purpose: '年度考核附件',
      days: 21,
      answer: null,
    },
    {
      ...{ member: first, kind: 'study', planYear: year, purpose: '评先评优材料', days: 15 },
      answer: '本年度还没有结束，学时仍在记入，1月由单位统一开具；急用的请打印学时台账。',
    },
    { member: second, kind: 'transcript', planYear: lastYear, purpose: '职级晋升材料', days: 3 },
    { member: third, kind: 'study', planYear: year, purpose: '公开遴选报名', days: 1 },
  ];
  for (const wish of wishes) ask(world, wish);
}

function ask(world: World, { member, kind, planYear, purpose, days, answer }: Asked): void {
  if (!member) return;
  const rng = world.rng(`request ${member.name} ${kind}`);
  const clock = clockOf(9 * 60 + 10 + rng() * 100);
  world.chronicle.enter(world.at(world.story.daysAgo(days), clock), async (now) => {
    if (!world.isThere(member, now)) return;
    const { id } = await certificates.askFor(world.story.as(member, now), { kind, planYear, purpose });
    if (answer === undefined) return;
    world.on(addDays(world.story.daysAgo(days), 1), '10:15', async (later) => {
      const act = world.as('何勇', later);
      if (answer === null) await certificates.grantRequest(act, id);
      else await certificates.refuseRequest(act, { id, reason: answer });
    });
  });
}
