import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, withChromium, type Walk } from '../support/journey.ts';
import { choose, press, says, signIn, visit } from '../support/steps.ts';

withChromium();

const year = () => planYearOf(new Date().toISOString());

/** Text of the Word file that a button gives. */
async function paperBehind(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await press(page, button);
  const zip = await JSZip.loadAsync(await readFile(await (await download).path()));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
}

/** Keeps a list of officers, by which figures can be read. */
async function keepList(desk: Page): Promise<void> {
  await visit(desk, '/manage/selections?class=enforcement');
  await desk.getByLabel('名单名称').fill('执法业务干部');
  await press(desk, '保存名单');
  await says(desk, '名单已保存');
}

/** Binds a number of the people of a list: its names are listed, one of them is written. */
async function aboutList(page: Page): Promise<void> {
  const list = `执法业务干部（${shanghaiDay(new Date().toISOString())}）`;
  await page.getByText('可用的指标名称').click();
  await choose(page, '名单', list);
  await press(page, '列出');
  await says(page.getByLabel('修改这一句'), `【${list}·参考率】`);
  await page.getByLabel('这句话').fill(`全年参考率为【参考率】，执法业务干部【${list}·参考率】。`);
  await press(page, '保存并定稿');
  await says(page.locator('article'), /全年参考率为70\.00%，执法业务干部\d/);
}

/** Edits without script: a typed number is bound, a sentence added, a section moved, a number opened. */
async function editPlainly(walk: Walk, desk: Page): Promise<void> {
  const storageState = await desk.context().storageState();
  const page = await walk.person({ storageState, javaScriptEnabled: false });
  await page.goto(desk.url());
  await page.getByRole('link', { name: /^修改：.*应参加学法考试/ }).click();
  await page.getByLabel('这句话').fill('全年参考率为70.00%。');
  await press(page, '保存并定稿');
  await says(page, '这句话已定稿');
  await says(page.locator('article .typed'), '70.00%');
  await press(page, '绑定到参考率');
  await says(page, '数字已绑定到指标');
  await aboutList(page);
  await press(page, '收起');
  await page.getByText('添一句', { exact: true }).click();
  await page.getByLabel('这句话').fill('坚持以考促学。');
  await press(page, '添加');
  await says(page.locator('article'), '坚持以考促学。');
  await press(page, '结束编辑');
  await page.locator('article').getByRole('link', { name: '70.00%' }).first().click();
  await says(page.getByLabel('数字依据'), '实考 ÷ 应考');
}

async function verifyForum(desk: Page): Promise<void> {
  await visit(desk, `/manage/events?year=${year()}&status=registered`);
  await press(desk, '第四季度执法大讲堂');
  await press(desk, '核验无误，记入学时');
  await says(desk, '已核验');
}

journey(
  'A sentence is edited, its number moves, the year is signed and sealed, and a later truth is appended',
  async (walk) => {
    const desk = await walk.person();
    await signIn(desk, 'heyong', PASSWORD);
    await visit(desk, `/insight/gaps?year=${year()}`);
    await says(desk, '第四季度缺“执法大讲堂”');
    await walk.inspect(desk);

    await keepList(desk);
    await visit(desk, '/insight/reports');
    await press(desk, new RegExp(`^${year()} 年度法治政府建设情况报告`));
    await press(desk, '编辑文字');
    await desk.getByRole('link', { name: /^修改：举办“执法大讲堂”/ }).click();
    await desk.getByLabel('这句话').fill('全年举办执法大讲堂【执法大讲堂期数】期，走访企业30余家。');
    await press(desk, '保存并定稿');
    await says(desk, '这句话已定稿');
    await says(desk.locator('article'), '全年举办执法大讲堂3期');
    await says(desk.locator('article .typed'), '30余家');
    await walk.inspect(desk);
    const report = desk.url();
    await editPlainly(walk, desk);

    await verifyForum(desk);
    await says(desk, '在年度报告中');
    await press(desk, '查看计入的句子');
    await says(desk, '全年举办执法大讲堂4期');
    await visit(desk, report);
    await says(desk.locator('article'), '（定稿时 3）');
    await says(desk, '1 个已变动，1 个手填');

    const leader = await walk.person();
    await signIn(leader, 'zhengguoping', PASSWORD);
    await visit(leader, `/insight/reports/${year()}`);
    await press(leader, '封存并签发');
    await says(leader, '手填的数字');
    await leader.getByLabel(`请键入“封存${year()}”确认`).fill(`封存${year()}`);
    await press(leader, '封存并签发');
    await says(leader, '今天的数字与封存的一致');
    await walk.inspect(leader);
    const sealed = leader.url();

    await visit(desk, `/manage/events?year=${year()}&status=verified`);
    await press(desk, '第四季度执法大讲堂');
    await desk.getByLabel('撤回的原因').fill('登记的日期有误');
    await press(desk, '撤回核验');
    await says(desk, '更正记录');

    await visit(leader, sealed);
    await says(leader.getByRole('table', { name: '封存之后有变化的数字' }), '执法大讲堂期数');
    expect(await paperBehind(leader, '下载这一稿 Word')).toContain('全年举办执法大讲堂4期，走访企业30余家。');
    await visit(leader, `/insight/reports/${year()}`);
    await press(leader, '封存与更正');
    await leader.getByLabel('更正的原因').fill('第四季度一期日期有误，撤回核验');
    await press(leader, '追加更正');
    await says(leader, '第 2 次封存');
    await says(leader, '第四季度一期日期有误，撤回核验');
    await walk.inspect(leader);

    const verified = await walk.xuefa('reports', 'verify');
    expect(verified).toMatchObject({ code: 0 });
  },
  { minutes: 5, prepare: async (settings) => void (await demoHouse(settings)) },
);
