import { redirect } from '@sveltejs/kit';
import { staffClasses } from '#lib/domain/people/classes.ts';
import { levels, statuses } from '#lib/domain/people/codes.ts';
import { ruleFrom } from '#lib/domain/selections/rule.ts';
import { isDay, shanghaiDay } from '#lib/domain/shared/time.ts';
import { trades } from '#lib/domain/units/trades.ts';
import { ruledSelectionForm } from '#lib/forms/selections.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { previewRule, saveByRule } from '#lib/server/selections/index.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

const optionsOf = (table: Record<string, string>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

export const load: PageServerLoad = ({ locals: { act }, url }) =>
  loading(async () => {
    const units = await listUnits(act);
    const today = shanghaiDay(act.now);
    const wish = url.searchParams.get('day') ?? '';
    const day = isDay(wish) && wish <= today ? wish : today;
    const unitId = url.searchParams.get('unitId') ?? units[0]?.id ?? '';
    const several = (name: string) => url.searchParams.getAll(`${name}[]`);
    const rule = ruleFrom({
      ...{ classes: several('classes'), levels: several('levels') },
      ...{ trades: several('trades'), statuses: several('statuses') },
    });
    return {
      ...{ unitId, day, today, rule },
      units: units.map(({ id, path }) => ({ value: id, label: path.join(' / ') })),
      kinds: [
        { name: 'classes', label: '人员类别', options: optionsOf(staffClasses), value: rule.classes },
        { name: 'levels', label: '职务层次', options: optionsOf(levels), value: rule.levels },
        { name: 'trades', label: '行业', options: optionsOf(trades), value: rule.trades },
        { name: 'statuses', label: '状态', options: optionsOf(statuses), value: rule.statuses },
      ],
      people: unitId === '' ? [] : await previewRule(act, { unitId, day, rule }),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, ruledSelectionForm, async ({ classes, levels, trades, statuses, ...input }) => {
      const rule = { classes, levels, trades, statuses };
      const { id } = await saveByRule(event.locals.act, { ...input, rule });
      redirect(303, `/manage/selections/${id}`);
    }),
};
