import * as access from '#lib/server/access/index.ts';
import * as units from '#lib/server/units/index.ts';
import { displayCookie, readDisplay } from '#lib/ui/frame/display.ts';
import { waitingFor } from './waiting.ts';
import type { LayoutServerLoad } from './$types';

/** Whom the frame greets and how large he reads; access itself is decided in the hooks and in each verb. */
export const load: LayoutServerLoad = async ({ locals, cookies, depends }) => {
  depends('frame:display');
  const who = await access.whoAmI(locals.act);
  return {
    place: await units.placeName(locals.act),
    who,
    waiting: who === null ? {} : await waitingFor(locals.act, who.roles),
    display: readDisplay(cookies.get(displayCookie)),
  };
};
