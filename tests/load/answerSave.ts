import { rmSync } from 'node:fs';
import { startServer } from '../support/programs.ts';
import { jsonRequest, measure, type Measured } from './client.ts';
import { rawUpserts, yardstick } from './yardsticks.ts';
import { sittingOf, type Sitting } from './sitting.ts';

/** A line of the table: what was measured, and beside what in the same run. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  yardstick: string;
  /** value ÷ value of the yardstick; null where the line is a yardstick itself. */
  ratio: number | null;
}

const SECONDS = 5;
/** The house compiles its code while it runs: what comes before is no measure of a server that has stood for a minute. */
const WARMING_SECONDS = 8;
const GROUPED = 'bare endpoint, FULL, grouped';

/**
 * Saves of answers through the built server (session, policy, clock, group commit at FULL) with 50 and 200 takers,
 * each saving its next answer as soon as the last is acknowledged, beside bare servers that do less and less.
 */
export async function answerSave(): Promise<Row[]> {
  const sitting = await sittingOf(200);
  try {
    const rows: Row[] = [];
    for (const connections of [50, 200]) rows.push(...(await round(sitting, connections)));
    return [line('better-sqlite3 alone, FULL, one each', rawUpserts(SECONDS), '/s'), ...rows];
  } finally {
    rmSync(sitting.dataFolder, { recursive: true, force: true });
  }
}

async function round(sitting: Sitting, connections: number): Promise<Row[]> {
  const load = { connections, seconds: SECONDS };
  const http = await yardstick('http', load);
  const normal = await yardstick('normal', load);
  const full = await yardstick('full', load);
  const grouped = await yardstick('grouped', load);
  const own = await built(sitting, load);
  const at = (name: string) => `${name}, ${connections} takers`;
  return [
    line(at('bare node:http'), http.perSecond, '/s'),
    line(at('bare endpoint, NORMAL'), normal.perSecond, '/s'),
    line(at('bare endpoint, FULL'), full.perSecond, '/s'),
    line(at(GROUPED), grouped.perSecond, '/s'),
    line(at(`${GROUPED}, p99`), grouped.p99Ms, 'ms'),
    beside(at('answer-save'), own.perSecond, '/s', { name: GROUPED, value: grouped.perSecond }),
    beside(at('answer-save, p50'), own.p50Ms, 'ms', { name: `${GROUPED}, p50`, value: grouped.p50Ms }),
    beside(at('answer-save, p99'), own.p99Ms, 'ms', { name: `${GROUPED}, p99`, value: grouped.p99Ms }),
  ];
}

function line(name: string, value: number, unit: string): Row {
  return { name, value, unit, yardstick: '', ratio: null };
}

function beside(name: string, value: number, unit: string, yard: { name: string; value: number }): Row {
  return { name, value, unit, yardstick: yard.name, ratio: value / yard.value };
}

/** The built server over the sitting's database; every save is a new revision of one of the taker's items. */
async function built(sitting: Sitting, load: { connections: number; seconds: number }): Promise<Measured> {
  const server = await startServer(sitting, { env: { LOG_LEVEL: 'error' } });
  try {
    const port = Number(new URL(server.origin).port);
    // Revisions only grow, over the rounds of one run too.
    let revision = load.connections * 1000;
    const next = (connection: number): string => {
      const taker = sitting.takers[connection % sitting.takers.length];
      if (!taker) throw new Error('there are no takers');
      revision += 1;
      const item = taker.items[revision % taker.items.length];
      const answer = { itemId: item?.itemId, revision, chosen: [item?.optionIds[revision % 2]] };
      const body = { writer: taker.writer, answers: [answer] };
      return jsonRequest('PUT', `/api/v1/attempts/${taker.attemptId}/answers`, body, {
        cookie: `xuefa_session=${taker.token}`,
        origin: server.origin,
        'sec-fetch-site': 'same-origin',
      });
    };
    await measure({ port, next, ...load, seconds: WARMING_SECONDS });
    const measured = await measure({ port, next, ...load });
    if (measured.refused > 0) throw new Error(`${measured.refused} saves were refused`);
    return measured;
  } finally {
    await server.stop();
  }
}
