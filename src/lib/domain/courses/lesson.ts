import type { Instant } from '../shared/time.ts';
import type { Citation } from '../statutes/citation.ts';
import type { CourseStatus, VersionStatus } from './version.ts';

export interface Course {
  id: string;
  unitId: string;
  title: string;
  summary: string;
  status: CourseStatus;
}

/** A version of a lesson: text, laws, check and what it declares. */
export interface LessonVersion {
  id: string;
  lessonId: string;
  version: number;
  status: VersionStatus;
  title: string;
  /** Markdown. */
  body: string;
  characters: number;
  paragraphs: number;
  /** Set by the author; null means by characters. */
  setMinimumSeconds: number | null;
  minimumSeconds: number;
  studyMinutes: number;
  creditHundredths: number;
  /** Questions drawn for one try of the check. */
  checkSize: number;
  passPercent: number;
  editedAt: Instant;
  proposedBy: string | null;
  confirmedBy: string | null;
  publishedAt: Instant | null;
}

/** What a version asks and awards, without its text. */
export type Measures = Pick<
  LessonVersion,
  | 'title'
  | 'paragraphs'
  | 'minimumSeconds'
  | 'studyMinutes'
  | 'creditHundredths'
  | 'checkSize'
  | 'passPercent'
>;

/** What an author writes of a version; everything else follows from it. */
export interface Manuscript {
  title: string;
  body: string;
  laws: Citation[];
  /** Questions of the pool `check`. */
  questionIds: string[];
  setMinimumSeconds: number | null;
  creditHundredths: number;
  checkSize: number;
  passPercent: number;
}
