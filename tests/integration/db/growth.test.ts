import { expect, it } from 'vitest';
import { actorOf, whoAmI } from '#lib/server/access/index.ts';
import { openSession } from '#lib/server/access/sessions.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import { completionsOf } from '#lib/server/study/queries.completions.ts';
import { onBothEngines } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { planOf, statementsOf, wholeReads } from '../../support/plans.ts';
import type { World } from '../../support/world.ts';

/** Ending, receipt, trace, marks, score, and the person's standing with the counters above him: each asked once. */
const MOST_AT_HAND_IN = 16;

/** Steps of everything that `work` asks of the database which read a table whole, each with its statement. */
async function growing(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const statements = await statementsOf(work);
  expect(statements.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const statement of statements) {
    const steps = wholeReads(await planOf(world.db, statement), statement);
    found.push(...steps.map((step) => `${step}: ${statement.sql.slice(0, 160)}`));
  }
  return found;
}

onBothEngines('whatever the years behind them, no table is read whole', (engine) => {
  it('and a question that reads one whole would be found', async () => {
    const world = await engine.world();
    const whole = () => world.db.selectFrom('answer').selectAll().where('value', '=', 'x').execute();
    expect(await growing(world, whole)).toHaveLength(1);
  });

  it('by the session, the room, a save and the hand-in of an exam', async () => {
    const world = await engine.world();
    const { examId, takers } = await examination(world);
    const personId = takers[0] ?? '';
    const act = world.signedIn({ personId });
    const { token } = await openSessionOf(world, personId);
    expect(await growing(world, () => actorOf(world.db, token))).toEqual([]);
    let attemptId = '';
    expect(
      await growing(world, async () => {
        attemptId = await exams.start(act, { examId });
      }),
    ).toEqual([]);
    const { writer } = await exams.takeOver(act, attemptId);
    const { items } = await exams.room(act, attemptId);
    const answers = items.map(({ itemId, options }) => ({
      ...{ itemId, revision: 1, chosen: options.slice(0, 1).map((option) => option.id) },
    }));
    expect(await growing(world, () => exams.room(act, attemptId))).toEqual([]);
    expect(
      await growing(world, () => exams.saveAnswers(act, { attemptId, writer, answers: answers.slice(0, 1) })),
    ).toEqual([]);
    expect(await growing(world, () => exams.submit(act, attemptId))).toEqual([]);
  });

  it('and a hand-in with grading, standing and counters asks few questions', async () => {
    const world = await engine.world();
    const { examId, takers } = await examination(world);
    const act = world.signedIn({ personId: takers[0] ?? '' });
    const attemptId = await exams.start(act, { examId });
    const statements = await statementsOf(() => exams.submit(act, attemptId));
    expect(statements.length).toBeLessThanOrEqual(MOST_AT_HAND_IN);
  });

  it('by the first page of a learner', async () => {
    const world = await engine.world();
    const { takers } = await examination(world);
    const act = world.signedIn({ personId: takers[0] ?? '' });
    const page = async () => [await whoAmI(act), await hours.myYear(act), await exams.mine(act)];
    expect(await growing(world, page)).toEqual([]);
  });

  it('and what a person has completed is found by him, not among all completions of the year', async () => {
    const world = await engine.world();
    const plan = await planOf(world.db, completionsOf(world.db, { personId: 'p', planYear: 2026 }));
    expect(plan.join('\n')).toMatch(/\(person_id=|Index Cond: \(+person_id/);
  });

  it('by the counts of a leader’s overview', async () => {
    const world = await engine.world();
    const { unitId } = await examination(world);
    const act = world.signedIn({ roles: { leader: unitId } });
    const asked = { unitId, planYear: 2026, group: 'all' } as const;
    expect(await growing(world, () => completion.readUnit(act, asked))).toEqual([]);
    expect(await growing(world, () => figures.listUnits(act))).toEqual([]);
    expect(await growing(world, () => figures.listYears(act))).toEqual([]);
  });
});

async function openSessionOf(world: World, personId: string): Promise<{ token: string }> {
  const account = {
    ...{ id: 'account', person_id: personId, login: 'taker', password_hash: null, state: 'active' },
    ...{ created_at: world.now, password_set_at: world.now },
  };
  await world.db.insertInto('account').values(account).execute();
  const opening = { address: '', agent: '', method: 'password', hasSecondFactor: false } as const;
  return openSession(world.db, account.id, opening);
}
