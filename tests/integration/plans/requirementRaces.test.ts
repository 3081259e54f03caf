import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { closeDatabase } from '#lib/server/db/index.ts';
import * as people from '#lib/server/people/index.ts';
import * as plans from '#lib/server/plans/index.ts';
import { openTestDatabase } from '../../support/databases.ts';
import { onEngine, type Engine } from '../../support/engines.ts';
import { standingUnit } from '../../support/people.ts';
import { waitingForRows } from '../../support/rowLocks.ts';
import { worldOver } from '../../support/world.ts';

onEngine(
  'postgres',
  'a requirement that is amended while others build on it, which overlap only there,',
  (engine) => {
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
      const unitId = await standingUnit(world, '执法局');
      const act = world.signedIn({ roles: { coordinator: unitId } });
      const personId = await people.addPerson(act, {
        ...{ name: '张敏', unitId, from: '2026-01-05', classes: ['enforcement'] },
      });
      const terms = {
        ledger: 'training',
        targetHundredths: 6000,
        needsExam: false,
        legalBasis: '依据',
      } as const;
      const { id: requirementId } = await plans.publishRequirement(act, {
        ...{ ...terms, unitId, classCode: 'enforcement', planYear: 2026 },
        ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
      });
      const plan = {
        ...{ unitId, planYear: 2026, title: '执法计划', requirementId, classCodes: ['enforcement'] },
        ...{ requiredCourseIds: [], electiveCourseIds: [] },
      };
      const waiver = { personId, requirementId, ground: 'sickLeave', releasedHundredths: 2000 };
      const amendment = { ...terms, unitId, requirementId, joiners: 'full', from: '2026-06-01' } as const;
      return { world, hand, act, plan, waiver, amendment };
    }

    /** Another process that amends from September on and has not committed. */
    async function refusedAfterCommit(house: { hand: pg.Client }, building: () => Promise<unknown>) {
      await house.hand.query('begin');
      await house.hand.query(`update requirement set valid_to = '2026-08-31'`);
      const refused = expect(building()).rejects.toMatchObject({ code: 'conflict' });
      await Promise.race([refused, waitingForRows(house.hand, 1)]);
      await house.hand.query('commit');
      await refused;
    }

    it('refuses a plan that would be tied to terms that have ended, drafted or revised', async () => {
      const house = await held(engine);
      const { id: planId } = await plans.createPlan(house.act, house.plan);
      await refusedAfterCommit(house, () => plans.createPlan(house.act, house.plan));
      await house.hand.query(`update requirement set valid_to = '2026-12-31'`);
      await refusedAfterCommit(house, () => plans.revisePlan(house.act, { ...house.plan, planId }));
      expect(await house.world.db.selectFrom('plan').select('id').execute()).toEqual([{ id: planId }]);
    });

    it('refuses a waiver from terms that have ended, and a second amendment of the same', async () => {
      const house = await held(engine);
      await refusedAfterCommit(house, () =>
        plans.askWaiver(house.act, { ...house.waiver, reason: '住院', file: null }),
      );
      await house.hand.query(`update requirement set valid_to = '2026-12-31'`);
      await refusedAfterCommit(house, () => plans.amendRequirement(house.act, house.amendment));
      const rows = await house.world.db.selectFrom('requirement').select('valid_to').execute();
      expect(rows).toEqual([{ valid_to: '2026-08-31' }]);
    });
  },
);
