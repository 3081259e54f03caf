import { setTimeout as sleep } from 'node:timers/promises';
import { seededRng } from '#lib/domain/shared/rng.ts';
import { Candidate } from './candidate.ts';
import { install, type Installation } from './installation.ts';
import { Line } from './line.ts';
import { line, percentile, type Row, type Wish } from './rows.ts';
import { memoryMB, runBuilt, type Running } from './running.ts';
import { sittingOf, type Sitting } from './sitting.ts';

const QUESTIONS = 40;
const SAVE_EVERY_MS = 10_000;
/** After it the memory that the rush took should have been given back. */
const QUIET_MS = 60_000;

/**
 * Everybody presses start within `seconds`, saves an answer every ten seconds for as long again, and hands in within
 * as long again. They begin signed in: argon2id makes 2,000 sign-ins in a minute the password's business, not the exam's.
 */
export async function rush(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const sitting = await installation.within((world) =>
      sittingOf(world, { takers: wish.takers, questions: QUESTIONS }),
    );
    const server = await runBuilt(installation.settings);
    const idle = memoryMB(server.pid);
    try {
      const { rows, candidates } = await rushed(server, sitting, wish.seconds);
      const memory = [
        line('rush, memory before', idle, 'MB'),
        line('rush, memory after', memoryMB(server.pid), 'MB'),
      ];
      await sleep(QUIET_MS);
      memory.push(line('rush, memory after a minute of quiet', memoryMB(server.pid), 'MB'));
      await server.stop();
      return [...rows, ...memory, line('rush, lost', await lost(installation, candidates), 'of all')];
    } finally {
      await server.stop();
    }
  } finally {
    await installation.remove();
  }
}

async function rushed(
  server: Running,
  { examId, takers }: Sitting,
  seconds: number,
): Promise<{ rows: Row[]; candidates: Candidate[] }> {
  const times = new Map<string, number[]>();
  const note = (kind: string, ms: number): void => {
    const known = times.get(kind) ?? [];
    known.push(ms);
    times.set(kind, known);
  };
  const rng = seededRng('rush');
  const failures: string[] = [];
  const began = performance.now();
  const at = (share: number): Promise<void> =>
    sleep(Math.max(0, began + share * seconds * 1000 - performance.now()));
  const one = async (candidate: Candidate, start: number, end: number): Promise<void> => {
    await at(start);
    await candidate.begin(examId);
    for (let index = 0; performance.now() < began + (1 + end) * seconds * 1000 - SAVE_EVERY_MS; index += 1) {
      await sleep(SAVE_EVERY_MS);
      await candidate.save(index);
    }
    await at(1 + end);
    await candidate.handIn();
  };
  const lines = takers.map(() => new Line(server.port));
  const candidates = takers.map((taker, index) => new Candidate(lines[index] as Line, taker, note));
  await Promise.all(
    candidates.map((candidate) =>
      one(candidate, rng(), 1 + rng()).catch((error: Error) => failures.push(error.message)),
    ),
  );
  for (const wire of lines) wire.close();
  const all = [...times.values()].flat().sort((a, b) => a - b);
  const kinds = [...times].map(([kind, own]) => {
    own.sort((a, b) => a - b);
    return line(`rush, ${kind}, p95 of ${own.length}`, percentile(own, 0.95), 'ms');
  });
  if (failures[0]) console.error(failures[0]);
  return {
    rows: [
      line(
        `rush, ${takers.length} takers, ${seconds} s each, p95 of all ${all.length}`,
        percentile(all, 0.95),
        'ms',
      ),
      ...kinds,
      line('rush, errors', failures.length, 'of all'),
    ],
    candidates,
  };
}

/** Acknowledged answers and receipts that the database does not have. */
function lost(installation: Installation, candidates: Candidate[]): Promise<number> {
  return installation.within(async ({ db }) => {
    const answers = await db.selectFrom('answer').select(['attempt_id', 'item_id', 'revision']).execute();
    const kept = new Map(answers.map((row) => [`${row.attempt_id} ${row.item_id}`, row.revision]));
    const receipts = await db.selectFrom('receipt').select('attempt_id').execute();
    const sealed = new Set(receipts.map((row) => row.attempt_id));
    let missing = 0;
    for (const { attemptId, saved } of candidates) {
      if (!sealed.has(attemptId)) missing += 1;
      for (const [itemId, revision] of saved)
        if (kept.get(`${attemptId} ${itemId}`) !== revision) missing += 1;
    }
    return missing;
  });
}
