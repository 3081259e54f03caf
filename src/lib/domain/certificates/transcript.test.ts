import { describe, expect, it } from 'vitest';
import { transcriptExam, type ExamYear } from './transcript.ts';

const during = '2026-11-10T00:00:00.000Z';
const after = '2026-12-01T00:00:00.000Z';

const attempt = (number: number, scoreHundredths: number): ExamYear['attempts'][number] => ({
  ...{ attemptId: `a${number}`, number, sitting: 'main', endedAt: '2026-11-06T02:00:00.000Z' },
  ...{ scoreHundredths, fullHundredths: 10_000, questions: 40 },
});

const exam = (more: Partial<ExamYear> = {}): ExamYear => ({
  ...{ title: '年度学法考试', paper: '年度方案', organiser: '司法局' },
  ...{ opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-11-30T16:00:00.000Z' },
  ...{ passHundredths: 6000, excellentHundredths: 9000, candidateState: 'due' },
  ...{ isDeferred: false, isSitting: false, attempts: [attempt(1, 5500), attempt(2, 9200)] },
  ...more,
});

describe('an exam on a transcript', () => {
  it('tells the best total and pass or not while its window is open, nothing of excellence or other attempts', () => {
    const told = transcriptExam(exam(), during);
    expect(told).toMatchObject({ isOver: false, bestHundredths: 9200, grade: 'passed' });
    expect(told?.attempts.map((one) => one.number)).toEqual([2]);
  });

  it('tells every attempt and the grade afterwards', () => {
    const told = transcriptExam(exam(), after);
    expect(told).toMatchObject({ isOver: true, grade: 'excellent', fullHundredths: 10_000, questions: 40 });
    expect(told?.attempts.map((one) => one.scoreHundredths)).toEqual([5500, 9200]);
  });

  it('is not over while the person still sits', () => {
    expect(transcriptExam(exam({ isSitting: true }), after)?.isOver).toBe(false);
  });

  it('says absent, exempt or deferred where nothing was sat, once it is over, and is left out before', () => {
    const none = { attempts: [] };
    const grade = (more: Partial<ExamYear>) => transcriptExam(exam({ ...none, ...more }), after)?.grade;
    expect(transcriptExam(exam(none), during)).toBeNull();
    expect(grade({})).toBe('absent');
    expect(grade({ candidateState: 'exempt' })).toBe('exempt');
    expect(grade({ isDeferred: true })).toBe('deferred');
    expect(grade({ candidateState: 'left' })).toBeUndefined();
  });

  it('below the pass mark is failed', () => {
    expect(transcriptExam(exam({ attempts: [attempt(1, 5999)] }), after)?.grade).toBe('failed');
  });
});
