import type { CertificateSheet } from '#lib/domain/certificates/sheet.ts';
import type { CertificateState } from '#lib/domain/certificates/state.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { certificateOrThrow, pathOfIssuer, thingOf } from './questions.ts';
import type { Certificate } from './rows.ts';
import { stateNow } from './seal.ts';
import { sheetOf } from './sheets.ts';

export interface CertificateView extends Omit<Certificate, 'content' | 'signature'> {
  state: CertificateState;
  sheet: CertificateSheet;
  /** May be taken back or issued anew by the reader. */
  mayEnd: boolean;
}

/** A certificate with the sheet that is printed, its address beginning with `origin`, for its holder and for the coordinators of his unit and of the issuing one. */
export async function view(
  act: Act,
  { id, origin }: { id: string; origin: string },
): Promise<CertificateView> {
  const thing = await thingOf(act.db, id);
  access.require(act, 'certificates.read', thing);
  const certificate = await certificateOrThrow(act.db, id);
  const { personId, issuerUnitId } = certificate;
  await audit.noteLook(act, { verb: 'certificates.viewed', personId, unitId: issuerUnitId });
  const mayRevoke = access.can(act, 'certificates.revoke', { unitPath: await pathOfIssuer(act.db, id) });
  const state = await stateNow(act.db, certificate);
  const { content: _, signature: __, ...told } = certificate;
  return {
    ...told,
    state,
    sheet: sheetOf({ ...certificate, state }, origin),
    mayEnd: mayRevoke && certificate.status === 'valid',
  };
}
