import { scaleTop, windowProgress, type WindowProgress } from '#lib/domain/completion/window.ts';
import { addSeconds, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { handleOf, readHeavy } from '../db/index.ts';
import { drawChart, type LineChart } from '../documents/charts.ts';
import type { Act } from '../platform/act.ts';
import { Kept } from '../platform/kept.ts';
import * as units from '../units/index.ts';
import { mainSittings, type handIns } from './queries.window.ts';

type HandIns = Awaited<ReturnType<typeof handIns>>;

const HAND_INS = Symbol('hand-ins');
/** From so many people on counting costs more than it tells anew within some minutes. */
const MANY = 5_000;
const KEPT_SECONDS = 300;

/** Progress of an exam's main window, as numbers and drawn. */
export interface WindowReading {
  examId: string;
  title: string;
  progress: WindowProgress;
  /** SVG with presentation attributes only, for a wide page and for a phone: type does not shrink with the column. */
  svg: { wide: string; narrow: string };
}

/** The main window of the year's latest exam that concerns the unit; null when there is none. */
export async function readWindow(
  act: Act,
  asked: { unitId: string; planYear: number },
): Promise<WindowReading | null> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'completion.readUnit', { unitPath });
  const sittings = await mainSittings(act.db, asked).execute();
  const sitting = sittings.find((one) => one.opens_at <= act.now) ?? sittings[sittings.length - 1];
  if (!sitting) return null;
  const counted = await countedHandIns(act, { unitId: asked.unitId, examId: sitting.id });
  const progress = windowProgress({
    opensOn: shanghaiDay(sitting.opens_at),
    // The window's end is exclusive: one that ends at midnight had its last day before.
    closesOn: shanghaiDay(addSeconds(sitting.closes_at, -1)),
    today: shanghaiDay(act.now),
    due: counted.due,
    firstHandIns: counted.hours.map((one) => ({
      day: shanghaiDay(`${one.hour}:00:00.000Z`),
      people: one.people,
    })),
  });
  const chart = chartOf(sitting.title, progress);
  const svg = {
    wide: await drawChart(act.db, { ...chart, id: 'window-wide', width: 720, height: 250 }),
    narrow: await drawChart(act.db, { ...chart, id: 'window-narrow', width: 340, height: 230 }),
  };
  return { examId: sitting.id, title: sitting.title, progress, svg };
}

/** Hand-ins are counted away from the answering thread; those of many people may be some minutes old. */
async function countedHandIns(act: Act, of: { unitId: string; examId: string }): Promise<HandIns> {
  const kept = handleOf(act.db, HAND_INS, () => new Kept<HandIns>());
  const read = () => readHeavy<HandIns>(act.db, 'completion/queries.window.ts', 'handIns', of);
  const seconds = ({ due }: HandIns) => (due > MANY ? KEPT_SECONDS : 0);
  return (await kept.get(`${of.examId}/${of.unitId}`, { now: act.now, seconds }, read)).value;
}

function chartOf(title: string, progress: WindowProgress): Omit<LineChart, 'id' | 'width' | 'height'> {
  const at = lastKnown(progress.present);
  const people = at < 0 ? 0 : (progress.present[at] ?? 0);
  const isToday = progress.days[at] === progress.today;
  return {
    title: `${title}：考试窗口进度`,
    description: `应考${progress.due}人，已有${people}人交卷；虚线为按时完成所需的进度。`,
    categories: progress.days.map(monthAndDay),
    upper: scaleTop(progress.due),
    series: [
      { name: '累计实考', kind: 'main', values: progress.present },
      { name: '所需进度', kind: 'guide', values: progress.pace },
    ],
    ...(at < 0 ? {} : { mark: { at, text: isToday ? `${people} 人，今天` : `${people} 人` } }),
  };
}

function lastKnown(present: readonly (number | null)[]): number {
  return present.filter((one) => one !== null).length - 1;
}

function monthAndDay(day: Day): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`;
}
