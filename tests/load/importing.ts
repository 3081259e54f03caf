import { setTimeout as sleep } from 'node:timers/promises';
import { checkCharacter } from '#lib/domain/people/identity.ts';
import { rosterTemplate } from '#lib/domain/rosters/columns.ts';
import { writeLongTables } from '#lib/server/documents/longTable.ts';
import { officer, standingUnit } from '../support/people.ts';
import type { World } from '../support/world.ts';
import { install, type Installation } from './installation.ts';
import { Line, request } from './line.ts';
import { line, percentile, type Row, type Wish } from './rows.ts';
import { memoryMB, processorMs, runBuilt, type Running } from './running.ts';
import { cookieOf, signedUp, type Taker } from './sitting.ts';

const UNITS = 1000;
const ASKED_EVERY = 200;
/** How often somebody else asks for a page meanwhile. */
const OTHERS_EVERY = 20;

/** So many people from one xlsx through the pages: preview, commit, and how others fare meanwhile. */
export async function importing(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const people = Math.min(wish.people, 100_000);
    const bytes = await rosterOf(people);
    const coordinator = await installation.within(coordinatorOver);
    const server = await runBuilt(installation.settings);
    try {
      const rows = await imported(server, coordinator, { bytes, people });
      await server.stop();
      return [...rows, line('import, people missing', people - (await arrived(installation)), 'of all')];
    } finally {
      await server.stop();
    }
  } finally {
    await installation.remove();
  }
}

async function coordinatorOver(world: World): Promise<Taker> {
  const top = await standingUnit(world, '云山区');
  for (let at = 0; at < UNITS; at += 1) await standingUnit(world, `单位${at}`, top);
  const { personId } = await officer(world, { name: '联络员', unitId: top });
  return signedUp(world, personId, { hash: null, grant: { role: 'coordinator', unitId: top } });
}

const arrived = (installation: Installation): Promise<number> =>
  installation.within(async ({ db }) => {
    const found = await db
      .selectFrom('post')
      .innerJoin('import_batch', 'import_batch.id', 'post.batch_id')
      .where('import_batch.state', '=', 'done')
      .where('import_batch.settled_at', 'is not', null)
      .select((row) => row.fn.countAll<number>().as('people'))
      .executeTakeFirstOrThrow();
    return Number(found.people);
  });

/** A roster in the template, every person with a valid identity number and a mobile of his own. */
function rosterOf(people: number): Promise<Buffer> {
  const told = (at: number): Partial<Record<string, string>> => ({
    ...{ name: `人员${at}`, identity: identityOf(at), mobile: `13${String(800_000_000 + at)}` },
    ...{ unit: `单位${at % UNITS}`, title: '科员', level: '乡科级正', rank: '一级主任科员' },
    ...{ staffKind: '公务员', classes: '科级干部;行政执法人员', enteredOn: '2018-07-01', status: '在岗' },
  });
  function* rows(): Generator<string[]> {
    yield rosterTemplate.columns.map((column) => column.heading);
    for (let at = 0; at < people; at += 1) {
      const cells = told(at);
      yield rosterTemplate.columns.map(({ key }) => cells[key] ?? '');
    }
  }
  return writeLongTables([{ name: '人员', widths: [], frozenRows: 1, rows: rows() }]);
}

function identityOf(at: number): string {
  const day = new Date(Date.UTC(1965, 0, 1 + Math.floor(at / 1000)));
  const digits = `440101${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(at % 1000).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

async function imported(
  server: Running,
  coordinator: Taker,
  { bytes, people }: { bytes: Buffer; people: number },
): Promise<Row[]> {
  const before = { idle: memoryMB(server.pid), processor: processorMs(server.pid) };
  const others = new Others(server.port);
  const watched = others.begin(server.pid);
  let seconds: Stages;
  try {
    seconds = await throughThePages(server, coordinator, bytes);
  } finally {
    others.end();
  }
  const { times, mostMB } = await watched;
  const name = `import, ${people.toLocaleString('en')} people`;
  return [
    line(`${name}, file`, bytes.length / 1e6, 'MB'),
    line(`${name}, preview`, seconds.previewed, 's'),
    line(`${name}, preview + commit (people active)`, seconds.active, 's'),
    line(`${name}, plans and counters followed`, seconds.settled, 's'),
    line(`${name}, processor`, (processorMs(server.pid) - before.processor) / 1000, 's'),
    line(`${name}, memory before`, before.idle, 'MB'),
    line(`${name}, most memory`, mostMB, 'MB'),
    line(`${name}, other requests, p50`, percentile(times, 0.5), 'ms'),
    line(`${name}, other requests, p99`, percentile(times, 0.99), 'ms'),
    line(`${name}, other requests, slowest`, percentile(times, 1), 'ms'),
  ];
}

/** Seconds from the upload on. */
interface Stages {
  previewed: number;
  active: number;
  settled: number;
}

async function throughThePages(server: Running, coordinator: Taker, bytes: Buffer): Promise<Stages> {
  const origin = `http://127.0.0.1:${server.port}`;
  const headers = { ...cookieOf(coordinator), origin, accept: 'text/html' };
  const post = async (path: string, body: FormData | URLSearchParams): Promise<string> => {
    const answer = await fetch(`${origin}${path}`, { method: 'POST', body, headers, redirect: 'manual' });
    if (answer.status !== 303 && answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.headers.get('location') ?? '';
  };
  const began = performance.now();
  const until = async (place: string, words: string): Promise<number> => {
    for (;;) {
      const text = await (await fetch(`${origin}${place}`, { headers })).text();
      if (text.includes(words)) return (performance.now() - began) / 1000;
      if (/没有写入任何内容|已撤回|未能读取/.test(text)) throw new Error('the import was refused');
      await sleep(ASKED_EVERY);
    }
  };
  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], '名册.xlsx'));
  const place = await post('/manage/people/import?/check', form);
  const previewed = await until(place, '确认写入');
  await post(`${place}?/confirm`, new URLSearchParams());
  const active = await until(place, '已写入：');
  return { previewed, active, settled: await until(place, '上传另一份文件') };
}

/** Somebody else, who asks for a page again and again. */
class Others {
  readonly #line: Line;
  #isOver = false;

  constructor(port: number) {
    this.#line = new Line(port);
  }

  async begin(pid: number): Promise<{ times: number[]; mostMB: number }> {
    const times: number[] = [];
    let mostMB = 0;
    while (!this.#isOver) {
      times.push((await this.#line.ask(request('GET', '/sign-in', {}))).ms);
      if (times.length % 10 === 0) mostMB = Math.max(mostMB, memoryMB(pid));
      await sleep(OTHERS_EVERY);
    }
    this.#line.close();
    times.sort((a, b) => a - b);
    return { times, mostMB };
  }

  end(): void {
    this.#isOver = true;
  }
}
