import type { Page } from 'playwright';
import { expect } from 'vitest';
import { newId } from '#lib/server/platform/ids.ts';
import { endsIn, examHouse, signedIn, within, type ExamHouse } from '../support/examHouse.ts';
import { journey, sharedSite, withChromium, type Walk } from '../support/journey.ts';
import { press, says, visit } from '../support/steps.ts';

withChromium();

let house: ExamHouse;
/** One exam; every journey sits it as another candidate. */
const site = sharedSite({
  prepare: async (settings) => {
    house = await examHouse(settings, { takers: 4 });
  },
});

const candidate = (walk: Walk, n: number) => walk.person(signedIn(house.sitters[n]!));

/** Begins the exam as a candidate does; answers the path of the room. */
async function enter(page: Page): Promise<string> {
  await visit(page, '/exams');
  const pen = page.waitForResponse(/\/writer$/);
  await press(page, '开始考试');
  await page.waitForURL(/\/attempts\//);
  await says(page, '第 1 题');
  await pen;
  return new URL(page.url()).pathname;
}

const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d:\d\d$/).waitFor();
const sheetOf = (page: Page) => page.getByRole('navigation', { name: '题目' });
const chosen = (page: Page) => page.locator('main fieldset input:checked').count();

journey(
  'The network goes and comes back: answers wait on this computer, survive the closed page, and are all counted',
  async (walk) => {
    const page = await candidate(walk, 0);
    const room = await enter(page);
    await page.keyboard.press('a');
    await saved(page);
    await page.keyboard.press('m');
    await says(page, '标记 1');
    await walk.inspect(page);

    await page.context().setOffline(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await says(page, '网络暂时不通。答案已存在本机，恢复后自动补交；计时照常。');
    await sheetOf(page).getByLabel('第 2 题，已答，待保存').waitFor();
    await page.getByRole('link', { name: '交卷' }).click();
    await says(page, '还有 1 题没有送到服务器，送到后再交卷。');
    await walk.inspect(page);
    await page.close();

    const again = await page.context().newPage();
    await again.context().setOffline(false);
    await again.goto(`${room}?item=2`);
    await saved(again);
    await says(again, '已答 2，未答 4，标记 1');
    expect(await chosen(again)).toBe(1);

    await again.getByRole('link', { name: '交卷' }).click();
    await says(again, '还有 4 题没有作答');
    await says(again, '您标记了 1 题');
    await walk.inspect(again);
    await press(again, '交卷');
    await says(again, '已交卷');
    const number = await again.locator('a[href^="/receipts/"]').innerText();
    await walk.inspect(again);
    await visit(again, '/receipts');
    await again.getByLabel('回执编号').fill(` ${number.toLowerCase()} `);
    await press(again, '查验');
    await says(again, '回执真实，答卷自交卷后没有改动。');
    await walk.inspect(again);
  },
  { site },
);

journey(
  'A second page and a second device take over openly; the stale page is told and overwrites nothing',
  async (walk) => {
    const first = await candidate(walk, 1);
    const room = await enter(first);
    await first.keyboard.press('a');
    await saved(first);

    const second = await first.context().newPage();
    await second.goto(room);
    await says(second, '已由本页接着作答，先前打开的页面不能再保存。');
    await says(first, '您已在另一个页面或设备上继续作答，本页不能再保存。');
    expect(await first.locator('main fieldset:enabled').count()).toBe(0);
    await walk.inspect(first);

    const device = await candidate(walk, 1);
    await device.goto(room);
    // Nothing is pressed on the second page: its clock tells within five seconds.
    await says(second, '您已在另一个页面或设备上继续作答，本页不能再保存。');
    await says(second.locator('header'), '本页不再保存');
    await device.keyboard.press('b');
    await saved(device);
    await press(second, '改在本页继续作答');
    await says(second, '已由本页接着作答');
    expect(await second.locator('main fieldset input').nth(1).isChecked()).toBe(true);

    // Answered without network here and later on the device: the later answer stays, and that is said.
    await second.context().setOffline(true);
    await second.keyboard.press('c');
    await says(second, '网络暂时不通');
    await press(device, '改在本页继续作答');
    await says(device, '已由本页接着作答');
    await device.keyboard.press('d');
    await saved(device);
    await second.context().setOffline(false);
    await says(second, '您已在另一个页面或设备上继续作答，本页不能再保存。');
    await press(second, '改在本页继续作答');
    await says(second, '第 1 题在另一个页面已有更新的答案，以它为准。');
    expect(await second.locator('main fieldset input').nth(3).isChecked()).toBe(true);
    await device.goto('/');
    await says(device, '截止，计时不停。');
    await walk.inspect(device);
  },
  { site },
);

journey(
  'The clock runs out: told at five minutes and at one, time that is added is seen at once, and the room closes by itself',
  async (walk) => {
    const page = await candidate(walk, 2);
    const attemptId = (await enter(page)).replace('/attempts/', '');
    await page.keyboard.press('a');
    await saved(page);
    const set = async (seconds: number) => {
      await within(walk.settings, ({ db }) => endsIn(db, seconds, attemptId));
      // The page asks within four seconds anyway, and at once when the network is back.
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
    };
    const bar = page.getByRole('status');
    await set(299);
    await says(page, '距离考试结束还有 5 分钟。');
    await set(59);
    await says(page, '距离考试结束还有 1 分钟，请检查后交卷。');
    expect(await bar.getByText('距离考试结束还有 1 分钟').count()).toBe(1);
    await walk.inspect(page);

    await within(walk.settings, async ({ db, now }) => {
      const given = { kind: 'running' as const, seconds: 600, reason: '三楼考场停电', given_at: now };
      await db
        .insertInto('allowance')
        .values({ ...given, id: newId(), attempt_id: attemptId, source_id: newId() })
        .execute();
      await endsIn(db, 640, attemptId);
    });
    await says(page, /已延长 10 分钟：三楼考场停电。/);
    await says(page, '已含加时 10 分钟：三楼考场停电');

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('b');
    await saved(page);
    await set(4);
    await says(page, '已自动收卷');
    await walk.inspect(page);
    await press(page, '查看成绩');
    await says(page, '各专题得分');
    const { value } = await within(walk.settings, ({ db }) =>
      db
        .selectFrom('answer')
        .where('attempt_id', '=', attemptId)
        .select(({ fn }) => fn.count<number>('value').as('value'))
        .where('value', '!=', '')
        .executeTakeFirstOrThrow(),
    );
    expect(Number(value)).toBe(2);
  },
  { site },
);

journey(
  'The whole exam without script: a question a page, each saved by its button; a stale page saves nothing',
  async (walk) => {
    const page = await walk.person({ ...signedIn(house.sitters[3]!), javaScriptEnabled: false });
    await page.goto('/exams');
    await press(page, '开始考试');
    const stale = await page.context().newPage();
    await stale.goto(page.url());
    for (let position = 1; position <= 6; position += 1) {
      await says(page, `第 ${position} 题`);
      if (position < 6) await page.locator('main label').last().click();
      await press(page, position === 6 ? '保存本题' : '保存，下一题 →');
    }
    await says(page, '已答 5，未答 1');
    await stale.locator('main label').first().click();
    await press(stale, '保存，下一题 →');
    await says(stale, '这道题在别处已有更新的答案，这次没有保存。');
    await page.getByRole('link', { name: '交卷' }).click();
    await says(page, '还有 1 题没有作答');
    await press(page, '交卷');
    await says(page, '已交卷');
    await press(page, '查看成绩');
    await says(page, '为保证公平');
  },
  { site },
);
