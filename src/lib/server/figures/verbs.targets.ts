import { isTargetKey } from '#lib/domain/figures/targets.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { setTargetRow } from './queries.targets.ts';
import type { UnitYear } from './questions.values.ts';

/** Sets how many events of a figure a unit means to hold in a year; 0 takes the target back. */
export async function setTarget(
  act: Act,
  asked: UnitYear & { figure: string; target: number },
): Promise<void> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'figures.setTarget', { unitPath });
  const { unitId, planYear, figure, target } = asked;
  if (!isTargetKey(figure)) throw new DomainError('invalid', '这项指标不能设计划数。');
  await inTransaction(act, async (own) => {
    const set = { set_by: signatureOf(own).id, set_at: own.now };
    await setTargetRow(own.db, { unit_id: unitId, plan_year: planYear, figure, target, ...set }).execute();
    await audit.record(own, {
      verb: 'reports.targetSet',
      unitId,
      subject: { kind: 'unit', id: unitId },
      details: { planYear, figure, target },
    });
  });
}
