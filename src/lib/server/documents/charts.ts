import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { handleOf, leavingTransaction, type Db } from '../db/index.ts';
import { packageRoot } from '../platform/root.ts';
import { presentSvg } from './svg.ts';

/** Lines over the days of a window: a main line with its area, and dashed lines to compare it with. */
export interface LineChart {
  /** Unique on its page. */
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  /** Labels along the bottom, one for each value. */
  categories: string[];
  /** Highest value of the scale. */
  upper: number;
  series: { name: string; kind: 'main' | 'guide'; values: (number | null)[] }[];
  /** A word at one point of the first line. */
  mark?: { at: number; text: string };
}

interface Waiting {
  resolve(svg: string): void;
  reject(error: Error): void;
}

interface Answer {
  id: number;
  svg?: string;
  error?: string;
}

/** ECharts costs 97 MB: the thread that loads it ends when nobody has asked for so long. */
const IDLE_MS = 60_000;
const MOST_KEPT = 64;
const DRAWING = Symbol('drawing');

/** Draws in a thread of its own and keeps the last drawings, since a page is opened more often than its data change. */
class Drawing {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #kept = new Map<string, string>();

  async draw(chart: LineChart): Promise<string> {
    const name = JSON.stringify(chart);
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const svg = presentSvg(await this.#ask(chart), chart);
    this.#kept.set(name, svg);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return svg;
  }

  async end(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #ask(chart: LineChart): Promise<string> {
    if (this.#idle) clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#asked += 1;
      this.#waiting.set(this.#asked, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: this.#asked, chart });
    });
  }

  #start(): Worker {
    const worker = new Worker(join(packageRoot(), 'src/workers/chart.ts'));
    worker.on('message', (answer: Answer) => this.#take(worker, answer));
    worker.on('error', (error: Error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('the drawing thread ended')));
    return worker;
  }

  #take(worker: Worker, answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) {
      worker.unref();
      this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
    }
    if (answer.svg === undefined) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.svg);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

/** SVG of a chart, drawn away from the thread that answers; presentation attributes only. */
export function drawChart(db: Db, chart: LineChart): Promise<string> {
  const drawing = handleOf(db, DRAWING, (runtime) => {
    const made = new Drawing();
    runtime.closers.push(() => made.end());
    return made;
  });
  return leavingTransaction(() => drawing.draw(chart));
}
