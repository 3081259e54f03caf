import { setupForm } from '#lib/forms/access.ts';
import * as people from '#lib/server/people/index.ts';
import { answering } from '#lib/server/platform/http.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: (event) =>
    answering(event, setupForm, async ({ code, unitName, ...names }) => ({
      unitName,
      appointed: await people.setUp(event.locals.act, { code, unitName, names }),
    })),
};
