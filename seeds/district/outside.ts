import { resultTemplate, type ResultColumn } from '#lib/domain/outside/columns.ts';
import { formatHundredths } from '#lib/domain/shared/hundredths.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { writeWorkbook } from '#lib/server/documents/xlsx.ts';
import * as outside from '#lib/server/outside/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import type { Member, World } from './world.ts';

const SOURCE = '省干部网络学院';

/** Network trainings of the academy with what it awards for each, in hundredths of an 学时. */
const trainings: readonly { title: string; hundredths: number }[] = [
  { title: '行政执法人员通用法律知识网络培训', hundredths: 1200 },
  { title: '行政执法案卷制作专题', hundredths: 800 },
  { title: '基层治理与依法行政网络专题班', hundredths: 600 },
  { title: '优化营商环境法规解读', hundredths: 450 },
];

type Line = Record<ResultColumn, string>;

/**
 * Each year the district brings in what officers learnt at the province's academy, so that nobody learns it twice. This
 * year's file is wrong in two rows at first.
 */
export function bringResults(world: World): void {
  const { lastYear, year } = world;
  world.on(`${lastYear}-10-16`, '15:37', (now) => bring(world, { planYear: lastYear, now }));
  world.on(`${year}-05-22`, '10:12', async (now) => {
    const lines = linesOf(world, year, now);
    const [first, ...others] = lines;
    const last = others.pop();
    if (!first || !last) return;
    const wrong = [{ ...first, hours: '十二' }, ...others, { ...last, mobile: first.mobile }];
    const checked = await outside.checkResults(deskAt(world, now), await fileOf(world, year, wrong));
    await outside.cancelResults(deskAt(world, now), checked.id);
    await bring(world, { planYear: year, now });
  });
}

/** He looks after the training of the whole district. */
function deskAt(world: World, now: string): Act {
  return world.as('何勇', now);
}

async function bring(world: World, { planYear, now }: { planYear: number; now: string }): Promise<void> {
  const lines = linesOf(world, planYear, now);
  if (lines.length === 0) return;
  const act = deskAt(world, now);
  const { id, state, report } = await outside.checkResults(act, await fileOf(world, planYear, lines));
  if (state !== 'staged') throw new Error(`results of ${planYear}: ${JSON.stringify(report?.issues)}`);
  await outside.applyResults(act, { id, taken: [] });
}

/** What the academy lists: the zealous have finished more. */
function linesOf(world: World, planYear: number, now: string): Line[] {
  const officers = world.members.filter((one) => one.classes.includes('enforcement'));
  return officers.flatMap((member) => {
    const rng = world.rng(`academy ${planYear} ${member.name}`);
    const finished = Math.floor((member.zeal + 0.35 * rng()) * trainings.length);
    const days = trainings.map(() => 10 + Math.floor(rng() * 90));
    if (member.name === '何勇' || member.name === '陈思远' || !world.isThere(member, now)) return [];
    return trainings.slice(0, finished).map((training, at): Line => {
      const on = laterOf(addDays(shanghaiDay(now), -(days[at] ?? 10)), `${planYear}-01-04`);
      return lineOf(member, { ...training, planYear, on, serial: at + 1 });
    });
  });
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function lineOf(
  { name, mobile }: Member,
  told: { planYear: number; title: string; hundredths: number; on: Day; serial: number },
): Line {
  const { planYear, title, hundredths, on, serial } = told;
  return {
    ...{ name, identity: '', mobile, planYear: String(planYear), ledger: '培训学时' },
    ...{ hours: formatHundredths(hundredths), title, organiser: SOURCE, completedOn: on },
    ...{ number: `SW${planYear}-${mobile.slice(-4)}-${serial}`, note: '' },
  };
}

async function fileOf(world: World, planYear: number, lines: readonly Line[]): Promise<outside.ResultsFile> {
  const columns = resultTemplate.columns.map(({ heading, width }) => ({ heading, width }));
  const rows = lines.map((line) => resultTemplate.columns.map(({ key }) => line[key]));
  return {
    ...{ unitId: world.root, source: SOURCE, basis: `关于报送${planYear}年网络学习情况的通知` },
    name: `${SOURCE}${planYear}年学时明细.xlsx`,
    bytes: await writeWorkbook({ sheets: [{ name: '学时明细', columns, rows }] }),
  };
}
