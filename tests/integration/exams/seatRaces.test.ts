import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { closeDatabase, leavingTransaction } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as exemptions from '#lib/server/exemptions/index.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onEngine, type Engine } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { waitingForRows } from '../../support/rowLocks.ts';
import { monday, worldOver } from '../../support/world.ts';

const evidence = { name: '证明.pdf', bytes: new TextEncoder().encode('%PDF-1.7 诊断证明') };

onEngine('postgres', 'a start and a decision about the list, which overlap only there,', (engine) => {
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
    const { examId, unitId, takers } = await examination(world);
    const [personId = ''] = takers;
    const at = world.at(addSeconds(monday, 10));
    const own = at.signedIn({ personId: 'coordinator', roles: { coordinator: unitId } });
    const leader = at.signedIn({ personId: 'leader', roles: { leader: unitId } });
    const ask = () =>
      exemptions.ask(own, {
        ...{ examId, personId, kind: 'exempt', ground: 'sickLeave' },
        ...{ reason: '住院三个月', evidence },
      });
    const approve = (exemptionId: string) =>
      exemptions.decide(leader, { exemptionId, verdict: 'approved', reason: '属实' });
    const start = () => exams.start(at.signedIn({ personId }), { examId });
    const candidate = () => exams.candidate(own, { examId, personId });
    return { world, hand, examId, personId, own, ask, approve, start, candidate };
  }

  /** Another process that has begun an attempt and has not committed: the place held, the attempt written. */
  async function beginByHand({ hand, examId, personId }: Awaited<ReturnType<typeof held>>): Promise<void> {
    await hand.query('begin');
    const seat = [examId, personId];
    await hand.query(
      'update exam_candidate set added_on = added_on where exam_id = $1 and person_id = $2',
      seat,
    );
    await hand.query(
      `insert into attempt (id, exam_id, sitting_id, person_id, number, status, started_at, deadline, seed, writer)
       select 'other', $1, id, $2, 1, 'open', $3, $4, 'seed', 0 from sitting where exam_id = $1`,
      [...seat, monday, addSeconds(monday, 3600)],
    );
  }

  it('never leave an exempt person with an attempt: who begins while it is approved is due again', async () => {
    const house = await held(engine);
    const id = await house.ask();
    let begun: Promise<string> | undefined;
    subscribe(house.world.db, 'exemptionDecided', async () => {
      begun ??= leavingTransaction(house.start);
      await Promise.race([begun, waitingForRows(house.hand, 1)]);
    });
    await house.approve(id);
    await begun;
    expect(await house.candidate()).toMatchObject({ state: 'due', origin: 'sat', attempts: 1 });
  });

  it('refuse the approval of who has begun in the same moment', async () => {
    const house = await held(engine);
    const id = await house.ask();
    await beginByHand(house);
    await refusedAfterCommit(house, house.approve(id));
  });

  it('refuse to strike off who has begun in the same moment', async () => {
    const house = await held(engine);
    const { examId, personId, own } = house;
    await beginByHand(house);
    const struck = exams.markLeft(own, { examId, personId, reason: '调离', leftOn: '2026-02-20' });
    await refusedAfterCommit(house, struck);
  });

  async function refusedAfterCommit(house: Awaited<ReturnType<typeof held>>, deciding: Promise<void>) {
    const refused = expect(deciding).rejects.toThrow('已参加');
    await Promise.race([refused, waitingForRows(house.hand, 1)]);
    await house.hand.query('commit');
    await refused;
    expect(await house.candidate()).toMatchObject({ state: 'due', attempts: 1 });
  }
});
