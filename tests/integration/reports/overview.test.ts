import { expect, it } from 'vitest';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { meeting } from './reading.ts';

/** Everybody on the roster, the first of them having sat with 91 points; counters told. */
async function examined(place: town.District): Promise<void> {
  const { world, examId, people } = place;
  for (const personId of people) {
    await town.seat(place, personId, 'due');
    await town.within(world, (act) =>
      completion.onCandidateChanged(act, { kind: 'candidateChanged', examId, personId }),
    );
  }
  const [personId = ''] = people;
  const attemptId = await town.sit(place, personId, 9100);
  const graded = { attemptId, examId, personId, planYear: town.YEAR, scoreHundredths: 9100 };
  await town.within(world, (act) => completion.onAttemptGraded(act, { kind: 'attemptGraded', ...graded }));
}

const counts = ({ exam, hours }: { exam: object; hours: object }) => ({ ...exam, ...hours });

onBothEngines('the overview', (engine) => {
  it('says the same by today’s counters and by a recount of the day from dated rows', async () => {
    const place = await town.district(await engine.world());
    await examined(place);
    const { world, root: unitId } = place;
    const asked = { unitId, planYear: town.YEAR, group: 'all' } as const;
    const today = await reports.readOverview(world.console, asked);
    expect(today.past).toBeNull();
    expect(today.counts.exam).toMatchObject({ due: 6, present: 1, passed: 1, excellent: 1 });

    const later = world.at('2026-06-15T01:00:00.000Z');
    const asOf = await reports.readOverview(later.console, { ...asked, asOf: '2026-03-02' });
    expect(asOf.past).toEqual({ day: '2026-03-02', countedAt: later.now });
    expect(asOf.counts.below.map((one) => [one.name, one.exam.due])).toEqual([
      ['甲局', 2],
      ['乙局', 4],
    ]);
    expect(today.counts.exam).toMatchObject(asOf.counts.exam);
    expect(counts(asOf.counts)).toMatchObject({ present: 1, due: 0, reached: 0 });
    const before = await reports.readOverview(later.console, { ...asked, asOf: '2026-03-01' });
    expect(before.counts.exam).toEqual({ due: 0, present: 0, passed: 0, excellent: 0 });
    const again = await reports.readOverview(later.at('2026-06-15T01:30:00.000Z').console, {
      ...asked,
      asOf: '2026-03-02',
    });
    expect(again.past?.countedAt).toBe(later.now);
  });

  it('sets this year beside own last year on the same day', async () => {
    const place = await town.district(await engine.world());
    await examined(place);
    const { world, root: unitId } = place;
    const next = (now: string) =>
      reports.readOverview(world.at(now).console, { unitId, planYear: town.YEAR + 1, group: 'all' });
    const summer = await next('2027-06-15T01:00:00.000Z');
    expect(summer.before).toMatchObject({ kind: 'sameDay', day: '2026-06-15' });
    expect(summer.before?.byUnit[unitId]?.exam).toMatchObject({ due: 6, present: 1 });
    const winter = await next('2027-02-01T01:00:00.000Z');
    expect(winter.before?.byUnit[unitId]?.exam).toMatchObject({ due: 0, present: 0 });
    const first = await reports.readOverview(world.console, { unitId, planYear: town.YEAR, group: 'all' });
    expect(first.before).toBeNull();
  });

  it('shows events by quarter and what each quarter lacks', async () => {
    const { world, root: unitId } = await town.district(await engine.world());
    await meeting(world, { hosts: [unitId], forms: ['执法大讲堂', '法治讲座'], heldOn: '2026-01-15' });
    await meeting(world, {
      hosts: [unitId],
      forms: ['执法大讲堂'],
      heldOn: '2026-02-15',
      status: 'registered',
    });
    await world.db
      .insertInto('event_series')
      .values({
        ...{ id: 'series', unit_id: unitId, name: '中心组', tag: '中心组学习', cadence: 'quarter' },
        ...{ plan_year: town.YEAR, created_by: 'test', created_at: world.now, closed_at: null },
      })
      .execute();
    const may = world.at('2026-05-10T01:00:00.000Z').console;
    const { events } = await reports.readOverview(may, { unitId, planYear: town.YEAR, group: 'all' });
    const states = events.map(({ tag, cells }) => [tag, ...cells.map((one) => one.state)]);
    expect(states).toEqual([
      ['执法大讲堂', 'held', 'missing', 'ahead', 'ahead'],
      ['中心组学习', 'missing', 'missing', 'ahead', 'ahead'],
      ['领导干部集体学法', 'none', 'none', 'ahead', 'ahead'],
      ['法治讲座', 'held', 'none', 'ahead', 'ahead'],
    ]);
  });

  it('is taken out with a line that says by whom, without the rates of small groups, and leaves a trace', async () => {
    const place = await town.district(await engine.world());
    await examined(place);
    const { world, root, units } = place;
    const leader = world.signedIn({ name: '李明', roles: { leader: root } });
    const asked = { unitId: root, planYear: town.YEAR, group: 'all' } as const;
    const { bytes } = await reports.exportOverview(leader, asked);
    const [about, departments] = parseWorkbook(bytes);
    expect(JSON.stringify(about)).toContain('由 李明 于');
    expect(JSON.stringify(departments)).toContain('不足5人');
    expect(JSON.stringify(departments)).not.toContain('50%');
    const figure = { ...asked, key: 'participation', window: 'all', group: 'leadership' } as const;
    await town.giveClass(world, place.people[0] ?? '', 'leadership');
    const taken = await reports.exportFigure(leader, { ...figure, group: 'leadership' });
    expect(JSON.stringify(parseWorkbook(taken.bytes))).toContain('不列比率');
    const trace = world.db.selectFrom('audit_entry').select(['verb', 'actor_name']).orderBy('verb');
    const verbs = (await trace.execute()).filter((one) => one.verb.startsWith('reports.'));
    expect(verbs.map((one) => one.verb)).toEqual(['reports.figureExported', 'reports.overviewExported']);
    const beside = world.signedIn({ roles: { leader: units[1] ?? '' } });
    await expect(reports.exportOverview(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
    await expect(reports.readOverview(beside, asked)).rejects.toMatchObject({ code: 'notFound' });
  });
});
