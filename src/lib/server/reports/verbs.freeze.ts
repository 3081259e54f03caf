import { confirmationOf, listValues, sealDifferences } from '#lib/domain/reports/freeze.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as figures from '../figures/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { latestFreeze, valuesOfFreeze } from './queries.freeze.ts';
import { reportOfYear } from './queries.report.ts';
import { valueFrom } from './rows.freeze.ts';
import { seal } from './verbs.seal.ts';
import type { ReportQuestion } from './verbs.report.ts';

/** Seals the draft as it stands, to be looked at and compared; editing goes on. Throws `conflict` after signing. */
export async function sealDraft(act: Act, asked: ReportQuestion): Promise<{ id: string }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.sealDraft', { unitPath });
  await requireUnsigned(act, asked);
  return { id: await seal(act, { ...asked, unitPath, kind: 'draft', reason: '' }) };
}

/**
 * Signs and seals the year: text and figures stand from now on. Throws `invalid` unless the confirmation is typed,
 * `conflict` where the report is signed already.
 */
export async function signReport(
  act: Act,
  asked: ReportQuestion & { confirmation: string },
): Promise<{ id: string }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.signReport', { unitPath });
  const words = confirmationOf(asked.planYear);
  if (asked.confirmation.replace(/\s/g, '') !== words) {
    const sentence = `请照样键入“${words}”，确认封存签发。`;
    throw new DomainError('invalid', sentence, { fields: { confirmation: sentence } });
  }
  await requireUnsigned(act, asked);
  return { id: await seal(act, { ...asked, unitPath, kind: 'signed', reason: '' }) };
}

/**
 * Appends today's truth to a signed report, with its reason; what was sealed stays. Throws `conflict` before signing
 * and where nothing differs.
 */
export async function trueUpReport(
  act: Act,
  asked: ReportQuestion & { reason: string },
): Promise<{ id: string }> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'reports.trueUpReport', { unitPath });
  const last = await lastOf(act, asked);
  if (!last || last.kind === 'draft') throw new DomainError('conflict', '报告还没有封存签发，直接修改即可。');
  const sealed = (await valuesOfFreeze(act.db, last.id).execute()).map(valueFrom);
  const { values } = await figures.valuesNow(act, asked, listValues(sealed));
  if (sealDifferences(sealed, values).length === 0) {
    throw new DomainError('conflict', '今天的数字与封存的一致，没有需要更正的。');
  }
  return { id: await seal(act, { ...asked, unitPath, kind: 'trueUp' }) };
}

async function lastOf(act: Act, asked: ReportQuestion) {
  const report = await reportOfYear(act.db, asked).executeTakeFirst();
  return report && latestFreeze(act.db, report.id).executeTakeFirst();
}

async function requireUnsigned(act: Act, asked: ReportQuestion): Promise<void> {
  const last = await lastOf(act, asked);
  if (!last || last.kind === 'draft') return;
  throw new DomainError('conflict', '这一年度的报告已封存签发；之后的变化请用更正。');
}
