import { expect } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import type { Settings } from '../support/engines.ts';
import { examHouse, sessionOf, signedIn, within, type ExamHouse, type Sitter } from '../support/examHouse.ts';
import { journey, withChromium } from '../support/journey.ts';
import { officer, standingUnit } from '../support/people.ts';
import { choose, press, says, visit } from '../support/steps.ts';
import { publishedCourse } from '../support/study.ts';
import type { World } from '../support/world.ts';

withChromium();

let house: ExamHouse;
let sender: Sitter;
let receiver: Sitter;
let lessonId: string;

async function coordinatorOf(world: World, name: string, unitId: string): Promise<Sitter> {
  const { personId } = await officer(world, { name, unitId });
  const token = await sessionOf(world, personId);
  await access.grant(world.console, { personId, role: 'coordinator', unitId, to: null });
  return { personId, token };
}

const prepare = async (settings: Settings): Promise<void> => {
  house = await examHouse(settings);
  await within(settings, async (world) => {
    const bureau = await standingUnit(world, '应急管理局');
    sender = await coordinatorOf(world, '原单位管理员', house.unitId);
    receiver = await coordinatorOf(world, '接收管理员', bureau);
    const wish = { unitId: house.unitId, title: '行政处罚法', minutes: [30] };
    lessonId = (await publishedCourse(world, wish)).lessons[0]?.lessonId ?? '';
  });
};

journey(
  'Somebody is transferred while he reads a lesson and sits an exam, and neither notices',
  async (walk) => {
    const [taker] = house.sitters;
    const learner = await walk.person(signedIn(taker!));
    await visit(learner, `/lessons/${lessonId}`);
    await press(learner, '开始学习');
    await says(learner, '正文。');
    const sheet = await learner.context().newPage();
    await visit(sheet, '/exams');
    const pen = sheet.waitForResponse(/\/writer$/);
    await press(sheet, '开始考试');
    await sheet.waitForURL(/\/attempts\//);
    await pen;

    const from = await walk.person(signedIn(sender));
    await visit(from, `/manage/people/${taker!.personId}`);
    await press(from, '发起调动');
    await choose(from, '调往单位', '应急管理局');
    await from.getByLabel('原因').fill('交流任职');
    await from.getByLabel('调令或任免通知').setInputFiles({
      ...{ name: '调令.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 调令') },
    });
    await walk.inspect(from);
    await press(from, '提交接收单位');
    await says(from, '等待接收');
    await walk.inspect(from);
    await visit(from, '/manage');
    await says(from, /调出\s*1\s*人待对方接收/);
    await visit(learner, '/archive');
    await says(learner, '等待接收');
    await walk.inspect(learner);

    const to = await walk.person(signedIn(receiver));
    await visit(to, '/manage');
    await press(to, /调入\s*1\s*人待您接收/);
    await press(to, '考生1');
    await to.getByLabel('职务', { exact: true }).fill('四级主任科员');
    await walk.inspect(to);
    await press(to, '确认接收');
    await says(to, '已接收。');
    await visit(to, `/manage/people/${taker!.personId}`);
    await says(to, '四级主任科员');
    await press(to, '状态变动');
    await choose(to, '状态', '产假');
    await to.getByLabel('原因和依据').fill('见附件');
    await press(to, '登记状态变动');
    await says(to, '可以接着办');
    await walk.inspect(to);
    await visit(to, '/manage/people/transfers?show=away');
    await says(to.getByRole('table'), '产假');
    await walk.inspect(to);
    await visit(to, '/manage/people/arrival');
    await walk.inspect(to);

    await sheet.keyboard.press('a');
    await says(sheet, /^已保存 \d\d:\d\d:\d\d$/);
    await sheet.getByRole('link', { name: '交卷' }).click();
    await press(sheet, '交卷');
    await says(sheet, '已交卷');
    await visit(learner, `/lessons/${lessonId}`);
    await says(learner, '正文。');
    expect(await learner.getByRole('button', { name: '开始学习' }).count()).toBe(0);
  },
  { minutes: 2, prepare },
);
