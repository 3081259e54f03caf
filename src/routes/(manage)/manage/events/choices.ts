import { planYearOf } from '#lib/domain/shared/time.ts';
import { hostChoices, listSeries } from '#lib/server/events/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { listUnits } from '#lib/server/units/index.ts';

export interface Choice {
  value: string;
  label: string;
}

/** So many units can be looked through; of more only the usual ones are offered, the rest are named. */
const MOST_UNITS = 40;

/**
 * Units and open series from which the form of an event lets choose; of a large tree those already chosen and those
 * that hosted events this year, and `isPart` says that others are to be named.
 */
export async function eventChoices(
  act: Act,
  chosen: readonly string[],
): Promise<{ units: Choice[]; isPart: boolean; series: Choice[] }> {
  const all = await listUnits(act);
  const year = planYearOf(act.now);
  const isPart = all.length > MOST_UNITS;
  const usual = isPart ? (await hostChoices(act, year)).slice(0, MOST_UNITS).map((one) => one.id) : [];
  const offered = new Set([...chosen, ...usual]);
  const units = isPart ? all.filter((unit) => offered.has(unit.id)) : all;
  const series = [...(await listSeries(act, year)), ...(await listSeries(act, year - 1))];
  return {
    isPart,
    units: units.map(({ id, path }) => ({ value: id, label: path.join(' / ') })),
    series: series
      .filter((one) => !one.isClosed)
      .map((one) => ({ value: one.id, label: `${one.planYear} ${one.name}（${one.unitName}）` })),
  };
}
