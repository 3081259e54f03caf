import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSeconds, shanghaiDay, startOfDay, toInstant } from '#lib/domain/shared/time.ts';
import { closeDatabase } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import { newId, newToken } from '#lib/server/platform/ids.ts';
import { migrateFile, openTestDatabase } from '../support/databases.ts';
import { examBank } from '../support/exams.ts';
import { officer, standingUnit } from '../support/people.ts';
import { worldOver, type World } from '../support/world.ts';

/** One signed-in taker in the middle of his exam. */
export interface Taker {
  token: string;
  attemptId: string;
  writer: number;
  items: { itemId: string; optionIds: string[] }[];
}

export interface Sitting {
  databaseUrl: string;
  dataFolder: string;
  takers: Taker[];
}

/** A fresh installation with an exam of 40 items under way for this many takers, each with a session of his own. */
export async function sittingOf(count: number): Promise<Sitting> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xuefa-bench-'));
  const file = join(dataFolder, 'xuefa.db');
  await migrateFile(file);
  const db = openTestDatabase(`file:${file}`, dataFolder);
  const world = worldOver(db).at(toInstant(Date.now()));
  const unitId = await standingUnit(world, '区政府');
  const people: string[] = [];
  for (let n = 0; n < count; n += 1)
    people.push((await officer(world, { name: `考生${n}`, unitId })).personId);
  const examId = await openExam(world, unitId);
  const takers: Taker[] = [];
  for (const personId of people) takers.push(await seat(world, personId, examId));
  await closeDatabase(db);
  return { databaseUrl: `file:${file}`, dataFolder, takers };
}

async function openExam(world: World, unitId: string): Promise<string> {
  await examBank(world, 60);
  const coordinator = world.signedIn({ roles: { coordinator: unitId } });
  const blueprintId = await papers.create(coordinator, { unitId, title: '年度考试' });
  const today = shanghaiDay(world.now);
  const examId = await exams.create(coordinator, {
    ...{ unitId, blueprintId, title: '年度考试', planYear: Number(today.slice(0, 4)), rosterOn: today },
    ...{ opensAt: startOfDay(today), closesAt: addSeconds(world.now, 86_400), durationMinutes: 240 },
    ...{ attemptsAllowed: 3, passHundredths: 6000, excellentHundredths: 9000, entry: 'none' },
  });
  await exams.publish(coordinator, examId);
  return examId;
}

async function seat(world: World, personId: string, examId: string): Promise<Taker> {
  const act = world.signedIn({ personId });
  const attemptId = await exams.start(act, { examId });
  const { writer } = await exams.takeOver(act, attemptId);
  const { items } = await exams.room(act, attemptId);
  return {
    token: await session(world, personId),
    attemptId,
    writer,
    items: items.map((item) => ({ itemId: item.itemId, optionIds: item.options.map((option) => option.id) })),
  };
}

/** Account and session as rows: the benchmark is of saves, not of passwords. */
async function session(world: World, personId: string): Promise<string> {
  const token = newToken(30);
  const accountId = newId();
  await world.db
    .insertInto('account')
    .values({
      ...{ id: accountId, person_id: personId, login: personId, password_hash: null, state: 'active' },
      ...{ created_at: world.now, password_set_at: world.now },
    })
    .execute();
  await world.db
    .insertInto('session')
    .values({
      ...{ token_hash: createHash('sha256').update(token).digest('hex'), id: newId(), account_id: accountId },
      ...{ created_at: world.now, expires_at: addSeconds(world.now, 3500), address: '', agent: '' },
    })
    .execute();
  return token;
}
