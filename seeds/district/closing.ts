import { addDays, type Day } from '#lib/domain/shared/time.ts';
import { confirmationOf } from '#lib/domain/reports/freeze.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as events from '#lib/server/events/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { DistrictYear } from './districtEvents.ts';
import type { World } from './world.ts';

/** What the installation does by itself as the days turn. */
export function turnDays(world: World): void {
  for (let day: Day = `${world.lastYear}-01-02`; day <= world.story.today; day = addDays(day, 7)) {
    world.chronicle.enter(world.at(day, '00:10'), (now) => turn(world, now));
  }
  world.chronicle.enter(world.at(`${world.year}-01-01`, '00:05'), (now) => turn(world, now));
}

/** One turn of the day. */
export async function turn(world: World, now: string): Promise<void> {
  const act = world.story.system(now);
  await exams.closeOverdue(act);
  await exams.endDeferrals(act);
  await plans.turnDay(act);
  await hours.turnYear(act);
  await completion.turnDay(act);
}

/** Of `day` and some days before the story's end the earlier: in its first weeks a year is closed early. */
function before(world: World, day: Day, days: number): Day {
  const latest = addDays(world.story.today, -days);
  return day < latest ? day : latest;
}

/** Two departments, then the district sign last year's report; a double registration that comes out later is trued up. */
export function closeYear(world: World, told: DistrictYear): void {
  const { year, lastYear: planYear, root } = world;
  const confirmation = confirmationOf(planYear);
  const sign = async (name: string, unitId: string, now: string) =>
    void (await reports.signReport(world.as(name, now), { unitId, planYear, confirmation }));
  const enter = (day: Day, clock: string, deed: (now: string) => Promise<void>) =>
    world.chronicle.enter(world.at(day, clock), deed);
  enter(before(world, `${year}-01-15`, 4), '15:00', (now) =>
    sign('高志远', world.unit('综合行政执法局'), now),
  );
  enter(before(world, `${year}-01-16`, 4), '16:00', (now) => sign('罗庆生', world.unit('东门街道'), now));
  enter(before(world, `${year}-01-22`, 3), '17:00', (now) => sign('郑国平', root, now));
  enter(before(world, `${year}-03-05`, 2), '10:00', async (now) => {
    if (told.doubled === null) return;
    const reason = '与区宪法日主题活动重复登记，同一批群众不能计两次';
    await events.takeBack(world.as('何勇', now), { eventId: told.doubled, reason });
  });
  enter(before(world, `${year}-03-06`, 1), '09:30', async (now) => {
    const reason = '东门街道一场普法活动与区级活动重复登记，更正场次和人次';
    await reports.trueUpReport(world.as('郑国平', now), { unitId: root, planYear, reason });
  });
}

/** How many events of a kind the district means to hold this year, against which the gap view reads. */
export function setTargets(world: World): void {
  world.on(`${world.year}-01-08`, '14:30', async (now) => {
    const asked = { unitId: world.root, planYear: world.year };
    const act = world.as('林静', now);
    for (const [figure, target] of [
      ['centralGroup', 4],
      ['thematicStudy', 3],
      ['lawLectures', 4],
      ['outreachSessions', 5],
    ] as const)
      await figures.setTarget(act, { ...asked, figure, target });
  });
}
