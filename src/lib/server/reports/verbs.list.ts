import { standsAs } from '#lib/domain/reports/standing.ts';
import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import { sealsOf } from './queries.freeze.ts';

export interface UnitReports {
  id: string;
  name: string;
  /** Latest first, each with how it stands: 草稿 or 已签发. */
  years: { year: number; standing: string }[];
}

/** Reports that a reader may open: of each unit over which he holds a role every year that can be read. */
export async function listReports(act: Act): Promise<UnitReports[]> {
  access.require(act, 'reports.listReports');
  const units = await figures.listUnits(act);
  const years = await figures.listYears(act);
  if (units.length === 0) return [];
  const ids = units.map(({ id }) => id);
  const seals = await sealsOf(act.db, ids).execute();
  const last = new Map(seals.map((seal) => [`${seal.unit_id} ${seal.plan_year}`, seal]));
  return units.map(({ id, name }) => ({
    ...{ id, name },
    years: years.map((year) => ({ year, standing: standsAs(last.get(`${id} ${year}`) ?? null) })),
  }));
}
