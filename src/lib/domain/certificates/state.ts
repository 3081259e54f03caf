import type { Ledger } from '../facts/study.ts';
import type { CertificateContent } from './content.ts';

/** What was decided about a certificate. */
export type CertificateStatus = 'valid' | 'revoked' | 'replaced';

/** How a certificate stands when somebody looks: what was decided, and whether the records still bear it out. */
export type CertificateState = CertificateStatus | 'changed' | 'broken';

export const certificateStates: Record<
  CertificateState,
  { label: string; tone: 'good' | 'warn' | 'bad'; sentence: string }
> = {
  valid: { label: '有效', tone: 'good', sentence: '证明真实，所载内容与现有记录一致。' },
  changed: {
    label: '数据已变动',
    tone: 'warn',
    sentence:
      '证明真实，但所依据的记录在开具之后有更正，所载内容与现有记录不一致。请以开具单位重新开具的为准。',
  },
  replaced: { label: '已更正', tone: 'warn', sentence: '这份证明已由新的证明代替，请以新的为准。' },
  revoked: { label: '已撤销', tone: 'bad', sentence: '这份证明已由开具单位撤销，不再有效。' },
  broken: {
    label: '不一致',
    tone: 'bad',
    sentence: '保存的内容与开具时不一致，请联系开具单位核查。',
  },
};

/** What the records say today of that on which a certificate rests. */
export interface RecordsNow {
  /** Totals over the sources of a study certificate, hundredths. */
  totals: Readonly<Record<Ledger, number>>;
  /** Scores of a transcript's attempts that still count, by attempt. */
  scores: ReadonlyMap<string, number>;
}

/**
 * True while what a certificate counted still stands as it was counted. What came later does not touch it: a
 * certificate says how things were on its day.
 */
export function isBorneOut(content: CertificateContent, now: RecordsNow): boolean {
  if (content.kind === 'study')
    return content.ledgers.every((one) => now.totals[one.ledger] === one.totalHundredths);
  return content.exams
    .flatMap((exam) => exam.attempts)
    .every((attempt) => now.scores.get(attempt.attemptId) === attempt.scoreHundredths);
}

/** How it stands: a broken seal before everything, then what was decided, then what the records say. */
export function stateOf(facts: {
  status: CertificateStatus;
  isSealed: boolean;
  isBorneOut: boolean;
}): CertificateState {
  if (!facts.isSealed) return 'broken';
  if (facts.status !== 'valid') return facts.status;
  return facts.isBorneOut ? 'valid' : 'changed';
}
