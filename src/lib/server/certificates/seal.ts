import { createHash } from 'node:crypto';
import { isBorneOut, stateOf, type CertificateState } from '#lib/domain/certificates/state.ts';
import type { Db } from '../db/index.ts';
import { isSignature, sign } from '../platform/cipher.ts';
import { recordsNow } from './contents.ts';
import { sealedTextOf, type Certificate } from './rows.ts';

type Sealable = Parameters<typeof sealedTextOf>[0];

const PURPOSE = 'certificate';

/** Digest (SHA-256, hex) over what is issued, and the installation's signature under it. */
export function sealOf(db: Db, certificate: Sealable): { digest: string; signature: string } {
  const digest = digestOf(certificate);
  return { digest, signature: sign(db, PURPOSE, digest) };
}

/** True when what is stored is what was issued: the digest recomputed, and its signature. */
export function isSealed(db: Db, certificate: Certificate): boolean {
  const { digest, signature } = certificate;
  return digestOf(certificate) === digest && isSignature(db, PURPOSE, digest, signature);
}

/** How a certificate stands now. The records are looked at when somebody asks, so that no change goes unseen. */
export async function stateNow(db: Db, certificate: Certificate): Promise<CertificateState> {
  const { status, personId, content } = certificate;
  const isWhole = isSealed(db, certificate);
  if (!isWhole || status !== 'valid') return stateOf({ status, isSealed: isWhole, isBorneOut: true });
  const records = await recordsNow(db, { personId, content });
  return stateOf({ status, isSealed: isWhole, isBorneOut: isBorneOut(content, records) });
}

function digestOf(certificate: Sealable): string {
  return createHash('sha256').update(sealedTextOf(certificate)).digest('hex');
}
