import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overlaps } from '#lib/domain/shared/interval.ts';
import { planYearOf, shanghaiClock, shanghaiDay } from '#lib/domain/shared/time.ts';
import { verifyLog } from '#lib/server/access/index.ts';
import { verifyCounters } from '#lib/server/completion/index.ts';
import { closeDatabase, type Db } from '#lib/server/db/index.ts';
import * as exams from '#lib/server/exams/index.ts';
import { verifyScores } from '#lib/server/grading/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import * as practice from '#lib/server/practice/index.ts';
import { verifyCertificates } from '#lib/server/certificates/index.ts';
import { myRequirements } from '#lib/server/plans/index.ts';
import { myYear } from '#lib/server/hours/index.ts';
import { demo } from '#seeds/demo.ts';
import { NEWEST } from '#seeds/district/lately.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { sqliteSettings } from '../../support/engines.ts';
import { worldOver, type World } from '../../support/world.ts';

/** A part of the demo's district, grown once for all of these: two years take some seconds. */
const SOME = ['区政府办公室', '司法局', '综合行政执法局', '住房和城乡建设局', '东门街道'];
const now = '2026-11-20T06:00:00.000Z';
const year = planYearOf(now);

describe('the demo’s two years (on SQLite: the small district grows on both engines)', () => {
  const cleanings: (() => Promise<void>)[] = [];
  let db: Db;
  let world: World;
  let root: string;

  beforeAll(async () => {
    const { databaseUrl, dataFolder } = await sqliteSettings(cleanings);
    db = openTestDatabase(databaseUrl, dataFolder, { isHasty: true });
    world = worldOver(db).at(now);
    await demo(db, { now, share: 0.5, only: SOME });
    const found = await db
      .selectFrom('unit')
      .select('id')
      .where('name', '=', '云山区')
      .executeTakeFirstOrThrow();
    root = found.id;
  }, 300_000);

  afterAll(async () => {
    await closeDatabase(db);
    for (const clean of cleanings.reverse()) await clean();
  });

  const leader = () => world.signedIn({ name: '郑国平', roles: { leader: root } });
  const overview = (planYear: number) =>
    figures.readOverview(leader(), { unitId: root, planYear, group: 'all' });

  it('agree with their rows: counters, ledgers, papers, marks, figures, seals and log', async () => {
    expect(await verifyCounters(world.console)).toEqual([]);
    expect(await exams.verifyAttempts(world.console)).toEqual([]);
    expect(await verifyScores(world.console)).toEqual([]);
    expect(await figures.verifyFigures(world.console)).toEqual([]);
    expect(await reports.verifyFreezes(world.console)).toEqual([]);
    expect(await verifyLog(world.console)).toEqual([]);
  }, 120_000);

  it('leave nobody with two principal posts on one day, after all that moved', async () => {
    const posts = await db
      .selectFrom('post')
      .where('is_principal', '=', 1)
      .select(['person_id', 'valid_from as from', 'valid_to as to'])
      .orderBy('person_id')
      .orderBy('valid_from')
      .execute();
    const sharesDay = (post: (typeof posts)[0], next = post) =>
      next !== post && next.person_id === post.person_id && overlaps(post, next);
    const crowded = posts.filter((post, at) => sharesDay(post, posts[at + 1]));
    expect([crowded, new Set(posts.map((post) => post.person_id)).size < posts.length]).toEqual([[], true]);
  });

  it('last year is signed, after two departments, and trued up later', async () => {
    const rows = await db
      .selectFrom('freeze')
      .innerJoin('report', 'report.id', 'freeze.report_id')
      .select(['freeze.kind', 'freeze.made_by_name', 'report.plan_year'])
      .orderBy('freeze.made_at')
      .execute();
    expect(rows.map((row) => `${row.plan_year} ${row.made_by_name} ${row.kind}`)).toEqual([
      `${year - 1} 高志远 signed`,
      `${year - 1} 罗庆生 signed`,
      `${year - 1} 郑国平 signed`,
      `${year - 1} 郑国平 trueUp`,
    ]);
  });

  it('both years can be compared: last year’s marks and hours stand beside this year’s', async () => {
    const [past, present] = [await overview(year - 1), await overview(year)];
    for (const { counts } of [past, present]) {
      expect(counts.exam.due).toBeGreaterThan(40);
      expect(counts.exam.present).toBeGreaterThan(10);
      expect(counts.hours.due).toBeGreaterThan(20);
    }
    expect(present.before?.day).toBe(`${year - 1}${shanghaiDay(now).slice(4)}`);
    expect(past.counts.exam.present / past.counts.exam.due).toBeGreaterThan(0.85);
    expect(present.counts.exam.present).toBeLessThan(present.counts.exam.due);
    expect(past.counts.exam.passed).toBeLessThanOrEqual(past.counts.exam.present);
    expect(past.counts.exam.excellent).toBeLessThan(past.counts.exam.passed);
  });

  it('one department is behind the others', async () => {
    const { counts } = await overview(year);
    const share = (name: string) => {
      const one = counts.below.find((unit) => unit.name === name);
      return one ? one.hours.reached / one.hours.due : Number.NaN;
    };
    for (const name of ['司法局', '综合行政执法局'])
      expect(share('住房和城乡建设局')).toBeLessThan(share(name));
  });

  it('this year has real gaps: a quarter without a lecture, too few 中心组, people who have not sat', async () => {
    const { gaps } = await reports.readGaps(leader(), { unitId: root, planYear: year });
    const keys = gaps.map((gap) => gap.key);
    expect(keys).toEqual(expect.arrayContaining(['participation', 'hoursReached', 'target.centralGroup']));
    expect(gaps.some((gap) => gap.missing.includes('第三季度') && gap.state === 'late')).toBe(true);
    expect(gaps.find((gap) => gap.key === 'participation')?.names.length).toBeGreaterThan(0);
  });

  it('people went through what people go through', async () => {
    const count = async (table: 'transfer' | 'waiver' | 'exemption' | 'claim', status: string) => {
      const { rows } = await db
        .selectFrom(table)
        .select((of) => of.fn.countAll<number>().as('rows'))
        .where('status', '=', status as never)
        .executeTakeFirstOrThrow();
      return rows;
    };
    for (const [table, status] of [
      ['transfer', 'confirmed'],
      ['transfer', 'proposed'],
      ['transfer', 'declined'],
      ['waiver', 'approved'],
      ['exemption', 'approved'],
      ['claim', 'approved'],
      ['claim', 'asked'],
    ] as const)
      expect(await count(table, status), `${table} ${status}`).toBeGreaterThan(0);
    const statuses = await db.selectFrom('status_change').select('status').distinct().execute();
    expect(statuses.map((row) => row.status)).toEqual(
      expect.arrayContaining(['retired', 'left', 'aid', 'maternityLeave', 'active']),
    );
    const sentDown = await db.selectFrom('post').select('id').where('counted_in', '=', 'work').execute();
    expect(sentDown.length).toBeGreaterThan(0);
    const newcomers = await db
      .selectFrom('post_class')
      .select('post_id')
      .where('class_code', '=', 'newcomer')
      .execute();
    expect(newcomers.length).toBeGreaterThan(0);
  });

  it('learn when civil servants do: over lunch and in the evening, little on weekends, some at the very end', async () => {
    const rows = await db
      .selectFrom('lesson_completion')
      .select('completed_at')
      .where('plan_year', '=', year - 1)
      .execute();
    const clocks = rows.map((row) => shanghaiClock(row.completed_at));
    const share = (is: (clock: string) => boolean) => clocks.filter(is).length / clocks.length;
    const hour = (clock: string) => Number(clock.slice(11, 13));
    const weekday = (clock: string) => new Date(`${clock.slice(0, 10)}T00:00:00Z`).getUTCDay() % 6;
    expect(share((clock) => hour(clock) === 12 || hour(clock) === 13)).toBeGreaterThan(0.25);
    expect(share((clock) => hour(clock) >= 19)).toBeGreaterThan(0.2);
    expect(share((clock) => weekday(clock) === 0)).toBeGreaterThan(0);
    expect(share((clock) => weekday(clock) === 0)).toBeLessThan(0.15);
    const month = (number: string) => share((clock) => clock.slice(5, 7) === number);
    expect(month('11') + month('12')).toBeGreaterThan(month('10'));
  });

  it('have certificates of last year, one taken back, and requests and opinions in every state', async () => {
    const certificates = await db.selectFrom('certificate').select(['kind', 'plan_year', 'status']).execute();
    const states = new Set(certificates.map((one) => `${one.plan_year} ${one.kind} ${one.status}`));
    expect(states).toEqual(
      new Set([`${year - 1} study valid`, `${year - 1} study revoked`, `${year - 1} transcript valid`]),
    );
    const requests = await db.selectFrom('certificate_request').select('status').execute();
    expect(new Set(requests.map((one) => one.status))).toEqual(new Set(['issued', 'refused', 'asked']));
    const opinions = await db.selectFrom('feedback').select('status').execute();
    expect(new Set(opinions.map((one) => one.status))).toEqual(
      new Set(['received', 'working', 'answered', 'closed']),
    );
    expect(await verifyCertificates(world.console)).toEqual([]);
  });

  it('this year rests on what holds in it, last year on what held then', async () => {
    const rows = await db
      .selectFrom('requirement')
      .select(['plan_year', 'legal_basis'])
      .where('class_code', '=', 'enforcement')
      .orderBy('plan_year')
      .execute();
    expect(rows.map((row) => row.legal_basis.includes('2021—2025年'))).toEqual([true, false]);
  });

  it('somebody came this week and has nothing yet', async () => {
    const person = await db
      .selectFrom('person')
      .select('id')
      .where('name', '=', NEWEST)
      .executeTakeFirstOrThrow();
    const newest = world.signedIn({ personId: person.id, name: NEWEST });
    expect(await myRequirements(newest, year)).toEqual([]);
    expect(await practice.desk(newest)).toMatchObject({ inBook: 0, openSet: null });
  });

  it('somebody entered by two units is one again, with the hours of both records', async () => {
    const { kept_id: keptId, gone_id: goneId } = await db
      .selectFrom('person_merge')
      .select(['kept_id', 'gone_id'])
      .executeTakeFirstOrThrow();
    const trained = async (personId: string) => {
      const entries = await db
        .selectFrom('hour_entry')
        .innerJoin('claim', 'claim.id', 'hour_entry.source_id')
        .select(['hour_entry.seconds', 'hour_entry.hundredths'])
        .where('hour_entry.person_id', '=', personId)
        .where('claim.title', '=', '街道综合执法业务培训')
        .execute();
      return entries.map((entry) => Math.sign(entry.seconds ?? entry.hundredths ?? 0)).sort();
    };
    expect(await trained(goneId)).toEqual([-1, 1]);
    expect(await trained(keptId)).toEqual([1]);
    const records = await db
      .selectFrom('person')
      .select('name')
      .where('id', 'in', [keptId, goneId])
      .execute();
    expect(new Set(records.map((one) => one.name)).size).toBe(1);
  });

  it('the learner is in the middle of a lesson and has an exam to sit', async () => {
    const person = await db
      .selectFrom('person')
      .select('id')
      .where('name', '=', '陈思远')
      .executeTakeFirstOrThrow();
    const learner = world.signedIn({ personId: person.id, name: '陈思远' });
    expect((await myYear(learner)).resume).not.toBeNull();
    expect((await exams.mine(learner)).some((exam) => exam.state === 'open')).toBe(true);
  });
});
