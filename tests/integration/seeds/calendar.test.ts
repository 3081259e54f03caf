import { afterAll, expect, it } from 'vitest';
import { verifyCounters } from '#lib/server/completion/index.ts';
import { closeDatabase } from '#lib/server/db/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import { demo } from '#seeds/demo.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { sqliteSettings } from '../../support/engines.ts';
import { worldOver } from '../../support/world.ts';

/** Early on a Sunday that is the third day of a year: nothing of the year's usual beginning has come yet. */
const now = '2027-01-02T23:00:00.000Z';
const SOME = ['区政府办公室', '司法局', '综合行政执法局', '住房和城乡建设局', '东门街道'];
const cleanings: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const clean of cleanings.reverse()) await clean();
});

it('the demo’s story holds on the worst day of the calendar (on SQLite: no date meets the engine)', async () => {
  const { databaseUrl, dataFolder } = await sqliteSettings(cleanings);
  const db = openTestDatabase(databaseUrl, dataFolder, { isHasty: true });
  cleanings.push(() => closeDatabase(db));
  const world = worldOver(db).at(now);
  await demo(db, { now, share: 0.1, only: SOME });

  const open = db.selectFrom('sitting').innerJoin('exam', 'exam.id', 'sitting.exam_id');
  const today = open.where('opens_at', '<=', now).where('closes_at', '>', now);
  expect(await today.select(['plan_year', 'kind']).execute()).toEqual([{ plan_year: 2027, kind: 'main' }]);

  const signed = db.selectFrom('freeze').innerJoin('report', 'report.id', 'freeze.report_id');
  const kinds = await signed.select(['plan_year', 'freeze.kind']).orderBy('made_at').execute();
  expect(kinds.map((one) => `${one.plan_year} ${one.kind}`)).toEqual([
    ...['2026 signed', '2026 signed', '2026 signed', '2026 trueUp'],
  ]);

  const unit = db.selectFrom('unit').select('id').where('name', '=', '云山区');
  const { id: unitId } = await unit.executeTakeFirstOrThrow();
  const leader = world.signedIn({ name: '郑国平', roles: { leader: unitId } });
  for (const planYear of [2026, 2027]) {
    const { counts } = await figures.readOverview(leader, { unitId, planYear, group: 'all' });
    expect(counts.exam.due, String(planYear)).toBeGreaterThan(20);
    expect(counts.exam.present, String(planYear)).toBeGreaterThan(0);
    expect(counts.hours.due, String(planYear)).toBeGreaterThan(20);
  }
  expect(await verifyCounters(world.console)).toEqual([]);
}, 120_000);
