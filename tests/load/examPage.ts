import { install } from './installation.ts';
import { request } from './line.ts';
import { line, type Row, type Wish } from './rows.ts';
import { measureServer, runBuilt } from './running.ts';
import { cookieOf, seat, sittingOf, type Seat } from './sitting.ts';

/** The page of the exam room with 10 questions, rendered whole for 50 takers who ask again and again. */
export async function examPage(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const seats = await installation.within(async (world) => {
      const { examId, takers } = await sittingOf(world, { takers: 50, questions: 10 });
      const seated: Seat[] = [];
      for (const taker of takers) seated.push(await seat(world, examId, taker));
      return seated;
    });
    const server = await runBuilt(installation.settings);
    try {
      const next = (connection: number): string => {
        const taker = seats[connection % seats.length] as Seat;
        return request('GET', `/attempts/${taker.attemptId}`, cookieOf(taker));
      };
      const page = await measureServer(server, { next, connections: 50, seconds: wish.seconds });
      return [
        line('exam-page, 10 questions, 50 takers', page.perSecond, '/s'),
        line('exam-page, server processor', page.processorUs, 'µs'),
        line('exam-page, p99', page.p99Ms, 'ms'),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await installation.remove();
  }
}
