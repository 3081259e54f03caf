import { bankImportForm } from '#lib/forms/bank.ts';
import * as bank from '#lib/server/bank/index.ts';
import { answering } from '#lib/server/platform/http.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: (event) =>
    answering(event, bankImportForm, async ({ file, intent }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = { name: file.name, bytes };
      const dryRun = intent === 'check';
      return { report: await bank.importQuestions(event.locals.act, { file: read, dryRun }), dryRun };
    }),
};
