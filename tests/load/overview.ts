import { officer } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { install } from './installation.ts';
import { Line, request } from './line.ts';
import { populate } from './population.ts';
import { beside, line, type Row, type Wish } from './rows.ts';
import { measureServer, runBuilt, type MeasuredServer } from './running.ts';
import { cookieOf, signedUp, type Taker } from './sitting.ts';

const FEW = 10_000;

/** The first page of a leader over everything: over 10,000 people in 100 units, and over a million in 10,000. */
export async function overview(wish: Wish): Promise<Row[]> {
  const few = await pageOver(wish, FEW);
  const many = await pageOver(wish, wish.people);
  const name = (people: number) => `overview, ${people.toLocaleString('en')} people`;
  return [
    line(`${name(FEW)}, p50`, few.p50Ms, 'ms'),
    beside(line(`${name(wish.people)}, p50`, many.p50Ms, 'ms'), { name: name(FEW), value: few.p50Ms }),
    line(`${name(wish.people)}, p99`, many.p99Ms, 'ms'),
    line(`${name(wish.people)}, server processor`, many.processorUs / 1000, 'ms'),
    line(`${name(wish.people)}, page`, many.kilobytes, 'kB'),
  ];
}

async function pageOver(wish: Wish, people: number): Promise<MeasuredServer & { kilobytes: number }> {
  const installation = await install(wish.engine);
  try {
    const leader = await installation.within((world) => leaderOver(world, people));
    const server = await runBuilt(installation.settings);
    try {
      const next = (): string => request('GET', '/insight', cookieOf(leader));
      const kilobytes = await pageSize(server.port, next());
      const load = { next, connections: 1, seconds: wish.seconds };
      return { ...(await measureServer(server, load)), kilobytes };
    } finally {
      await server.stop();
    }
  } finally {
    await installation.remove();
  }
}

async function leaderOver(world: World, people: number): Promise<Taker> {
  const unitId = await populate(world, people);
  const { personId } = await officer(world, { name: '分管领导', unitId });
  return signedUp(world, personId, { hash: null, grant: { role: 'leader', unitId } });
}

async function pageSize(port: number, text: string): Promise<number> {
  const wire = new Line(port);
  const { body } = await wire.ask(text);
  wire.close();
  return body.length / 1024;
}
