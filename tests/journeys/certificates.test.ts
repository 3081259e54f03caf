import type { Page } from 'playwright';
import { expect } from 'vitest';
import { planYearOf, toInstant } from '#lib/domain/shared/time.ts';
import * as access from '#lib/server/access/index.ts';
import { certified } from '../support/certificates.ts';
import type { Settings } from '../support/engines.ts';
import { sessionOf, signedIn, within, type Sitter } from '../support/examHouse.ts';
import { journey, withChromium } from '../support/journey.ts';
import { officer } from '../support/people.ts';
import { besideTerm, press, says, visit } from '../support/steps.ts';

withChromium();

const planYear = planYearOf(toInstant(Date.now()));
let learner: Sitter;
let desk: Sitter;

const prepare = (settings: Settings): Promise<void> =>
  within(settings, async (world) => {
    const { personId, unitId, complete } = await certified(world, planYear);
    for (const name of ['李华', '吴军']) await complete(0, (await officer(world, { name, unitId })).personId);
    const { personId: coordinatorId } = await officer(world, { name: '林静', unitId });
    learner = { personId, token: await sessionOf(world, personId) };
    desk = { personId: coordinatorId, token: await sessionOf(world, coordinatorId) };
    await access.grant(world.console, { personId: coordinatorId, role: 'coordinator', unitId, to: null });
  });

/** Pages on which what is shown comes out of the printer. */
async function printedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

journey(
  'Who needs a certificate asks for it, prints it on one page, and strangers see what became of it',
  async (walk) => {
    const own = await walk.person(signedIn(learner));
    await visit(own, '/archive');
    await press(own, '证明与成绩单');
    await press(own, '申请');
    await says(own, '等待办理');
    await walk.inspect(own);

    const manager = await walk.person(signedIn(desk));
    await visit(manager, '/manage');
    await press(manager, /证明、成绩单 1 项申请待开具/);
    await says(manager, '等待开具');
    await walk.inspect(manager);
    await press(manager, '为张敏开具');
    await says(manager, `已开具，编号 XZ${planYear}-001-00001`);

    await visit(own, '/archive/certificates');
    await press(own, `${planYear} 年度学习证明`);
    await says(own, '司法局（盖章）');
    await walk.inspect(own);
    expect(await printedPages(own)).toBe(1);
    const address = (await own.getByRole('link', { name: '看查验页' }).getAttribute('href')) ?? '';
    const code = address.split('/').at(-1) ?? '';
    await says(own, code);

    const stranger = await walk.person();
    await visit(stranger, address);
    await says(stranger, '证明真实，所载内容与现有记录一致。');
    expect(await besideTerm(stranger, '姓名').innerText()).toBe('张*');
    await walk.inspect(stranger);
    await press(stranger, '查验另一份证明');
    await stranger.getByLabel('编号').fill(`xz${planYear}-001-00001`);
    await stranger.getByLabel('查验码').fill(code.replaceAll('-', ' ').toLowerCase());
    await walk.inspect(stranger);
    await press(stranger, '查验');
    await says(stranger, '证明真实');
    for (const rubbish of ['ABCD', '%00', '%F0%9F', `${code}?number=XZ1`, 'A'.repeat(3000)]) {
      const { status } = await fetch(`${walk.server.origin}/certificates/verify/${rubbish}`);
      expect([400, 404]).toContain(status);
    }

    await visit(manager, '/manage/certificates');
    await press(manager, `${planYear} 年度学习证明`);
    await manager.getByLabel('撤销的原因').fill('姓名登记有误');
    await walk.inspect(manager);
    await press(manager, '撤销');
    await says(manager, '已撤销，查验时会写明。');
    await visit(stranger, address);
    await says(stranger, '已由开具单位撤销');
    await stranger.getByText('姓名登记有误').waitFor({ state: 'detached' });
    await walk.inspect(stranger);

    await visit(manager, '/manage/certificates/batch');
    await press(manager, '先看一看');
    await says(manager, /可以开具 3 人/);
    await walk.inspect(manager);
    await press(manager, '开具 3 份');
    await says(manager, '最近的批次');
    await press(manager, '打印司法局的学习证明');
    await says(manager, '共 3 份在用');
    await walk.inspect(manager);
    expect(await printedPages(manager)).toBe(3);
  },
  { prepare, minutes: 5 },
);
