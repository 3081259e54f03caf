import { Candidate } from './candidate.ts';
import { install } from './installation.ts';
import { Line } from './line.ts';
import { line, percentile, type Row, type Wish } from './rows.ts';
import { runBuilt, type Running } from './running.ts';
import { sittingOf, type Sitting } from './sitting.ts';

const QUESTIONS = 50;
/** People who sit at the same time, one after another on each place. */
const PLACES = 20;
/** More than one second can bear, so that nobody sits twice. */
const MOST_PER_SECOND = 40;

/** Whole exams of 50 questions: sign-in by password, start, every answer on its own, hand-in, receipt, result. */
export async function wholeExam(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const takers = wish.seconds * MOST_PER_SECOND + PLACES;
    const sitting = await installation.within((world) => sittingOf(world, { takers, questions: QUESTIONS }));
    const server = await runBuilt(installation.settings);
    try {
      return await measured(server, sitting, wish.seconds);
    } finally {
      await server.stop();
    }
  } finally {
    await installation.remove();
  }
}

async function measured(server: Running, { examId, takers }: Sitting, seconds: number): Promise<Row[]> {
  const times: number[] = [];
  const queue = [...takers];
  let done = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const place = async (): Promise<void> => {
    const wire = new Line(server.port);
    for (let taker = queue.pop(); taker && performance.now() < until; taker = queue.pop()) {
      const candidate = new Candidate(wire, taker, (_, ms) => times.push(ms));
      await candidate.signIn();
      await candidate.begin(examId);
      if (candidate.itemCount !== QUESTIONS) throw new Error(`the room showed ${candidate.itemCount} items`);
      for (let index = 0; index < QUESTIONS; index += 1) await candidate.save(index);
      await candidate.handIn();
      await candidate.readResult();
      done += 1;
    }
    wire.close();
  };
  await Promise.all(Array.from({ length: PLACES }, place));
  const minutes = (performance.now() - began) / 60_000;
  times.sort((a, b) => a - b);
  return [
    line(`whole-exam, ${QUESTIONS} questions, ${PLACES} places`, done / minutes, '/min'),
    line('whole-exam, requests', times.length / minutes / 60, '/s'),
    line('whole-exam, p95 of all requests', percentile(times, 0.95), 'ms'),
  ];
}
