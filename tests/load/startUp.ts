import { setTimeout as sleep } from 'node:timers/promises';
import { install } from './installation.ts';
import { line, type Row, type Wish } from './rows.ts';
import { memoryMB, runBuilt } from './running.ts';

/** From the start of the program to the first answered request, and the memory of a server that nobody asks. */
export async function startUp(wish: Wish): Promise<Row[]> {
  const installation = await install(wish.engine);
  try {
    const server = await runBuilt(installation.settings);
    await sleep(3000);
    const memory = memoryMB(server.pid);
    await server.stop();
    return [
      line('start to first answered request', server.startedInMs ?? Number.NaN, 'ms'),
      line('memory idle, after three seconds', memory, 'MB'),
    ];
  } finally {
    await installation.remove();
  }
}
