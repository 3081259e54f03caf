import { bestOf } from '../exams/candidacy.ts';
import type { CandidateState } from '../exams/sitting.ts';
import { shanghaiDay, type Instant } from '../shared/time.ts';
import type { ExamGrade, TranscriptAttempt, TranscriptExam } from './content.ts';

/** An exam of the year in which a person has a place or sat, as the rooms below tell it. */
export interface ExamYear {
  title: string;
  paper: string;
  organiser: string;
  opensAt: Instant;
  /** End of the last window. */
  closesAt: Instant;
  passHundredths: number;
  excellentHundredths: number;
  candidateState: CandidateState;
  isDeferred: boolean;
  /** An attempt of this person is under way. */
  isSitting: boolean;
  attempts: readonly (TranscriptAttempt & { fullHundredths: number; questions: number })[];
}

/**
 * An exam as a transcript tells it; null where there is nothing to tell yet. Before the last window's end it is the
 * best total and pass or not alone (product rules, Exam); after it every attempt.
 */
export function transcriptExam(exam: ExamYear, now: Instant): TranscriptExam | null {
  const best = bestOf(exam.attempts);
  const isOver = now > exam.closesAt && !exam.isSitting;
  if (!best && (!isOver || exam.candidateState === 'left')) return null;
  const told = isOver ? [...exam.attempts].sort((a, b) => a.number - b.number) : best ? [best] : [];
  const { title, paper, organiser, passHundredths, excellentHundredths } = exam;
  return {
    ...{ title, paper, organiser, passHundredths, excellentHundredths, isOver },
    questions: best?.questions ?? 0,
    opensOn: shanghaiDay(exam.opensAt),
    closesOn: shanghaiDay(exam.closesAt),
    fullHundredths: best?.fullHundredths ?? null,
    attempts: told.map(({ attemptId, number, sitting, endedAt, scoreHundredths }) => ({
      ...{ attemptId, number, sitting, endedAt, scoreHundredths },
    })),
    bestHundredths: best?.scoreHundredths ?? null,
    grade: gradeOf(exam, { bestHundredths: best?.scoreHundredths ?? null, isOver }),
  };
}

function gradeOf(exam: ExamYear, told: { bestHundredths: number | null; isOver: boolean }): ExamGrade {
  const { bestHundredths } = told;
  if (bestHundredths === null) {
    if (exam.candidateState === 'exempt') return 'exempt';
    return exam.isDeferred ? 'deferred' : 'absent';
  }
  if (bestHundredths < exam.passHundredths) return 'failed';
  const isExcellent = bestHundredths >= Math.max(exam.passHundredths, exam.excellentHundredths);
  return told.isOver && isExcellent ? 'excellent' : 'passed';
}

export const examGrades: Record<ExamGrade, string> = {
  excellent: '优秀',
  passed: '合格',
  failed: '未合格',
  absent: '未参考',
  exempt: '免考',
  deferred: '缓考',
};
