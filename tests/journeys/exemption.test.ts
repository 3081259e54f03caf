import { expect } from 'vitest';
import * as access from '#lib/server/access/index.ts';
import type { Role } from '#lib/server/platform/act.ts';
import type { Settings } from '../support/engines.ts';
import { examHouse, sessionOf, signedIn, within, type ExamHouse, type Sitter } from '../support/examHouse.ts';
import { journey, withChromium } from '../support/journey.ts';
import { officer } from '../support/people.ts';
import { choose, press, says, visit } from '../support/steps.ts';

withChromium();

let house: ExamHouse;
let desk: Sitter;
let leader: Sitter;

const prepare = async (settings: Settings): Promise<void> => {
  house = await examHouse(settings, { takers: 2 });
  await within(settings, async (world) => {
    const appointed = async (name: string, role: Role): Promise<Sitter> => {
      const { personId } = await officer(world, { name, unitId: house.unitId });
      const token = await sessionOf(world, personId);
      await access.grant(world.console, { personId, role, unitId: house.unitId, to: null });
      return { personId, token };
    };
    desk = await appointed('管理员', 'coordinator');
    leader = await appointed('分管领导', 'leader');
  });
};

/** The candidate's clock is asked every four seconds: added time is seen within five, and the browser draws it. */
const SEEN_WITHIN_MS = 7000;

journey(
  'A coordinator asks for an exemption, a leader approves it, and time given is on the candidate’s clock at once',
  async (walk) => {
    const manager = await walk.person(signedIn(desk));
    await visit(manager, `/manage/exams/${house.examId}`);
    await walk.inspect(manager);
    await press(manager, '考生2');
    await choose(manager, '事由', '长期病假');
    await manager.getByLabel('具体情况').fill('住院治疗');
    await manager.getByLabel('证明材料').setInputFiles({
      ...{ name: '诊断证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 证明') },
    });
    await press(manager, '提交申请');
    await says(manager, '已提交，请另一位管理员或领导审批。');
    await says(manager, '待审批');
    await walk.inspect(manager);

    const approver = await walk.person(signedIn(leader));
    await visit(approver, `/manage/exams/${house.examId}/exemptions`);
    await says(approver.getByRole('table'), '住院治疗');
    await walk.inspect(approver);
    await press(approver, '批准');
    await says(approver.getByRole('table'), '已批准');

    const candidate = await walk.person(signedIn(house.sitters[0]!));
    await visit(candidate, '/exams');
    await press(candidate, '开始考试');
    await candidate.waitForURL(/\/attempts\//);
    const clock = candidate.getByRole('timer');
    await clock.waitFor();
    expect(await clock.innerText()).toMatch(/^(59|1:00)/);

    await visit(manager, `/manage/exams/${house.examId}`);
    await says(manager, '免考 1');
    await press(manager, '正在作答与加时');
    await manager.getByRole('checkbox', { name: '考生1' }).check();
    await manager.getByLabel('分钟').fill('10');
    await manager.getByLabel('原因').fill('三楼停电');
    await walk.inspect(manager);
    await press(manager, '加时');
    await says(manager, '已为 1 人加时 10 分钟');
    await candidate.getByText('三楼停电').first().waitFor({ timeout: SEEN_WITHIN_MS });
    expect(await clock.innerText()).toMatch(/^1:0[89]/);
    await walk.inspect(candidate);

    for (const page of ['schedule', 'add?q=考生', 'exemptions', 'live']) {
      await visit(manager, `/manage/exams/${house.examId}/${page}`);
      await walk.inspect(manager);
    }
    for (const page of ['standing?q=考生', 'new']) {
      await visit(manager, `/manage/exams/${page}`);
      await walk.inspect(manager);
    }
  },
  { minutes: 2, prepare },
);
