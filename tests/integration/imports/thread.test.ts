import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readingPlaceOf } from '#lib/server/db/index.ts';
import { ReadingThread } from '#lib/server/imports/readingThread.ts';
import type { ReadingTask } from '#lib/server/imports/rows.task.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import { onBothEngines, onEngine } from '../../support/engines.ts';
import { csv, district, line, recorded } from '../rosters/files.ts';

/** The threads that were asked to read a file from now to the end of the test, one for each file. */
function threadsAsked(): () => Worker[] {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  onTestFinished(() => posted.mockRestore());
  const isTask = (message: unknown) => typeof message === 'object' && message !== null && 'scope' in message;
  return () => (posted.mock.contexts as Worker[]).filter((_, at) => isTask(posted.mock.calls[at]?.[0]));
}

onBothEngines('the thread that reads files', (engine) => {
  it('reads the next file after one that was refused, one with faults and one that was taken', async () => {
    const world = await engine.world();
    const { district: act } = await district(world);
    const asked = threadsAsked();
    const bytes = Buffer.from('<html>名册</html>');
    await expect(rosters.stageImport(act, { name: '网页.csv', bytes })).rejects.toThrow('网页');
    const faulty = await rosters.stageImport(act, csv([line(1, { unit: '没有的局' })]));
    expect(faulty.issues.length).toBeGreaterThan(0);
    for (const serial of [2, 3]) {
      const { batchId } = await rosters.stageImport(act, csv([line(serial)]));
      await rosters.commitImport(act, batchId ?? '');
    }
    const names = (await recorded(world)).persons.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['学员2', '学员3']);
    expect(new Set(asked()).size).toBe(1);
  });
});

/** Has the thread read a file that is not there; answers its last word, or that it was lost. */
function ask(task: ReadingTask) {
  let tell: (word: string) => void = () => undefined;
  const word = new Promise<string>((resolve) => (tell = resolve));
  const thread = ReadingThread.read(task, { hear: ({ kind }) => tell(kind), lose: () => tell('lost') });
  return { thread, word };
}

onEngine('sqlite', 'a thread that reads files (whichever the database)', (engine) => {
  it('is not taken up again once it was broken off, died at rest or died over a file', async () => {
    const { db } = await engine.world();
    const task: ReadingTask = {
      ...{ kind: 'people', place: readingPlaceOf(db), file: '/nowhere' },
      ...{ scope: '', columns: null, context: {} },
    };
    const asked = threadsAsked();
    await ask(task).thread.end();
    const resting = ask(task);
    expect(await resting.word).toBe('refused');
    await resting.thread.leave();
    await asked().at(-1)?.terminate();
    const dying = ask(task);
    await asked().at(-1)?.terminate();
    expect(await dying.word).toBe('lost');
    await dying.thread.leave();
    const last = ask(task);
    expect(new Set(asked()).size).toBe(4);
    expect(await last.word).toBe('refused');
    await last.thread.leave();
  });
});

it('a file cannot leave anything on what the next one is read with', async () => {
  const script = join(import.meta.dirname, '../../../src/workers/import.ts');
  const worker = new Worker(
    `import(${JSON.stringify(script)}).then(() => {
      for (const kind of [Object, Array]) Reflect.set(kind.prototype, 'left', 'behind');
      Reflect.setPrototypeOf(Array.prototype, { left: 'behind' });
      require('node:worker_threads').parentPort.postMessage([{}.left, [].left]);
    })`,
    { eval: true },
  );
  onTestFinished(async () => void (await worker.terminate()));
  const left = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  expect(left).toEqual([undefined, undefined]);
});
