import type { Ledger } from '../facts/study.ts';
import type { SittingKind } from '../exams/sitting.ts';
import { canonicalJson } from '../shared/canonicalJson.ts';
import type { Day, Instant } from '../shared/time.ts';

/** Whose certificate it is, as he was called and placed when it was issued. */
export interface Holder {
  name: string;
  /** Unit and department, the topmost unit left out. */
  unitName: string;
  /** Empty where none is recorded. */
  title: string;
  classes: string[];
}

/** One ledger of the year, with the definition that is printed with its total. */
export interface LedgerTotal {
  ledger: Ledger;
  totalHundredths: number;
  /** What was asked of the person; null where nothing was. */
  targetHundredths: number | null;
  /** Provision on which the target rests; empty where nothing was asked. */
  legalBasis: string;
  definition: string;
}

/** A course with its lessons, an event, a claim or an import; amounts in hundredths, null where the ledger has nothing of it. */
export interface StudyLine {
  title: string;
  /** Day of the event, or the last day on which something was entered. */
  on: Day;
  origin: string;
  training: number | null;
  credit: number | null;
}

export interface StudyContent {
  v: 1;
  kind: 'study';
  holder: Holder;
  planYear: number;
  asOf: Day;
  ledgers: LedgerTotal[];
  /** Required courses of the year and how many of them are completed. */
  courses: { asked: number; completed: number };
  lines: StudyLine[];
  /** What has no line of its own, so that one page holds all; null when everything has. */
  rest: { count: number; training: number; credit: number } | null;
  /** Sources (`kind:id`) on which the totals rest: what is compared when the certificate is verified. */
  sources: string[];
}

export type ExamGrade = 'excellent' | 'passed' | 'failed' | 'absent' | 'exempt' | 'deferred';

export interface TranscriptAttempt {
  attemptId: string;
  number: number;
  sitting: SittingKind;
  endedAt: Instant;
  scoreHundredths: number;
}

export interface TranscriptExam {
  title: string;
  /** The blueprint from which each attempt's paper was drawn, and its number of questions. */
  paper: string;
  questions: number;
  organiser: string;
  opensOn: Day;
  closesOn: Day;
  /** False while a window is open: then the best total and pass or not is all that is told. */
  isOver: boolean;
  /** Null where nobody's paper says it: nothing was sat. */
  fullHundredths: number | null;
  passHundredths: number;
  excellentHundredths: number;
  attempts: TranscriptAttempt[];
  bestHundredths: number | null;
  grade: ExamGrade;
}

export interface TranscriptContent {
  v: 1;
  kind: 'transcript';
  holder: Holder;
  planYear: number;
  asOf: Day;
  exams: TranscriptExam[];
}

export type CertificateContent = StudyContent | TranscriptContent;

/** What a certificate seals besides its content. */
export interface Sealed {
  number: string;
  code: string;
  issuedAt: Instant;
  issuerName: string;
  content: CertificateContent;
}

/** The text whose SHA-256 is kept with a certificate and signed. */
export function sealedText(certificate: Sealed): string {
  const { number, code, issuedAt, issuerName, content } = certificate;
  return canonicalJson({ v: 1, number, code, issuedAt, issuerName, content: jsonOf(content) });
}

/** The content as it is stored. */
export function contentText(content: CertificateContent): string {
  return canonicalJson(jsonOf(content));
}

/** A stored content; throws for a version that this release does not know. */
export function contentFrom(text: string): CertificateContent {
  const content = JSON.parse(text) as CertificateContent;
  if (content.v !== 1) throw new Error(`unknown version ${String(content.v)} of a certificate`);
  return content;
}

type Stored = Parameters<typeof canonicalJson>[0];

/** Interfaces have no index signature; what they hold is plain JSON. */
const jsonOf = (content: CertificateContent): Stored => content as unknown as Stored;
