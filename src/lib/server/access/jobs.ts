import { RETENTION_KEY, retentionFrom } from '#lib/domain/inspection/retention.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { forgetLetters } from '../platform/mail.ts';
import { settingOf } from '../platform/settings.ts';
import { runtimeOf } from '../db/index.ts';
import { deleteExpired } from './queries.sessions.ts';
import { deleteSignIns } from './queries.signIns.ts';
import { deleteOldThrottles } from './queries.throttle.ts';
import { awaitsSetup } from './questions.ts';
import { require } from './require.ts';
import { missingAdministrators } from './verbs.setup.ts';

const DAY_SECONDS = 86_400;

/** Tells the operator, when a server starts, which of the three administrators nobody is. */
export async function tellMissing(act: Act): Promise<void> {
  const missing = await missingAdministrators(act);
  if (missing.length === 0) return;
  const { log } = runtimeOf(act.db);
  if (await awaitsSetup(act.db)) log.warn('empty installation: `xuefa access setup-code` opens /setup');
  else log.warn({ missing }, 'nobody holds these roles of the three administrators; `xuefa doctor check`');
}

/** Clears away sessions that ended a day ago, counts of failures that are over, and sign-ins older than the retention says. */
export async function sweep(act: Act): Promise<void> {
  require(act, 'access.sweep');
  const { signIns } = retentionFrom(await settingOf(act.db, RETENTION_KEY));
  const yesterday = addSeconds(act.now, -DAY_SECONDS);
  await deleteExpired(act.db, yesterday).execute();
  await deleteOldThrottles(act.db, yesterday).execute();
  await forgetLetters(act.db, addSeconds(act.now, -30 * DAY_SECONDS)).execute();
  await deleteSignIns(act.db, addSeconds(act.now, -signIns * DAY_SECONDS)).execute();
}
