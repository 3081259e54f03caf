import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, shanghaiDay, startOfDay } from '#lib/domain/shared/time.ts';
import * as completion from '#lib/server/completion/index.ts';
import { onBothEngines, type Engine } from '../../support/engines.ts';
import * as town from './district.ts';

/** What can happen, with two numbers that say to whom and how much. */
type Happening = { kind: (typeof KINDS)[number]; who: number; how: number };

const KINDS = [
  'book',
  'reverse',
  'seat',
  'sit',
  'makeUp',
  'grade',
  'move',
  'moveLater',
  'class',
  'classLater',
  'require',
  'waive',
  'hang',
  'passDays',
] as const;

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.nat(5),
  how: fc.nat(9),
});

/** Plays one happening upon the district and tells completion of it as the rooms below do. */
async function play(place: town.District, { kind, who, how }: Happening, booked: Map<string, string>) {
  const { world, units } = place;
  const personId = place.people[who] ?? '';
  const day = shanghaiDay(world.now);
  const told = (tell: (act: typeof world.system) => Promise<void>) => town.within(world, tell);
  const hours = { entryId: 'e', personId, ledger: 'training', planYear: town.YEAR } as const;
  switch (kind) {
    case 'book': {
      booked.set(personId, await town.book(world, personId, (how + 1) * 100));
      return told((act) => completion.onHoursEntered(act, { kind: 'hoursEntered', ...hours }));
    }
    case 'reverse': {
      const entryId = booked.get(personId);
      if (!entryId) return;
      booked.delete(personId);
      const entry = await world.db
        .selectFrom('hour_entry')
        .selectAll()
        .where('id', '=', entryId)
        .executeTakeFirstOrThrow();
      await town.book(world, personId, -(entry.hundredths ?? 0), entryId);
      return told((act) => completion.onEntryReversed(act, { kind: 'entryReversed', ...hours }));
    }
    case 'seat': {
      await town.seat(
        place,
        personId,
        (['due', 'due', 'exempt', 'left', 'outside'] as const)[how % 5] ?? 'due',
      );
      const seat = { examId: place.examId, personId };
      if (how % 5 === 2)
        return told((act) => completion.onExemptionDecided(act, { kind: 'exemptionDecided', ...seat }));
      return told((act) => completion.onCandidateChanged(act, { kind: 'candidateChanged', ...seat }));
    }
    case 'sit':
    case 'makeUp': {
      const attemptId = await town.sit(place, personId, null, kind === 'sit' ? 'main' : 'makeup');
      const sat = { attemptId, examId: place.examId, personId, planYear: town.YEAR, scoreHundredths: 0 };
      return told((act) => completion.onAttemptGraded(act, { kind: 'attemptGraded', ...sat }));
    }
    case 'grade': {
      const scoreHundredths = how * 1100;
      await world.db
        .updateTable('attempt')
        .set({ score_hundredths: scoreHundredths })
        .where('person_id', '=', personId)
        .execute();
      const fact = {
        kind: 'attemptGraded',
        attemptId: 'a',
        examId: place.examId,
        personId,
        planYear: town.YEAR,
        scoreHundredths,
      } as const;
      return told((act) => completion.onAttemptGraded(act, fact));
    }
    case 'move':
    case 'moveLater': {
      const from = kind === 'move' ? day : addDays(day, how + 1);
      await town.move(world, personId, units[how % units.length] ?? '', from);
      return told((act) => completion.onPostChanged(act, { kind: 'postChanged', personId, day: from }));
    }
    case 'class':
    case 'classLater': {
      const from = kind === 'class' ? day : addDays(day, how + 1);
      await town.giveClass(world, personId, how % 2 ? 'enforcement' : 'leadership', from);
      return told((act) => completion.onClassChanged(act, { kind: 'classChanged', personId, day: from }));
    }
    case 'require': {
      const from = addDays(day, place.requirements);
      place.requirements += 1;
      const classCode = how % 2 ? 'enforcement' : 'leadership';
      const requirementId = await town.requirement(world, classCode, (how + 1) * 150, from);
      const fact = { kind: 'requirementPublished', requirementId, planYear: town.YEAR } as const;
      return told((act) => completion.onRequirementPublished(act, fact));
    }
    case 'waive': {
      const requirementId = await town.waive(world, personId, how % 2 ? null : how * 50);
      if (!requirementId) return;
      const fact = { kind: 'waiverDecided', personId, planYear: town.YEAR, requirementId } as const;
      return told((act) => completion.onWaiverDecided(act, fact));
    }
    case 'hang': {
      const office = units[3] ?? '';
      await town.hang(world, office, units[how % 3] ?? place.root);
      return told((act) => completion.onUnitMoved(act, { kind: 'unitMoved', unitId: office, day }));
    }
    case 'passDays': {
      place.world = world.at(startOfDay(addDays(day, how + 1)));
      await completion.turnDay(place.world.system);
    }
  }
}

async function playAll(engine: Engine, happenings: Happening[]): Promise<void> {
  const place = await town.district(await engine.world());
  await completion.turnDay(place.world.system);
  const booked = new Map<string, string>();
  for (const one of happenings) await play(place, one, booked);
  expect(await completion.verifyCounters(place.world.console)).toEqual([]);
}

onBothEngines('counters', (engine) => {
  it('equal a recount after any sequence of acts and passing days', { timeout: 120_000 }, async () => {
    const numRuns = engine.name === 'sqlite' ? 12 : 4;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 15, maxLength: 40 }), (happenings) =>
        playAll(engine, happenings),
      ),
      { numRuns, endOnFailure: true },
    );
  });

  it('follow a person into his new unit and leave the old one', async () => {
    const place = await town.district(await engine.world());
    const { world, root, units, people } = place;
    const [who = ''] = people;
    await town.seat(place, who, 'due');
    await town.requirement(world, 'enforcement', 600);
    await town.giveClass(world, who, 'enforcement');
    const told = { kind: 'classChanged', personId: who, day: shanghaiDay(world.now) } as const;
    await town.within(world, (act) => completion.onClassChanged(act, told));
    const read = async (unitId: string) => {
      const reading = await completion.readUnit(world.console, { unitId, planYear: town.YEAR, group: 'all' });
      return [reading.exam.due, reading.hours.due];
    };
    expect(await read(units[1] ?? '')).toEqual([1, 1]);
    await town.move(world, who, units[3] ?? '', shanghaiDay(world.now));
    const moved = { ...told, kind: 'postChanged' } as const;
    await town.within(world, (act) => completion.onPostChanged(act, moved));
    expect(await read(units[1] ?? '')).toEqual([1, 0]);
    expect(await read(root)).toEqual([1, 0]);
    await town.giveClass(world, who, 'enforcement');
    await town.within(world, (act) => completion.onClassChanged(act, told));
    expect(await read(units[3] ?? '')).toEqual([0, 1]);
    expect(await read(root)).toEqual([1, 1]);
  });

  it('are named one by one when somebody meddles with them', async () => {
    const place = await town.district(await engine.world());
    const { world, people } = place;
    for (const personId of people.slice(0, 3)) {
      await town.seat(place, personId, 'due');
      const fact = { kind: 'candidateChanged', examId: place.examId, personId } as const;
      await town.within(world, (act) => completion.onCandidateChanged(act, fact));
    }
    expect(await completion.verifyCounters(world.console)).toEqual([]);

    await world.db.updateTable('unit_counter').set({ due: 7 }).where('unit_id', '=', place.root).execute();
    const counters = await completion.verifyCounters(world.console);
    expect(counters.length).toBeGreaterThan(0);
    expect(counters[0]).toMatchObject({ kind: 'counter', kept: 'due 7' });
    expect(counters[0]?.subject).toContain(place.root);

    await world.db
      .updateTable('standing')
      .set({ present: 1 })
      .where('person_id', '=', people[0] ?? '')
      .execute();
    const standings = await completion.verifyCounters(world.console);
    expect(standings.find((one) => one.kind === 'standing')?.subject).toBe(`${people[0]}/${town.YEAR}/exam`);
  });

  it('are told of a ledger whose reversal is not the exact negative', async () => {
    const { world, people } = await town.district(await engine.world());
    const entryId = await town.book(world, people[0] ?? '', 500);
    await town.book(world, people[0] ?? '', -400, entryId);
    const [difference] = await completion.verifyCounters(world.console);
    expect(difference).toMatchObject({ kind: 'ledger', counted: '应为 0 秒，-500 百分学时' });
  });
});
