import { certificateKinds, type CertificateKind } from '#lib/domain/certificates/kinds.ts';
import type { CertificateState } from '#lib/domain/certificates/state.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction, isDuplicate } from '../db/index.ts';
import * as people from '../people/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { contentNow } from './contents.ts';
import { certificatesOf, inForce } from './queries.ts';
import {
  closeRequest,
  countWaiting,
  insertRequest,
  requestById,
  requestsOf,
  waitingRequests,
} from './queries.requests.ts';
import { certificateOf, keyOf, requestOf, type Certificate, type Request } from './rows.ts';
import { stateNow } from './seal.ts';
import { issueWithin, refuseYear } from './verbs.issue.ts';

/** Years for which a person may ask: this one and so many before it. */
const YEARS_BACK = 4;

export interface MyCertificates {
  certificates: (Certificate & { state: CertificateState })[];
  requests: Request[];
  /** Years for which he may ask. */
  years: number[];
}

/** The signed-in person's certificates and what he asked for. */
export async function myCertificates(act: Act): Promise<MyCertificates> {
  access.require(act, 'certificates.mine');
  const { personId } = personOf(act);
  const certificates = (await certificatesOf(act.db, personId).execute()).map(certificateOf);
  const states: CertificateState[] = [];
  for (const one of certificates) states.push(await stateNow(act.db, one));
  const thisYear = planYearOf(act.now);
  return {
    certificates: certificates.map((one, at) => ({ ...one, state: states[at] ?? 'broken' })),
    requests: (await requestsOf(act.db, personId).execute()).map(requestOf),
    years: Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back),
  };
}

export interface NewRequest {
  kind: CertificateKind;
  planYear: number;
  purpose: string;
}

/** Asks one's unit for a certificate; refused at once where none could be issued. */
export async function askFor(act: Act, wanted: NewRequest): Promise<{ id: string }> {
  access.require(act, 'certificates.ask');
  const { personId } = personOf(act);
  refuseYear(act, wanted.planYear);
  const asked = { personId, kind: wanted.kind, planYear: wanted.planYear };
  const earlier = await inForce(act.db, asked).executeTakeFirst();
  if (earlier)
    throw new DomainError(
      'conflict',
      `这一年度的${certificateKinds[wanted.kind].name}已经开具（${earlier.number}），可以直接打印。`,
    );
  await contentNow(act, asked);
  const id = newId();
  try {
    await inTransaction(act, async (own) => {
      await insertRequest(own.db, {
        ...{ id, person_id: personId, kind: wanted.kind, plan_year: wanted.planYear },
        ...{ purpose: wanted.purpose.trim(), status: 'asked', asked_at: act.now, open_key: keyOf(asked) },
      }).execute();
      const subject = { kind: 'person', id: personId };
      await audit.record(own, { verb: 'certificates.asked', subject, details: { request: id, ...wanted } });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError('conflict', '这一份已经申请过，正在等单位办理。');
  }
  return { id };
}

/** Takes one's own request back while it waits. */
export async function withdrawRequest(act: Act, id: string): Promise<void> {
  const row = await requestById(act.db, id).executeTakeFirst();
  access.require(act, 'certificates.withdrawRequest', { ownerId: row?.person_id ?? null, unitPath: [] });
  await inTransaction(act, (own) => close(own, { id, status: 'withdrawn', reason: null }));
}

export interface WaitingRequest extends Request {
  personName: string;
  unitName: string;
}

/** So many requests are shown at a time; those that wait longest come first. */
const MOST_SHOWN = 50;

/** What people within the actor's reach have asked for. */
export async function listRequests(act: Act): Promise<{ requests: WaitingRequest[]; total: number }> {
  access.require(act, 'certificates.list');
  const within = withinReach(act);
  const rows = await waitingRequests(act.db, { ...within, limit: MOST_SHOWN }).execute();
  const { total } = await countWaiting(act.db, within).executeTakeFirstOrThrow();
  const requests = rows.map((row) => ({
    ...requestOf(row),
    ...{ personName: row.person_name, unitName: row.unit_name },
  }));
  return { requests, total: Number(total) };
}

/** How many requests within the actor's reach wait. */
export async function countRequests(act: Act): Promise<number> {
  access.require(act, 'certificates.list');
  const [asked] = await askFixed(act.db, countWaiting, withinReach(act));
  return Number(asked?.total ?? 0);
}

/** Requests that the actor may decide: not his own. */
function withinReach(act: Act) {
  const unitIds = access.unitsHeld(act, ['coordinator']);
  return { unitIds, day: shanghaiDay(act.now), notOf: signatureOf(act).id };
}

/** Issues what was asked for; one's own request is for somebody else to decide. */
export async function grantRequest(act: Act, id: string): Promise<{ id: string; number: string }> {
  const { request, unitPath } = await requestWithPath(act, id);
  access.require(act, 'certificates.issue', { unitPath });
  refuseOwn(act, request);
  const { personId, kind, planYear } = request;
  return inTransaction(act, async (own) => {
    const issued = await issueWithin(own, { personId, kind, planYear }, unitPath);
    await close(own, { id, status: 'issued', reason: null, certificateId: issued.id });
    return issued;
  });
}

/** Declines what was asked for; the person reads why. */
export async function refuseRequest(act: Act, asked: { id: string; reason: string }): Promise<void> {
  const { request, unitPath } = await requestWithPath(act, asked.id);
  access.require(act, 'certificates.issue', { unitPath });
  refuseOwn(act, request);
  const reason = asked.reason.trim();
  if (reason === '') {
    const sentence = '请写明不开具的原因，本人看得到。';
    throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  }
  await inTransaction(act, (own) => close(own, { id: asked.id, status: 'refused', reason }));
}

async function requestWithPath(act: Act, id: string) {
  const row = await requestById(act.db, id).executeTakeFirst();
  const unitPath = row ? await people.unitPathOf(act, row.person_id) : [];
  return { request: row ? requestOf(row) : NO_REQUEST, unitPath };
}

function refuseOwn(act: Act, request: { personId: string }): void {
  if (request.personId !== signatureOf(act).id) return;
  throw new DomainError('forbidden', '本人的申请由其他管理员办理。');
}

const NO_REQUEST = { personId: '', kind: 'study', planYear: 0 } as const;

async function close(
  act: Act,
  asked: {
    id: string;
    status: 'issued' | 'refused' | 'withdrawn';
    reason: string | null;
    certificateId?: string;
  },
): Promise<void> {
  const { id, status, reason } = asked;
  const by = signatureOf(act);
  const closed = await closeRequest(act.db, {
    id,
    change: {
      ...{ status, decided_at: act.now, decided_by: by.id, decided_by_name: by.name },
      ...{ decided_reason: reason, certificate_id: asked.certificateId ?? null },
    },
  }).executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw new DomainError('conflict', '这项申请已经办理，请刷新页面。');
  const row = await requestById(act.db, id).executeTakeFirstOrThrow();
  const subject = { kind: 'person', id: row.person_id };
  const details = { request: id, status, ...(reason === null ? {} : { reason }) };
  await audit.record(act, { verb: 'certificates.requestClosed', subject, details });
}
