import type { Page } from 'playwright';
import { expect } from 'vitest';
import { examHouse, signedIn, within, type ExamHouse } from '../support/examHouse.ts';
import { journey, sharedSite, withChromium, type Walk } from '../support/journey.ts';
import { question, SECRET, topic } from '../support/practice.ts';
import { press, says, visit } from '../support/steps.ts';

withChromium();

let house: ExamHouse;
const site = sharedSite({
  prepare: async (settings) => {
    house = await examHouse(settings, { takers: 2 });
    await within(settings, async (world) => {
      const topicId = await topic(world, '行政许可');
      for (const type of ['single', 'multiple', 'judgement'] as const) {
        for (const n of [1, 2]) await question(world, { code: `练${type}${n}`, topicId, type });
      }
    });
  },
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const learner = (walk: Walk, n: number, options = {}) =>
  walk.person({ ...signedIn(house.sitters[n]!), ...options });

/** Texts of the options in the order shown. */
const optionsOf = (page: Page) => page.locator('main fieldset label .text').allInnerTexts();
const isRight = (texts: readonly string[], text: string) =>
  texts.length === 2 ? text === '对' : texts.length === 4 && /选项[ABD]$/.test(text);

/** Chooses by clicks: what is right, or one wrong option. */
async function choose(page: Page, wanted: 'right' | 'wrong'): Promise<void> {
  const texts = await optionsOf(page);
  const several = (await page.locator('main fieldset input[type=checkbox]').count()) > 0;
  const key = (text: string) => (several ? isRight(texts, text) : /选项B$|^对$/.test(text));
  const picked = texts.filter((text) => key(text) === (wanted === 'right'));
  for (const text of wanted === 'right' ? picked : picked.slice(0, 1))
    await page.locator('main fieldset label').filter({ hasText: text }).first().click();
}

journey(
  'An official practises, gets something wrong, finds it in the book and takes a mock exam, on his desk and his phone',
  async (walk) => {
    const page = await learner(walk, 0);
    const hand = await learner(walk, 0, phone);
    await visit(page, '/practice');
    await says(page, '练习题库中适合您的题共 6 道，都还没有在练习中答过');
    await says(page, '现在没有错题');
    await walk.inspect(page);
    await press(page, '开始练习');
    await page.waitForURL(/\/practice\/sets\//);
    await says(page, '第 1 题');
    expect(await page.content()).not.toContain(SECRET);
    await walk.inspect(page);

    await press(page, '提交，看解析');
    await says(page, '请先选择答案，再提交。');
    await choose(page, 'wrong');
    await press(page, '提交，看解析');
    await says(page, /答错了，正确答案是/);
    await says(page, SECRET);
    await says(page, /再出现/);
    await walk.inspect(page);
    await visit(hand, new URL(page.url()).pathname);
    await says(hand, '第 2 题');
    await walk.inspect(hand);
    await press(page, '下一题');
    await says(page, '第 2 题');
    await choose(page, 'right');
    await press(page, '提交，看解析');
    await says(page, '答对了');
    await walk.inspect(page);
    await press(page, '没把握');
    await says(page, '第 3 题');
    await page.keyboard.press('a');
    expect(await page.locator('main fieldset input:checked').count()).toBe(1);

    await visit(page, '/practice/book');
    await says(page, '在不同的两天各答对一次后移出');
    await walk.inspect(page);
    await press(page, '显示答案和解析');
    await says(page, SECRET);
    await walk.inspect(page);
    await visit(hand, '/practice/book');
    await walk.inspect(hand);
    await press(hand, '练习这些错题');
    await says(hand, '练习：错题本');

    await visit(page, '/practice/mock');
    await says(page, /练习题库还不够组成这份试卷/);
    await walk.inspect(page);
    await press(page, '开始模拟考试');
    await says(page, '剩余');
    await choose(page, 'right');
    await press(page, '下一题 →');
    await says(page, /第 2 题/);
    await page.getByRole('button', { name: '第 1 题，已答' }).waitFor();
    await walk.inspect(page);
    await press(page, '停表');
    await says(page, /计时已停/);
    await walk.inspect(page);
    await press(page, '继续计时');
    await says(page, '剩余');
    await visit(hand, new URL(page.url()).pathname);
    await walk.inspect(hand);
    await press(page, '交卷');
    await says(page, '还有 5 题没有作答');
    await walk.inspect(page);
    await press(page, '交卷，看成绩');
    await says(page, '逐题解析');
    await says(page, '只供您自己参考，不计入成绩');
    await walk.inspect(page);
    await visit(hand, new URL(page.url()).pathname);
    await walk.inspect(hand);
    await visit(hand, '/practice/mock');
    await says(hand, '未过合格线');
    await walk.inspect(hand);
    await visit(hand, '/practice');
    await walk.inspect(hand);
  },
  { minutes: 5, site },
);

journey(
  'Without script an official practises a question and sits a mock exam by the same buttons',
  async (walk) => {
    const page = await learner(walk, 1, { javaScriptEnabled: false });
    await page.goto('/practice');
    await press(page, '练习：行政许可');
    await says(page, '第 1 题');
    await choose(page, 'right');
    await press(page, '提交，看解析');
    await says(page, '答对了');
    await press(page, '是猜的');
    await says(page, '第 2 题');
    await page.goto('/practice/mock');
    await press(page, '开始模拟考试');
    await choose(page, 'right');
    await press(page, '停表');
    await press(page, '继续计时');
    await page.getByRole('button', { name: '第 1 题，已答' }).waitFor();
    await press(page, '第 6 题，未答');
    await choose(page, 'right');
    await press(page, '检查并交卷');
    await says(page, '还有 4 题没有作答');
    await press(page, '交卷，看成绩');
    await says(page, '逐题解析');
  },
  { minutes: 3, site },
);
