import type { QuestionType } from '#lib/domain/bank/question.ts';
import { running, secondsLeftAt, stopped, type StoppableClock } from '#lib/domain/practice/clock.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { lettersOf, optionsOf } from '#lib/domain/study/check.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.runs.ts';
import { shownOptions, type ShownOption } from './questions.explain.ts';
import { itemAtOrThrow, itemsOfRun, runOrThrow, versionOrThrow } from './questions.runs.ts';
import type { Mock, Run } from './rows.ts';

/** A mock exam under way: no key, no right or wrong. */
export interface MockView {
  runId: string;
  title: string;
  isHandedIn: boolean;
  secondsLeft: number;
  isStopped: boolean;
  /** For each question in order, whether it is answered. */
  answered: boolean[];
  item: {
    position: number;
    type: QuestionType;
    pointsHundredths: number;
    stem: string;
    options: ShownOption[];
    chosen: string[];
  };
}

export function mockOf({ mock }: Run): Mock {
  if (mock === null) throw new RangeError('a mock exam has a clock');
  return mock;
}

/** A mock exam with the question at `position`, else the first that is not answered. Changes nothing. */
export async function viewMock(
  act: Act,
  asked: { runId: string; position: number | null },
): Promise<MockView> {
  const run = await runOrThrow(act, asked.runId, 'mock');
  access.require(act, 'practice.run', run);
  const { clock, scoreHundredths } = mockOf(run);
  const items = await itemsOfRun(act, run.id);
  const isOpen = (chosen: string[] | null) => (chosen ?? []).length === 0;
  const item =
    items.find((one) => one.position === asked.position) ??
    items.find((one) => isOpen(one.chosen)) ??
    items[0];
  if (!item) throw new RangeError(`the mock exam ${run.id} has no questions`);
  const version = await versionOrThrow(act, item.questionVersionId);
  return {
    runId: run.id,
    title: run.title,
    isHandedIn: scoreHundredths !== null,
    secondsLeft: secondsLeftAt(clock, act.now),
    isStopped: clock.runningSince === null,
    answered: items.map((one) => !isOpen(one.chosen)),
    item: {
      ...{ position: item.position, type: version.type, pointsHundredths: item.pointsHundredths },
      ...{ stem: version.stem, options: shownOptions(item, version) },
      chosen: lettersOf(item, item.chosen ?? []),
    },
  };
}

/**
 * Keeps an answer of a mock exam; another one replaces it, none takes it back. `conflict` when its time is over, while
 * its clock stands and after it was handed in.
 */
export async function keepAnswer(
  act: Act,
  input: { runId: string; position: number; letters: string[] },
): Promise<void> {
  const run = await runOrThrow(act, input.runId, 'mock');
  access.require(act, 'practice.run', run);
  const { clock } = openMock(run);
  if (clock.runningSince === null) throw new DomainError('conflict', '计时已停，请先继续计时再作答。');
  if (secondsLeftAt(clock, act.now) === 0)
    throw new DomainError('conflict', '时间到了，不能再作答，请交卷看结果。');
  const item = await itemAtOrThrow(act, run.id, input.position);
  const chosen = optionsOf(item, input.letters).join('');
  const answeredAt = chosen === '' ? null : act.now;
  await queries
    .changeItem(act.db, { runId: run.id, position: item.position }, { chosen, answered_at: answeredAt })
    .execute();
}

function openMock(run: Run): Mock {
  if (run.endedAt !== null) throw new DomainError('conflict', '这份模拟试卷已经交卷，请查看结果。');
  return mockOf(run);
}

/** Stops the clock; a stopped one stays so. */
export async function stopClock(act: Act, runId: string): Promise<void> {
  const run = await runOrThrow(act, runId, 'mock');
  access.require(act, 'practice.run', run);
  await setClock(act, run, stopped(openMock(run).clock, act.now));
}

/** Sets a stopped clock going. */
export async function resumeClock(act: Act, runId: string): Promise<void> {
  const run = await runOrThrow(act, runId, 'mock');
  access.require(act, 'practice.run', run);
  await setClock(act, run, running(openMock(run).clock, act.now));
}

async function setClock(act: Act, run: Run, clock: StoppableClock): Promise<void> {
  const change = { seconds_left: clock.secondsLeft, running_since: clock.runningSince };
  await inTransaction(act, (own) => queries.changeOpenRun(own.db, run.id, change).execute());
}
