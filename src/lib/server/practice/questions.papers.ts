import type { BlueprintRow, Candidate } from '#lib/domain/papers/blueprint.ts';
import { fullMarks, itemCount } from '#lib/domain/papers/blueprint.ts';
import { shortagesOf } from '#lib/domain/papers/shortage.ts';
import { standardRows } from '#lib/domain/papers/standard.ts';
import { shortageTexts } from '#lib/domain/practice/words.ts';
import * as exams from '../exams/index.ts';
import type { Act } from '../platform/act.ts';
import { topicNames } from './queries.cards.ts';

/** A paper as a mock exam is drawn by: that of an exam, or the usual one. */
export interface MockPaper {
  /** Null for the usual paper. */
  examId: string | null;
  title: string;
  rows: BlueprintRow[];
  halfForSubset: boolean;
  durationSeconds: number;
  passHundredths: number;
}

/** The usual paper: 40 questions in 60 minutes, 60 of 100 to pass (product rules, Exam). */
export function usualPaper(): MockPaper {
  return {
    examId: null,
    title: '标准试卷',
    rows: standardRows().map((row) => ({ ...row, id: row.type })),
    ...{ halfForSubset: true, durationSeconds: 3600, passHundredths: 6000 },
  };
}

/** The papers of the exams that the signed-in person is listed for, the next to close first, then the usual one. */
export async function papersOf(act: Act): Promise<MockPaper[]> {
  const listed = (await exams.mine(act)).filter((exam) => exam.candidateState !== 'left');
  const papers = [];
  for (const { examId, title, durationMinutes, passMark } of listed) {
    const terms = await exams.paperTerms(act.db, examId);
    papers.push({ examId, title, ...terms, durationSeconds: durationMinutes * 60, passHundredths: passMark });
  }
  return [...papers, usualPaper()];
}

/** Whether the practice pool fills a paper, told row by row where it does not. */
export interface MockChoice {
  examId: string | null;
  title: string;
  items: number;
  minutes: number;
  fullHundredths: number;
  passHundredths: number;
  /** Empty when it can be drawn. */
  shortages: string[];
}

export async function choiceOf(act: Act, paper: MockPaper, pool: readonly Candidate[]): Promise<MockChoice> {
  const topics = await topicNames(act.db).execute();
  const names = new Map(topics.map((topic) => [topic.id, topic.name]));
  const { examId, title, rows, durationSeconds, passHundredths } = paper;
  return {
    ...{ examId, title, passHundredths },
    items: itemCount(rows),
    minutes: Math.floor(durationSeconds / 60),
    fullHundredths: fullMarks(rows),
    shortages: shortageTexts(rows, shortagesOf(rows, pool), (id) => names.get(id) ?? ''),
  };
}
