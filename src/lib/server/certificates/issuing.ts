import { contentText } from '#lib/domain/certificates/content.ts';
import { certificateNumber } from '#lib/domain/certificates/number.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId, newSpokenCode } from '../platform/ids.ts';
import type { Signature } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { contentNow, type Wanted } from './contents.ts';
import { insertCertificate } from './queries.ts';
import { insertIssuer, issuerOf, lastSerial, stepSerial } from './queries.numbers.ts';
import { keyOf } from './rows.ts';
import { sealOf } from './seal.ts';

export interface Issue extends Wanted {
  /** Home unit of the person today. */
  unitId: string;
  issuerUnitId: string;
  by: Signature;
}

/**
 * Issues one certificate of what the records say now, within the act's transaction: content frozen, numbered, sealed and
 * noted. The one before it must have been ended.
 */
export async function issueOne(act: Act, asked: Issue): Promise<{ id: string; number: string }> {
  const { personId, kind, planYear, unitId, issuerUnitId, by } = asked;
  const content = await contentNow(act, asked);
  const issuerName = (await units.nameOn(act.db, issuerUnitId, shanghaiDay(act.now))) ?? '';
  const issuer = await placeOfIssuer(act.db, issuerUnitId);
  const serial = await nextSerial(act.db, `${issuer}/${kind}/${planYear}`);
  const id = newId();
  const number = certificateNumber({ kind, planYear, issuer, serial });
  const code = newSpokenCode();
  const seal = sealOf(act.db, { number, code, issuedAt: act.now, issuerName, content });
  await insertCertificate(act.db, {
    ...{ id, number, code, kind, plan_year: planYear, person_id: personId },
    ...{ person_name: content.holder.name, unit_id: unitId, issuer_unit_id: issuerUnitId },
    ...{ issuer_name: issuerName, content: contentText(content), ...seal },
    ...{ issued_at: act.now, issued_by: by.id, issued_by_name: by.name },
    ...{ status: 'valid', force_key: keyOf(asked) },
  }).execute();
  const subject = { kind: 'person', id: personId };
  const details = { certificate: id, number, kind, planYear, digest: seal.digest, by: by.name };
  await audit.record(act, { verb: 'certificates.issued', unitId: issuerUnitId, subject, details });
  return { id, number };
}

/** The unit's place in numbers; one that issues for the first time takes the next. */
export async function placeOfIssuer(db: Db, unitId: string): Promise<number> {
  const known = await issuerOf(db, unitId).executeTakeFirst();
  if (known) return known.place;
  const place = await nextSerial(db, 'issuer');
  await insertIssuer(db, { unit_id: unitId, place, mark: 'place' }).execute();
  return (await issuerOf(db, unitId).executeTakeFirstOrThrow()).place;
}

async function nextSerial(db: Db, rowKey: string): Promise<number> {
  await stepSerial(db, rowKey).execute();
  return (await lastSerial(db, rowKey).executeTakeFirstOrThrow()).last;
}

/** The nearest unit at or above a place for which the actor works: it issues. */
export function issuerFor(path: readonly string[], held: readonly string[]): string {
  const issuer = path.find((unitId) => held.includes(unitId));
  if (issuer === undefined) throw new DomainError('forbidden', '开具单位须由您管理。');
  return issuer;
}
