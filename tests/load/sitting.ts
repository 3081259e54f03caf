import { createHash } from 'node:crypto';
import { addSeconds, planYearOf, shanghaiDay, startOfDay } from '#lib/domain/shared/time.ts';
import { hashPassword } from '#lib/server/access/passwords.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as papers from '#lib/server/papers/index.ts';
import { newId, newToken } from '#lib/server/platform/ids.ts';
import { examBank } from '../support/exams.ts';
import { officer, standingUnit } from '../support/people.ts';
import type { World } from '../support/world.ts';

export const PASSWORD = 'Bench-2026-学法';

/** Someone on the exam's list with a session of his own. */
export interface Taker {
  personId: string;
  login: string;
  token: string;
}

/** A taker in the middle of his exam. */
export interface Seat extends Taker {
  attemptId: string;
  writer: number;
  items: { itemId: string; optionIds: string[] }[];
}

export interface Sitting {
  examId: string;
  takers: Taker[];
}

/**
 * A published exam of so many questions for so many people, each with account and session: rows, since the benchmarks
 * are of exams. All share one password.
 */
export async function sittingOf(world: World, wish: { takers: number; questions: number }): Promise<Sitting> {
  const unitId = await standingUnit(world, '区政府');
  const hash = await hashPassword(world.db, PASSWORD);
  const takers: Taker[] = [];
  for (let n = 0; n < wish.takers; n += 1) {
    const { personId } = await officer(world, { name: `考生${n}`, unitId });
    takers.push(await signedUp(world, personId, { hash }));
  }
  return { examId: await openExam(world, unitId, wish.questions), takers };
}

/** A published exam of so many questions over a unit; on its list are those who have a post there already. */
export async function openExam(world: World, unitId: string, questions: number): Promise<string> {
  await examBank(world, 60);
  const coordinator = world.signedIn({ roles: { coordinator: unitId } });
  const blueprintId = await papers.create(coordinator, { unitId, title: '年度考试' });
  const { rows } = await papers.open(coordinator, blueprintId);
  for (const [index, row] of rows.entries()) {
    const count = Math.floor((questions + index) / rows.length);
    await papers.removeRow(coordinator, { blueprintId, rowId: row.id });
    await papers.addRow(coordinator, { ...row, blueprintId, count });
  }
  const today = shanghaiDay(world.now);
  const examId = await exams.create(coordinator, {
    ...{ unitId, blueprintId, title: '年度考试', planYear: planYearOf(world.now), rosterOn: today },
    ...{ opensAt: startOfDay(today), closesAt: addSeconds(world.now, 86_400), durationMinutes: 240 },
    ...{ attemptsAllowed: 3, passHundredths: 600, excellentHundredths: 900, entry: 'none' },
  });
  await exams.publish(coordinator, examId);
  return examId;
}

/** Begins the exam for a taker and gives him the pen. */
export async function seat(world: World, examId: string, taker: Taker): Promise<Seat> {
  const act = world.signedIn({ personId: taker.personId });
  const attemptId = await exams.start(act, { examId });
  const { writer } = await exams.takeOver(act, attemptId);
  const { items } = await exams.room(act, attemptId);
  const sheet = items.map((item) => ({
    itemId: item.itemId,
    optionIds: item.options.map((option) => option.id),
  }));
  return { ...taker, attemptId, writer, items: sheet };
}

/** Account and session as rows; the account is of somebody who has a role where one is given. */
export async function signedUp(
  world: World,
  personId: string,
  { hash, grant }: { hash: string | null; grant?: { role: string; unitId: string } },
): Promise<Taker> {
  const token = newToken(30);
  const accountId = newId();
  const login = `u${personId}`;
  await world.db
    .insertInto('account')
    .values({
      ...{ id: accountId, person_id: personId, login, password_hash: hash, state: 'active' },
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
  if (grant) {
    await world.db
      .insertInto('role_grant')
      .values({
        ...{ id: newId(), account_id: accountId, role: grant.role, unit_id: grant.unitId },
        ...{ valid_from: '2020-01-01', valid_to: null },
      })
      .execute();
  }
  return { personId, login, token };
}

export function cookieOf(taker: Pick<Taker, 'token'>): Record<string, string> {
  return { cookie: `xuefa_session=${taker.token}` };
}
