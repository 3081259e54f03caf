import {
  RETENTION_KEY,
  retentionFault,
  retentionFrom,
  retentionNames,
  retentionText,
  type Retention,
} from '#lib/domain/inspection/retention.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as feedback from '../feedback/index.ts';
import type { Act } from '../platform/act.ts';
import { setSetting, settingOf } from '../platform/settings.ts';
import * as practice from '../practice/index.ts';
import * as study from '../study/index.ts';

const DAY_SECONDS = 86_400;

/** For how many days what is kept. */
export async function readRetention(act: Act): Promise<Retention> {
  access.require(act, 'inspection.readRetention');
  return retentionFrom(await settingOf(act.db, RETENTION_KEY));
}

/** Sets for how many days what is kept; refuses what is beyond its bounds, field by field. */
export async function setRetention(act: Act, retention: Retention): Promise<void> {
  const thing = await access.thingOfInstallation(act.db);
  access.require(act, 'inspection.setRetention', thing);
  const fields: Record<string, string> = {};
  for (const name of retentionNames) {
    const fault = retentionFault(name, retention[name]);
    if (fault !== null) fields[name] = fault;
  }
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '请按提示修改后再保存。', { fields });
  await inTransaction(act, async (own) => {
    const before = retentionFrom(await settingOf(own.db, RETENTION_KEY));
    await setSetting(own.db, { key: RETENTION_KEY, value: retentionText(retention), now: own.now });
    await audit.record(own, { verb: 'inspection.retentionSet', details: { before, after: retention } });
  });
}

/**
 * Lets go of what has been kept long enough: openings of lessons with their traces, what was practised, settled 意见建议,
 * and the old part of the audit log, which goes into files first. Answers how many of each.
 */
export async function keepWithin(
  act: Act,
): Promise<{ openings: number; practised: number; feedback: number; entries: number }> {
  access.require(act, 'inspection.sweep');
  const days = retentionFrom(await settingOf(act.db, RETENTION_KEY));
  const ago = (count: number) => addSeconds(act.now, -count * DAY_SECONDS);
  const openings = await study.forgetOpenings(act, ago(days.openings));
  const practised = await practice.forgetPractice(act, ago(days.practice));
  const settled = await feedback.forgetFeedback(act, ago(days.feedback));
  const entries = await audit.cutBefore(act, ago(days.audit));
  if (openings + practised + settled > 0) {
    const details = { openings, practised, feedback: settled, days };
    await inTransaction(act, (own) => audit.record(own, { verb: 'inspection.swept', details }));
  }
  return { openings, practised, feedback: settled, entries };
}
