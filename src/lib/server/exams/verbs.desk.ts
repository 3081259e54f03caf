import { bestOf } from '#lib/domain/exams/candidacy.ts';
import type { Lines } from '#lib/domain/exams/grade.ts';
import {
  itemReleaseOf,
  participationOf,
  type ItemRelease,
  type Participation,
} from '#lib/domain/exams/participation.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import type { CandidateLine, CandidatePage, OpenLine } from './queries.live.ts';
import { candidateOrThrow, deskOf, satAttempts, type Candidate, type SatAttempt } from './questions.desk.ts';
import { releaseFacts } from './questions.ts';

export type CandidatesAsk = Omit<CandidatePage, 'within'>;

/** One page of an exam's candidates, within the asker's units, with attempts and best score. */
export async function candidates(
  act: Act,
  page: CandidatesAsk,
): Promise<{ rows: CandidateLine[]; total: number }> {
  const { within, ...desk } = await deskOf(act, page.examId);
  access.require(act, 'exams.listCandidates', desk);
  return readHeavy(act.db, 'exams/queries.live.ts', 'candidatePage', { ...page, within });
}

/** Who sits now, the first to end first, with how far each has come; of at most some hundreds. */
export async function sitting(act: Act, examId: string): Promise<OpenLine[]> {
  const { within, ...desk } = await deskOf(act, examId);
  access.require(act, 'exams.listCandidates', desk);
  return readHeavy(act.db, 'exams/queries.live.ts', 'sittingNow', { examId, within });
}

export interface CandidateView extends Omit<Candidate, 'unitPath'>, Lines {
  title: string;
  opensAt: Instant;
  /** End of the last window. */
  lastCloses: Instant;
  participation: Participation;
  /** What he sat, the first attempt first. */
  sat: SatAttempt[];
  /** Score of the attempt that counts; null while none is marked. */
  bestHundredths: number | null;
  /** Whether he himself may see items and keys. */
  release: ItemRelease;
}

/** One candidate as he stands on the list and in the exam: totals at once, as he is told them himself; never an item. */
export async function candidate(act: Act, key: { examId: string; personId: string }): Promise<CandidateView> {
  const { unitPath, ...found } = await candidateOrThrow(act.db, key);
  access.require(act, 'exams.candidate', { unitPath });
  await audit.noteLook(act, { verb: 'exam.candidateViewed', personId: key.personId, unitId: found.unitId });
  const exam = await deskOf(act, key.examId);
  if (exam.status === 'draft') throw new DomainError('notFound', '考试还没有发布。');
  const { title, opensAt, passHundredths, excellentHundredths } = exam;
  const facts = await releaseFacts(act.db, key.examId);
  const sat = await satAttempts(act.db, key);
  return {
    ...{ ...found, title, opensAt, passHundredths, excellentHundredths, sat },
    lastCloses: facts.lastCloses,
    participation: participationOf({ opensAt, lastCloses: facts.lastCloses }, sat, act.now),
    bestHundredths: bestOf(sat)?.scoreHundredths ?? null,
    release: itemReleaseOf(facts, act.now),
  };
}
