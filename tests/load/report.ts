import { planYearOf } from '#lib/domain/shared/time.ts';
import { officer } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { measure } from './client.ts';
import { install } from './installation.ts';
import { formRequest, Line, request } from './line.ts';
import { populate } from './population.ts';
import { beside, line, type Row, type Wish } from './rows.ts';
import { runBuilt, type Running } from './running.ts';
import { cookieOf, signedUp, type Taker } from './sitting.ts';

/** Requests of others while the report is made: as many learners' first pages as one connection bears. */
const OTHERS = 2;

/** The yearly report over `--people`, all its figures and the Word file, and what others feel of it meanwhile. */
export async function report(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const { unitId, leader, year } = await installation.within((world) => reader(world, wish.people));
    const server = await runBuilt(installation.settings);
    try {
      return await measured(server, { unitId, leader, year }, wish);
    } finally {
      await server.stop();
    }
  } finally {
    await installation.remove();
  }
}

interface Reader {
  unitId: string;
  leader: Taker;
  year: number;
}

async function reader(world: World, people: number): Promise<Reader> {
  const unitId = await populate(world, people);
  const { personId } = await officer(world, { name: '分管领导', unitId });
  const leader = await signedUp(world, personId, { hash: null, grant: { role: 'leader', unitId } });
  return { unitId, leader, year: planYearOf(world.now) };
}

async function measured(server: Running, { unitId, leader, year }: Reader, wish: Wish): Promise<Row[]> {
  const cookie = cookieOf(leader);
  const others = { port: server.port, connections: OTHERS, next: () => request('GET', '/exams', cookie) };
  await measure({ ...others, seconds: wish.seconds });
  const alone = await measure({ ...others, seconds: wish.seconds });
  const wire = new Line(server.port);
  const paper = `/insight/reports/${year}/document`;
  const asked = wire.ask(
    formRequest(paper, { unit: unitId }, { ...cookie, 'sec-fetch-site': 'same-origin' }),
  );
  const meanwhile = await measure({ ...others, seconds: wish.seconds });
  const { status, ms, body } = await asked;
  wire.close();
  if (status !== 200) throw new Error(`the report answered ${status}: ${body.slice(0, 300)}`);
  const name = `report, ${wish.people.toLocaleString('en')} people`;
  return [
    line(`${name}, all figures and docx`, ms, 'ms'),
    line(`${name}, docx`, body.length / 1024, 'kB'),
    line(`${name}, p99 of others before`, alone.p99Ms, 'ms'),
    beside(line(`${name}, p99 of others meanwhile`, meanwhile.p99Ms, 'ms'), {
      name: 'p99 of others before',
      value: alone.p99Ms,
    }),
  ];
}
