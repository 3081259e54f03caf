import type { Act } from '#lib/server/platform/act.ts';
import * as papers from '#lib/server/papers/index.ts';
import * as selections from '#lib/server/selections/index.ts';
import * as units from '#lib/server/units/index.ts';

/** Blueprints to choose from: the latest changed of the coordinator's units. */
const BLUEPRINTS = { q: '', page: 1, pageSize: 100 };

/** What the settings of an exam are chosen from: units, blueprints and saved selections within the actor's reach. */
export async function settingChoices(act: Act) {
  const reach = await units.listUnits(act);
  const lists = await selections.listSelections(act);
  return {
    units: reach.map((unit) => ({ value: unit.id, label: unit.path.join(' / ') })),
    blueprints: (await papers.list(act, BLUEPRINTS)).rows.map((one) => ({
      value: one.id,
      label: `${one.title}（${one.items} 题）`,
    })),
    selections: lists.map((one) => ({ value: one.id, label: `${one.name}（${one.heldOn}）` })),
  };
}
