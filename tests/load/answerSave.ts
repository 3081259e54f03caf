import { install, type Installation } from './installation.ts';
import { jsonRequest } from './line.ts';
import { beside, line, type Row, type Wish } from './rows.ts';
import { measureServer, runBuilt, type MeasuredServer } from './running.ts';
import { cookieOf, seat, sittingOf, type Seat } from './sitting.ts';
import { rawUpserts, yardstick } from './yardsticks.ts';

const GROUPED = 'bare SvelteKit, FULL, grouped';

/**
 * Saves of answers through the built server (session, policy, clock, group commit, durable) with 50 and 200 takers,
 * each saving its next answer as soon as the last is acknowledged, beside bare servers that do less and less.
 */
export async function answerSave(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const seats = await installation.within(async (world) => {
      const { examId, takers } = await sittingOf(world, { takers: 200, questions: 40 });
      const seated: Seat[] = [];
      for (const taker of takers) seated.push(await seat(world, examId, taker));
      return seated;
    });
    const rows = [line('better-sqlite3 alone, FULL, one each', await rawUpserts(2), '/s')];
    for (const connections of [50, 200]) rows.push(...(await round(installation, seats, connections, wish)));
    return rows;
  } finally {
    await installation.remove();
  }
}

async function round(
  installation: Installation,
  seats: Seat[],
  connections: number,
  { seconds }: Wish,
): Promise<Row[]> {
  const load = { connections, seconds };
  const at = (name: string) => `${name}, ${connections} takers`;
  const rows: Row[] = [];
  if (connections === 50) {
    for (const mode of ['http', 'none', 'normal', 'full'] as const) {
      const { perSecond } = await yardstick(mode, load);
      rows.push(line(at(mode === 'http' ? 'bare node:http' : `bare SvelteKit, ${mode}`), perSecond, '/s'));
    }
  }
  const grouped = await yardstick('grouped', load);
  const own = await built(installation, seats, load);
  const compared = (name: string, unit: string, value: (of: MeasuredServer) => number) => [
    line(`${at(GROUPED)}${name}`, value(grouped), unit),
    beside(line(`${at('answer-save')}${name}`, value(own), unit), { name: GROUPED, value: value(grouped) }),
  ];
  return [
    ...rows,
    ...compared('', '/s', (of) => of.perSecond),
    ...compared(', server processor', 'µs', (of) => of.processorUs),
    ...compared(', p50', 'ms', (of) => of.p50Ms),
    ...compared(', p99', 'ms', (of) => of.p99Ms),
  ];
}

/** The built server over the sitting's database; every save is a new revision of one of the taker's items. */
async function built(
  installation: Installation,
  seats: Seat[],
  load: { connections: number; seconds: number },
): Promise<MeasuredServer> {
  const server = await runBuilt(installation.settings);
  // Revisions only grow, over the rounds of one run too; a benchmark of minutes stays below the limit of a million.
  let revision = load.connections * 1000;
  const next = (connection: number): string => {
    const taker = seats[connection % seats.length] as Seat;
    revision += 1;
    const item = taker.items[revision % taker.items.length];
    const answer = { itemId: item?.itemId, revision, chosen: [item?.optionIds[revision % 2]] };
    const body = { writer: taker.writer, answers: [answer] };
    return jsonRequest('PUT', `/api/v1/attempts/${taker.attemptId}/answers`, body, cookieOf(taker));
  };
  try {
    return await measureServer(server, { next, ...load });
  } finally {
    await server.stop();
  }
}
