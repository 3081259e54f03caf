import { planYearOf } from '#lib/domain/shared/time.ts';
import { listSeries } from '#lib/server/events/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { listUnits } from '#lib/server/units/index.ts';

export interface Choice {
  value: string;
  label: string;
}

/** Units and open series from which the form of an event lets choose. */
export async function eventChoices(act: Act): Promise<{ units: Choice[]; series: Choice[] }> {
  const units = await listUnits(act);
  const year = planYearOf(act.now);
  const series = [...(await listSeries(act, year)), ...(await listSeries(act, year - 1))];
  return {
    units: units.map(({ id, path }) => ({ value: id, label: path.join(' / ') })),
    series: series
      .filter((one) => !one.isClosed)
      .map((one) => ({ value: one.id, label: `${one.planYear} ${one.name}（${one.unitName}）` })),
  };
}
