import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Page } from 'playwright';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import { writeWorkbook } from '#lib/server/documents/xlsx.ts';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, withChromium, type Walk } from '../support/journey.ts';
import { inventedIdentity, rosterFile, XLSX } from '../support/rosterFile.ts';
import { choose, press, says, signIn, visit } from '../support/steps.ts';

withChromium();

async function upload(desk: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await desk.locator('main input[type="file"]').setInputFiles(file);
  await desk.getByRole('main').getByRole('button', { name: /^检查/ }).click();
}

/** The file that a link gives, as its cells. */
async function downloaded(desk: Page, words: string): Promise<string[][]> {
  const [download] = await Promise.all([desk.waitForEvent('download'), press(desk, words)]);
  const [sheet] = parseWorkbook(await readFile(await download.path()));
  return sheet?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
}

async function bookOf(rows: string[][], name: string) {
  const [heading = [], ...others] = rows;
  const columns = heading.map((text) => ({ heading: text, width: 12 }));
  const bytes = await writeWorkbook({ sheets: [{ name: '人员', columns, rows: others }] });
  return { name, mimeType: XLSX, buffer: Buffer.from(bytes) };
}

journey(
  'A coordinator imports a roster with errors, mends the marked file, names a column, commits and exports; results of another system, taken back again; units without script',
  async (walk) => {
    const desk = await walk.person();
    await signIn(desk, 'linjing', PASSWORD);
    await visit(desk, '/manage/people/import');
    const [one, two] = [11, 12].map((serial) => ({
      ...{ name: `江晓${serial}`, identity: inventedIdentity(serial), unit: '东门街道' },
      classes: '新进公务员',
    }));
    await upload(desk, await rosterFile([one!, { ...two!, classes: '骑士' }]));
    await says(desk, '没有写入任何内容');
    await walk.inspect(desk);
    const marked = await downloaded(desk, '下载标注文件');
    expect(marked[2]?.at(-2)).toContain('没有人员类别“骑士”');

    const at = marked[0]!.indexOf('人员类别*');
    const mended = marked.map((row, index) =>
      row.map((text, place) => (index === 2 && place === at ? '新进公务员' : text)),
    );
    mended[0]![at] = '算什么人';
    await press(desk, '上传另一份文件');
    await upload(desk, await bookOf(mended, '改好的名册.xlsx'));
    await says(desk, '没有认出这些列：人员类别');
    await walk.inspect(desk);
    await choose(desk, '算什么人', '人员类别');
    await press(desk, '按此重新检查');
    await says(desk, '新增 2 人');
    await walk.inspect(desk);
    await press(desk, '确认写入');
    await says(desk, '已写入：新增 2 人');

    await visit(desk, '/manage/people?q=江晓1');
    const exported = await downloaded(desk, '导出');
    expect(exported[0]?.[0]).toContain('导出，仅供本单位人员管理使用');
    expect(exported.slice(2).map((row) => row[0])).toEqual(['江晓11', '江晓12']);
    expect(JSON.stringify(exported)).not.toContain(inventedIdentity(11));
    await resultsOf(desk, walk, `江晓11,${inventedIdentity(11)}`);
    await treeWithoutScript(await walk.person({ javaScriptEnabled: false }));
  },
  { minutes: 4, prepare: async (settings) => void (await demoHouse(settings)) },
);

/** What somebody learnt elsewhere is imported, what looks like it is asked about, and that is taken back again. */
async function resultsOf(desk: Page, walk: Walk, who: string): Promise<void> {
  const day = shanghaiDay(new Date().toISOString());
  const heading = '姓名,身份证号,年度,台账,学时,项目名称,主办单位,完成日期';
  const csv = `${heading}\n${who},${day.slice(0, 4)},培训学时,8,新进公务员网络培训,省干部网络学院,${day}\n`;
  const file = { name: '学时明细.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await visit(desk, '/manage/outside');
  await walk.inspect(desk);
  for (const source of ['省平台', '市平台']) {
    await visit(desk, '/manage/outside/import');
    await desk.getByLabel('来源系统').fill(source);
    await desk.getByLabel('依据').fill('关于报送网络学习情况的通知');
    await upload(desk, file);
    await says(desk, '已经导入过 0 条');
    const doubtful = desk.getByLabel(/第 2 行 江晓11/);
    if (source === '市平台') await doubtful.check();
    await walk.inspect(desk);
    await press(desk, '确认写入');
    await says(desk, '1 人，记入 1 条');
  }
  await press(desk, '江晓11');
  await says(desk.getByRole('row', { name: /市平台，学时明细.csv/ }), '+8');
  await walk.inspect(desk);
  await desk.getByRole('link', { name: '查看导入：新进公务员网络培训' }).first().click();
  await says(desk, '导入的情况');
  await desk.getByLabel('撤回的原因').fill('与省平台重复');
  await press(desk, '撤回整批导入');
  await says(desk, '已撤回，各人台账上的分录正在逐笔冲销');
  await walk.inspect(desk);
}

/** The page of an import reloads by itself until the server is through. */
async function treeWithoutScript(desk: Page): Promise<void> {
  await desk.goto('/sign-in');
  await desk.getByLabel('账号或手机号').fill('linjing');
  await desk.getByLabel('密码').fill(PASSWORD);
  await desk.getByRole('button', { name: '登录' }).click();
  await desk.goto('/manage/units/import');
  const csv = '上级单位,单位名称\n综合治理办公室,网格中心\n东门街道,综合治理办公室\n';
  await upload(desk, { name: '单位.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await says(desk, '新增 2 个单位');
  await press(desk, '确认写入');
  await says(desk, '已写入：新增 2 个单位');
  await press(desk, '查看单位');
  await says(desk, '网格中心');
}
