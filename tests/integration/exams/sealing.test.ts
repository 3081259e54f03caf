import pg from 'pg';
import { expect, it } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { closeDatabase, leavingTransaction } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { subscribe } from '#lib/server/facts/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onEngine, type Settings } from '../../support/engines.ts';
import { examination } from '../../support/exams.ts';
import { waitingForRows } from '../../support/rowLocks.ts';
import { monday, worldOver } from '../../support/world.ts';

type House = Awaited<ReturnType<typeof twoProcesses>>;

/** For an item with an answer, and for one without. */
async function forBothItems(
  settings: () => Promise<Settings>,
  walk: (house: House, index: number) => Promise<void>,
): Promise<void> {
  for (const index of [0, 1]) {
    const house = await twoProcesses(await settings());
    await walk(house, index).finally(house.close);
  }
}

/** Two processes of one installation and a third hand in its database, with an open attempt of which item 1 is answered. */
async function twoProcesses({ databaseUrl, dataFolder }: Settings) {
  const [here, there] = [0, 1].map(() => worldOver(openTestDatabase(databaseUrl, dataFolder)));
  if (!here || !there) throw new Error('there are two');
  const hand = new pg.Client({ connectionString: databaseUrl });
  await hand.connect();
  const { examId, takers } = await examination(here);
  const actIn = (world: typeof here, seconds: number) =>
    world.at(addSeconds(monday, seconds)).signedIn({ personId: takers[0] ?? '' });
  const attemptId = await exams.start(actIn(here, 0), { examId });
  const { writer } = await exams.takeOver(actIn(here, 0), attemptId);
  const { items } = await exams.room(actIn(here, 0), attemptId);
  const save = (index: number, revision: number) => {
    const { itemId, options } = items[index] as exams.SheetView;
    const chosen = [options[revision % 2]?.id ?? ''];
    return exams.saveAnswers(actIn(there, 10), {
      attemptId,
      writer,
      answers: [{ itemId, revision, chosen }],
    });
  };
  await save(0, 1);
  return {
    ...{ here, hand, items, attemptId, save },
    submit: () => exams.submit(actIn(here, 10), attemptId),
    verified: async () => {
      const { receipt } = await exams.submission(actIn(here, 11), attemptId);
      return exams.verifyReceipt(here.visitor, receipt?.number ?? '');
    },
    /** Revision of an item's answer at the end. */
    sealed: async (index: number) => {
      const { items: sheet } = await exams.room(actIn(here, 11), attemptId);
      return sheet[index]?.revision;
    },
    waiting: (count: number) => waitingForRows(hand, count),
    close: async () => {
      await hand.end();
      await Promise.all([here, there].map(({ db }) => closeDatabase(db)));
    },
  };
}

const outcomeOf = (saving: ReturnType<typeof exams.saveAnswers>) =>
  saving.then(
    ({ answers }) => answers[0]?.outcome,
    (error: { details?: { reason?: string } }) => error.details?.reason,
  );

onEngine(
  'postgres',
  'a save in one process and the hand-in in another, which overlap only there',
  (engine) => {
    it('seal a save that was under way, or refuse it', () =>
      forBothItems(engine.settings, async (house, index) => {
        const { itemId } = house.items[index] as exams.SheetView;
        await house.hand.query('begin');
        const hold = `insert into answer (attempt_id, item_id, revision, value, saved_at) values ($1, $2, 0, '', '')
        on conflict (attempt_id, item_id) do update set revision = answer.revision`;
        await house.hand.query(hold, [house.attemptId, itemId]);
        const saved = outcomeOf(house.save(index, 2));
        await house.waiting(1);
        const submitted = house.submit();
        await Promise.race([submitted, house.waiting(2)]);
        await house.hand.query('rollback');
        await submitted;
        // Either may be first to the row; what is acknowledged must be sealed.
        expect(['saved', 'ended']).toContain(await saved);
        const revision = (await saved) === 'saved' ? 2 : 1 - index;
        expect(await house.sealed(index)).toBe(revision);
        expect(await house.verified()).toMatchObject({ isGenuine: true });
      }));

    it('refuse a save that comes while the receipt is being written', () =>
      forBothItems(engine.settings, async (house, index) => {
        let saved: Promise<string | undefined> | undefined;
        subscribe(house.here.db, 'attemptClosed', async () => {
          saved ??= leavingTransaction(() => outcomeOf(house.save(index, 2)));
          await Promise.race([saved, house.waiting(1)]);
        });
        await house.submit();
        expect(await saved).toBe('ended');
        expect(await house.verified()).toMatchObject({ isGenuine: true });
      }));
  },
);
