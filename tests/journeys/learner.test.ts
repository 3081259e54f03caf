import type { Page } from 'playwright';
import { expect } from 'vitest';
import { demoHouse, PASSWORD } from '../support/demoHouse.ts';
import { journey, sharedSite, withChromium } from '../support/journey.ts';
import { press, says, signIn, visit } from '../support/steps.ts';

withChromium();

const site = sharedSite({
  prepare: async (settings) => void (await demoHouse(settings, [{ name: '罗庆生', login: 'luoqingsheng' }])),
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Number of the paragraph at which the reader stands, as the page says it. */
async function placeOf(page: Page): Promise<number> {
  const label = await page.locator('article .bar span').first().innerText();
  return Number(/\d+/.exec(label)?.[0]);
}

journey(
  'An officer sees what remains, stops in the middle of a lesson and goes on at that paragraph on his phone',
  async (walk) => {
    const office = await walk.person();
    await signIn(office, 'chensiyuan', PASSWORD);
    await says(office, '今年还要完成');
    await says(office, /截止 12 月 31 日，还有 \d+ 天/);
    await says(office, '上次学到');
    await walk.inspect(office);
    await press(office, '继续学习');
    await office.locator('#p1').waitFor();
    expect(await placeOf(office)).toBe(5);

    let kept = 0;
    office.on('response', (answer) => {
      if (!answer.url().endsWith('/place') || !answer.ok()) return;
      kept = (answer.request().postDataJSON() as { paragraph: number }).paragraph;
    });
    await office.locator('#p9').evaluate((paragraph) => paragraph.scrollIntoView());
    // The server has been told of the very paragraph that the page names.
    const isKept = async () => kept > 5 && kept === (await placeOf(office));
    await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
    const here = kept;
    await walk.inspect(office);
    await visit(office, '/courses');
    await walk.inspect(office);

    const hand = await walk.person(phone);
    await signIn(hand, 'chensiyuan', PASSWORD);
    await says(hand, `第 ${here} 段`);
    await walk.inspect(hand);
    await press(hand, '继续学习');
    await hand.locator(`#p${here}`).waitFor();
    expect(await placeOf(hand)).toBe(here);
    await walk.inspect(hand);
    await visit(hand, '/archive');
    await says(hand, '执法大讲堂');
    await walk.inspect(hand);
  },
  { minutes: 5, site },
);

journey(
  'Who was assigned a course sees by whom, by when and why',
  async (walk) => {
    const page = await walk.person(phone);
    await signIn(page, 'luoqingsheng', PASSWORD);
    await says(page, /林静\s*安排.*前完成：区委法治建设议事协调机构要求/);
    await walk.inspect(page);
  },
  { minutes: 5, site },
);
