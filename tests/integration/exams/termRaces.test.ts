import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { closeDatabase, leavingTransaction } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onEngine, type Engine } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { waitingForRows } from '../../support/rowLocks.ts';
import { monday, worldOver } from '../../support/world.ts';

onEngine('postgres', 'a start and a change of the terms, which overlap only there,', (engine) => {
  let close = async (): Promise<void> => undefined;
  afterEach(() => close());

  async function held({ settings }: Pick<Engine, 'settings'>) {
    const { databaseUrl, dataFolder } = await settings();
    const world = worldOver(openTestDatabase(databaseUrl, dataFolder));
    const hand = new pg.Client({ connectionString: databaseUrl });
    await hand.connect();
    close = async () => {
      await hand.end();
      await closeDatabase(world.db);
    };
    const { examId, unitId, takers } = await examination(world, { windowSeconds: 1000 });
    const [personId = ''] = takers;
    const at = world.at(addSeconds(monday, 10));
    const own = at.signedIn({ personId: 'coordinator', roles: { coordinator: unitId } });
    const start = () => exams.start(at.signedIn({ personId }), { examId });
    const attempt = () =>
      world.db.selectFrom('attempt').select(['status', 'deadline']).executeTakeFirstOrThrow();
    return { world, hand, examId, own, start, attempt };
  }

  /** A start that has written its attempt and waits for its place, and so is seen by nobody. */
  async function half({ hand, start }: Awaited<ReturnType<typeof held>>) {
    await hand.query('begin');
    await hand.query('update exam_candidate set added_on = added_on');
    const begun = start();
    begun.catch(() => undefined);
    await waitingForRows(hand, 1);
    return { begun };
  }

  it('give who begins while the window is moved the new end', async () => {
    const house = await held(engine);
    const { begun } = await half(house);
    const closesAt = addSeconds(monday, 2000);
    await exams.extendWindow(house.own, { examId: house.examId, kind: 'main', closesAt, reason: '检修' });
    await house.hand.query('rollback');
    await begun;
    expect(await house.attempt()).toEqual({ status: 'open', deadline: closesAt });
  });

  it('tell who begins while the exam is cancelled, and end what he began', async () => {
    const house = await held(engine);
    const { begun } = await half(house);
    await exams.cancel(house.own, { examId: house.examId, reason: '试题泄露' });
    await house.hand.query('rollback');
    await expect(begun).rejects.toThrow('取消');
    expect(await house.attempt()).toMatchObject({ deadline: addSeconds(monday, 10) });
  });

  it('end what began after the cancellation had looked for it and before it held', async () => {
    const house = await held(engine);
    let begun: Promise<string> | undefined;
    subscribe(house.world.db, 'candidateChanged', async () => {
      begun ??= leavingTransaction(house.start);
      await begun;
    });
    await exams.cancel(house.own, { examId: house.examId, reason: '试题泄露' });
    await begun;
    expect(await house.attempt()).toMatchObject({ deadline: addSeconds(monday, 10) });
  });
});
