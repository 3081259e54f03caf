import type { CertificateContent } from '#lib/domain/certificates/content.ts';
import { maskedName } from '#lib/domain/certificates/masked.ts';
import type { CertificateKind } from '#lib/domain/certificates/kinds.ts';
import type { CertificateState } from '#lib/domain/certificates/state.ts';
import { examGrades } from '#lib/domain/certificates/transcript.ts';
import { ledgers } from '#lib/domain/hours/ledgers.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { certificateByCode, certificatesAfter } from './queries.ts';
import { certificateOf } from './rows.ts';
import { isSealed, stateNow } from './seal.ts';

/** What a stranger may read of a certificate: enough to compare it with the sheet before him, and no more. */
export interface PublicCertificate {
  number: string;
  kind: CertificateKind;
  planYear: number;
  maskedName: string;
  unitName: string;
  issuerName: string;
  issuedOn: Day;
  state: CertificateState;
  /** Day on which it was revoked or replaced. */
  endedOn: Day | null;
  /** Number of the one that replaces it. */
  nextNumber: string | null;
  values: { term: string; text: string }[];
  digest: string;
}

/**
 * A certificate by its code, for whoever has the sheet: sealed content recomputed, records compared. With `number` it
 * must be the one that the sheet bears. `notFound` when there is none.
 */
export async function verifyCertificate(
  act: Act,
  asked: { code: string; number: string },
): Promise<PublicCertificate> {
  access.require(act, 'certificate.verify');
  const row = await certificateByCode(act.db, asked.code).executeTakeFirst();
  if (!row || (asked.number !== '' && asked.number !== row.number))
    throw new DomainError('notFound', '没有查到这份证明，请核对编号和查验码后重新输入。');
  const certificate = certificateOf(row);
  const { number, kind, planYear, content, issuerName, ended, nextNumber, digest } = certificate;
  return {
    ...{ number, kind, planYear, issuerName, nextNumber, digest },
    maskedName: maskedName(certificate.personName),
    unitName: content.holder.unitName,
    issuedOn: shanghaiDay(certificate.issuedAt),
    state: await stateNow(act.db, certificate),
    endedOn: ended && shanghaiDay(ended.at),
    values: valuesOf(content),
  };
}

function valuesOf(content: CertificateContent): PublicCertificate['values'] {
  if (content.kind === 'transcript')
    return content.exams.map((exam) => ({ term: exam.title, text: scoreText(exam) }));
  const { asked, completed } = content.courses;
  return [
    ...content.ledgers.map((one) => {
      const { name, unit } = ledgers[one.ledger];
      const target =
        one.targetHundredths === null ? '' : `（要求 ${formatHundredths(one.targetHundredths)}）`;
      return { term: name, text: `${formatHundredths(one.totalHundredths)} ${unit}${target}` };
    }),
    ...(asked === 0 ? [] : [{ term: '必修课程', text: `${asked} 门，完成 ${completed} 门` }]),
  ];
}

function scoreText(exam: Extract<CertificateContent, { kind: 'transcript' }>['exams'][number]): string {
  const grade = examGrades[exam.grade];
  return exam.bestHundredths === null ? grade : `${formatHundredths(exam.bestHundredths)} 分，${grade}`;
}

const PORTION = 200;

/** A certificate whose stored content is not what was issued. */
export interface CertificateDifference {
  kind: 'certificate';
  subject: string;
  kept: string;
  counted: string;
}

/** Recomputes the seal of every certificate; answers those that do not agree. Nothing is written. */
export async function verifyCertificates(act: Act): Promise<CertificateDifference[]> {
  access.require(act, 'certificates.verifyAll');
  const differences: CertificateDifference[] = [];
  for (let after = ''; ;) {
    const rows = await certificatesAfter(act.db, { after, limit: PORTION }).execute();
    for (const certificate of rows.map(certificateOf)) {
      if (isSealed(act.db, certificate)) continue;
      const subject = `证明 ${certificate.number}`;
      differences.push({ kind: 'certificate', subject, kept: certificate.digest, counted: '内容或签名不符' });
    }
    if (rows.length < PORTION) return differences;
    after = rows[rows.length - 1]?.id ?? '';
  }
}
