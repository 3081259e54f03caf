import type { Instant } from '#lib/domain/shared/time.ts';
import * as audit from '#lib/server/audit/index.ts';
import type { Db } from '#lib/server/db/index.ts';
import { openAccounts, type DemoAccount } from './accounts.ts';
import { assignYear } from './district/assignments.ts';
import { changePosts } from './district/changes.ts';
import { declareTrainings } from './district/claims.ts';
import { closeYear, setTargets, turn, turnDays } from './district/closing.ts';
import { publishCatalogue, type Library } from './district/content.ts';
import { departments } from './district/departments.ts';
import { holdDepartmentEvents } from './district/departmentEvents.ts';
import { holdDistrictEvents } from './district/districtEvents.ts';
import { enterTwice } from './district/doubled.ts';
import { examine, examYears } from './district/examYear.ts';
import { arriveLately } from './district/lately.ts';
import { appoint } from './district/office.ts';
import { voice } from './district/opinions.ts';
import { bringResults } from './district/outside.ts';
import { planYears } from './district/plans.ts';
import { practise } from './district/practising.ts';
import { prove } from './district/proving.ts';
import { readThrough, readYear } from './district/reading.ts';
import { releaseFromExam, releaseFromHours } from './district/releases.ts';
import { settle } from './district/settle.ts';
import { letIn } from './district/signingIn.ts';
import { World } from './district/world.ts';
import { Story } from './words.ts';

/** How large a district is grown, and when its story ends. */
export interface DemoWish {
  now: Instant;
  /** Of the usual people, who are three hundred. */
  share?: number;
  /** Departments that are there; all twelve unless told. */
  only?: readonly string[];
}

/**
 * Grows the invented district over last year and this, by the product's own verbs in the order of time, and returns
 * the accounts to try it with.
 */
export async function demo(db: Db, { now, share = 1, only }: DemoWish): Promise<DemoAccount[]> {
  const world = new World(new Story(db, now), now);
  const there = departments.filter(({ name }) => only?.includes(name) ?? true);
  const hirings = await settle(world, there, share);
  await appoint(world);
  await letIn(world);
  const library = await publishCatalogue(world);
  enterYears(world, library, hirings);
  await world.chronicle.play();
  await turn(world, now);
  const accounts = await openAccounts(world.story, (name) => world.member(name));
  await audit.seal(world.story.system(now));
  return accounts;
}

function enterYears(world: World, library: Library, hirings: Awaited<ReturnType<typeof settle>>): void {
  turnDays(world);
  const requirements = planYears(world, library);
  const away = changePosts(world, hirings, (member, from) =>
    readYear(world, library, member, { from, to: `${from.slice(0, 4)}-12-12` }),
  );
  enterTwice(world);
  releaseFromHours(world, requirements, away);
  readThrough(world, library);
  const told = holdDistrictEvents(world);
  holdDepartmentEvents(world);
  declareTrainings(world);
  bringResults(world);
  for (const exam of examYears(world)) {
    releaseFromExam(world, exam, away);
    examine(world, exam);
  }
  assignYear(world, library);
  setTargets(world);
  closeYear(world, told);
  prove(world);
  practise(world);
  voice(world);
  arriveLately(world);
}
