import { fullMarks } from '#lib/domain/papers/blueprint.ts';
import { drawPaper } from '#lib/domain/papers/draw.ts';
import { secondsLeftAt } from '#lib/domain/practice/clock.ts';
import { dealt } from '#lib/domain/practice/run.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { seededRng } from '#lib/domain/shared/rng.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as bank from '../bank/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as queries from './queries.runs.ts';
import { choiceOf, papersOf, type MockChoice, type MockPaper } from './questions.papers.ts';
import { poolFor } from './questions.pool.ts';
import { newItemRow, runOf } from './rows.ts';

export interface PastMock {
  runId: string;
  title: string;
  startedAt: Instant;
  scoreHundredths: number;
  fullHundredths: number;
  isPassed: boolean;
}

export interface MockDesk {
  choices: MockChoice[];
  /** One that was begun and not handed in. */
  open: { runId: string; title: string; secondsLeft: number; isStopped: boolean } | null;
  past: PastMock[];
}

const MOST_PAST = 20;

/** Which mock exams the signed-in person may take, and how those went that he took; for nobody else. */
export async function mockDesk(act: Act): Promise<MockDesk> {
  access.require(act, 'practice.begin');
  const { personId } = personOf(act);
  const pool = await poolFor(act, personId);
  const choices = [];
  for (const paper of await papersOf(act)) choices.push(await choiceOf(act, paper, pool));
  const past = (await queries.endedMocks(act.db, personId, MOST_PAST).execute()).map(runOf);
  return {
    choices,
    open: await openMockOf(act, personId),
    past: past.flatMap(({ id: runId, title, startedAt, mock }) => {
      if (mock === null || mock.scoreHundredths === null) return [];
      const { scoreHundredths, fullHundredths, passHundredths } = mock;
      const isPassed = scoreHundredths >= passHundredths;
      return [{ runId, title, startedAt, scoreHundredths, fullHundredths, isPassed }];
    }),
  };
}

async function openMockOf(act: Act, personId: string): Promise<MockDesk['open']> {
  const row = await queries.openRun(act.db, personId, 'mock').executeTakeFirst();
  if (!row) return null;
  const { id: runId, title, mock } = runOf(row);
  if (mock === null) return null;
  const isStopped = mock.clock.runningSince === null;
  return { runId, title, secondsLeft: secondsLeftAt(mock.clock, act.now), isStopped };
}

/**
 * Draws a mock exam by the rows of an exam that the person is listed for, or by the usual ones, from the questions
 * that he may practise, and sets its clock going. `conflict` while another is open and when the pool is short.
 */
export async function beginMock(act: Act, asked: { examId: string | null }): Promise<string> {
  access.require(act, 'practice.begin');
  const { personId } = personOf(act);
  const paper = (await papersOf(act)).find((one) => one.examId === asked.examId);
  if (!paper) throw new DomainError('notFound', '没有找到这场考试，或者您不在应考名单中。');
  const id = newId();
  const items = await drawnItems(act, { personId, paper, runId: id });
  await inTransaction(act, async (own) => {
    if (await openMockOf(own, personId))
      throw new DomainError('conflict', '还有一份模拟试卷没有交，请先交卷，或者接着做完。');
    await queries
      .insertRun(own.db, {
        ...{ id, person_id: personId, kind: 'mock', title: paper.title, started_at: own.now, ended_at: null },
        ...{ duration_seconds: paper.durationSeconds, seconds_left: paper.durationSeconds },
        running_since: own.now,
        ...{ half_for_subset: paper.halfForSubset ? 1 : 0, pass_hundredths: paper.passHundredths },
        ...{ score_hundredths: null, full_hundredths: fullMarks(paper.rows) },
      })
      .execute();
    await queries.insertItems(own.db, items).execute();
  });
  return id;
}

async function drawnItems(act: Act, asked: { personId: string; paper: MockPaper; runId: string }) {
  const pool = await poolFor(act, asked.personId);
  const drawn = drawPaper(asked.paper.rows, pool, asked.runId);
  if (!drawn.ok) {
    const { shortages } = await choiceOf(act, asked.paper, pool);
    throw new DomainError('conflict', `练习题库还不够组成这份试卷。${shortages.join('')}`);
  }
  const versions = await bank.versions(
    act.db,
    drawn.items.map((item) => item.versionId),
  );
  const byId = new Map(versions.map((version) => [version.id, version]));
  const rng = seededRng(`${asked.runId}/options`);
  return drawn.items.flatMap(({ questionId, versionId, pointsHundredths }, index) => {
    const version = byId.get(versionId);
    const fixed = { position: index + 1, questionId, pointsHundredths };
    return version ? [newItemRow(asked.runId, { ...dealt(version, rng), ...fixed })] : [];
  });
}
