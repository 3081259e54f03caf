import { commitForm, rosterForm } from '#lib/forms/people.ts';
import { answering } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  check: (event) =>
    answering(event, rosterForm, async ({ file, from }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const asked = { name: file.name, bytes, from: from === '' ? undefined : from };
      return { report: await people.stageImport(event.locals.act, asked) };
    }),
  commit: (event) =>
    answering(event, commitForm, async ({ batchId }) => ({
      outcome: await people.commitImport(event.locals.act, batchId),
    })),
};
