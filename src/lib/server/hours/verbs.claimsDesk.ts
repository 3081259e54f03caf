import { claimStatuses, lengthText } from '#lib/domain/hours/claim.ts';
import { shownHundredths } from '#lib/domain/hours/entry.ts';
import { measureOf } from '#lib/domain/hours/rule.ts';
import { shanghaiClock, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction } from '../db/index.ts';
import { makeWorkbook } from '../documents/workbookThread.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { watermarkOf } from '../platform/watermark.ts';
import * as units from '../units/index.ts';
import {
  attendedOn,
  claimById,
  claimedOn,
  claimsCount,
  claimsPage,
  claimsWaiting,
  type ClaimsAsk,
} from './queries.claims.ts';
import { ruleOnDay } from './questions.ts';
import { claimOf, type Claim } from './rows.claims.ts';

export interface ClaimLine extends Claim {
  personName: string;
  unitName: string;
}

export type ClaimsFilter = Omit<ClaimsAsk, 'unitIds' | 'day'>;

async function linesOf(
  act: Act,
  asked: ClaimsFilter,
  window: { limit: number; offset: number },
): Promise<{ claims: ClaimLine[]; total: number }> {
  const within = { ...asked, unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const rows = await claimsPage(act.db, { ...within, ...window }).execute();
  const { total } = await claimsCount(act.db, within).executeTakeFirstOrThrow();
  const claims = rows.map((row) => {
    return { ...claimOf(row), personName: row.person_name, unitName: row.unit_name };
  });
  return { claims, total: Number(total) };
}

/** A page of the claims of people within the actor's reach. */
export async function listClaims(
  act: Act,
  asked: ClaimsFilter & { page: number; pageSize: number },
): Promise<{ claims: ClaimLine[]; total: number }> {
  access.require(act, 'claims.list');
  return linesOf(act, asked, { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize });
}

/** How many claims within the actor's reach wait for his decision; his own wait for another's. */
export async function countWaitingClaims(act: Act): Promise<number> {
  access.require(act, 'claims.list');
  const within = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const asked = { ...within, notOf: signatureOf(act).id };
  const [waiting] = await askFixed(act.db, claimsWaiting, asked);
  return Number(waiting?.total ?? 0);
}

/** So many lines go into one workbook. */
const MOST_LINES = 5000;

/** The claims that a list shows, all pages, as a workbook; logged. */
export async function exportClaims(act: Act, asked: ClaimsFilter): Promise<Uint8Array> {
  access.require(act, 'claims.list');
  const { claims } = await linesOf(act, asked, { limit: MOST_LINES, offset: 0 });
  await inTransaction(act, (own) =>
    audit.record(own, { verb: 'hours.claimsExported', details: { ...asked, claims: claims.length } }),
  );
  const headings = [
    '姓名',
    '单位',
    '培训名称',
    '主办单位',
    '日期',
    '申报时长',
    '状态',
    '认定时长',
    '审核意见',
    '申报时间',
  ];
  const rows = claims.map((claim) => [
    ...[claim.personName, claim.unitName, claim.title, claim.organiser, claim.heldOn, lengthText(claim)],
    ...[claimStatuses[claim.status], claim.approved ? lengthText(claim.approved) : ''],
    ...[claim.decidedReason ?? '', shanghaiClock(claim.askedAt)],
  ]);
  const columns = headings.map((heading) => ({ heading, width: 16 }));
  return makeWorkbook({ mark: watermarkOf(act, '学时审核'), sheets: [{ name: '申报学时', columns, rows }] });
}

/** What access needs of a claim: its owner and the units of his post. */
export async function thingOfClaim(act: Act, claimId: string): Promise<access.Thing> {
  const row = await claimById(act.db, claimId).executeTakeFirst();
  if (!row) return { unitPath: [] };
  return { ownerId: row.person_id, unitPath: await people.unitPathOf(act, row.person_id) };
}

export interface ClaimView extends ClaimLine {
  decidedByName: string | null;
  /** Worth of what was declared by the rule of its day, in hundredths, the year's cap aside. */
  worthHundredths: number;
  /** What else is there of the same day: perhaps the same training. */
  sameDay: string[];
  mayDecide: boolean;
  mayTakeBack: boolean;
}

/** A claim with what a decision needs, for its owner and his coordinators. */
export async function viewClaim(act: Act, claimId: string): Promise<ClaimView> {
  const thing = await thingOfClaim(act, claimId);
  access.require(act, 'claim.read', thing);
  const claim = claimOf(await claimById(act.db, claimId).executeTakeFirstOrThrow());
  const { personId, heldOn: day } = claim;
  const post = await people.postOn(act.db, personId, shanghaiDay(act.now));
  const unit = post && (await units.find(act.db, post.homeUnitId));
  const names = await people.namesById(act.db, [personId, claim.decidedBy ?? '']);
  const rule = await ruleOnDay(act.db, 'claim', day);
  const claimed = (await claimedOn(act.db, { personId, day }).execute()).filter((one) => one.id !== claim.id);
  const attended = await attendedOn(act.db, { personId, day }).execute();
  const isJudge = access.can(act, 'claim.decide', { unitPath: thing.unitPath ?? [] });
  const mayJudge = isJudge && personId !== signatureOf(act).id;
  return {
    ...claim,
    ...{ personName: names.get(personId) ?? '', unitName: unit?.name ?? '' },
    decidedByName: claim.decidedBy && (names.get(claim.decidedBy) ?? null),
    worthHundredths: shownHundredths(measureOf(rule, claim), rule.minutesPerHour),
    sameDay: [
      ...attended.map((one) => `学法活动“${one.title}”`),
      ...claimed.map((one) => `申报“${one.title}”`),
    ],
    mayDecide: mayJudge && claim.status === 'asked',
    mayTakeBack: mayJudge && claim.status === 'approved',
  };
}
