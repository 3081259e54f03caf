import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { addSeconds } from '#lib/domain/shared/time.ts';
import { endsIn, examHouse, signedIn, within, type ExamHouse } from '../support/examHouse.ts';
import type { Settings } from '../support/engines.ts';
import { journey, withChromium } from '../support/journey.ts';
import { openMortalBrowser } from '../support/mortalBrowser.ts';
import { startServer } from '../support/programs.ts';
import { press, says, visit } from '../support/steps.ts';

withChromium();

let house: ExamHouse;
const prepare = async (settings: Settings): Promise<void> => {
  house = await examHouse(settings);
};

journey(
  'The browser dies without network: what was saved and what only waited on this computer are both there again',
  async ({ server }) => {
    const profile = mkdtempSync(join(tmpdir(), 'xuefa-profile-'));
    const { storageState } = signedIn(house.sitters[0]!) as {
      storageState: { cookies: Parameters<typeof before.context.addCookies>[0] };
    };
    const before = await openMortalBrowser(profile);
    await before.context.addCookies(storageState.cookies);
    const page = await before.context.newPage();
    await page.goto(`${server.origin}/exams`);
    await press(page, '开始考试');
    await page.waitForURL(/\/attempts\//);
    const room = page.url();
    await page.keyboard.press('a');
    await page.getByText(/^已保存/).waitFor();
    await before.context.setOffline(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('b');
    await says(page, '答案已存在本机');
    await before.kill();

    const after = await openMortalBrowser(profile);
    await after.context.addCookies(storageState.cookies);
    const again = await after.context.newPage();
    await again.goto(`${room}?item=2`);
    await again.getByText(/^已保存/).waitFor();
    await says(again, '已答 2，未答 4');
    await after.kill();
    rmSync(profile, { recursive: true, force: true });
  },
  { prepare },
);

journey(
  'The server dies and comes back after the deadline: the outage is given back before anything is closed',
  async (walk) => {
    const page = await walk.person(signedIn(house.sitters[0]!));
    await visit(page, '/exams');
    await press(page, '开始考试');
    await page.waitForURL(/\/attempts\//);
    await says(page, '第 1 题');
    await page.keyboard.press('a');
    await page.getByText(/^已保存/).waitFor();

    await walk.server.kill();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('b');
    await says(page, '网络暂时不通。答案已存在本机');
    // Ten minutes pass, of which the attempt had two left.
    await within(walk.settings, async ({ db, now }) => {
      await db
        .updateTable('heartbeat')
        .set({ beat_at: addSeconds(now, -600) })
        .execute();
      await db
        .updateTable('attempt')
        .set({ started_at: addSeconds(now, -3000) })
        .execute();
      await endsIn(db, -480);
    });
    const port = Number(new URL(walk.server.origin).port);
    const server = await startServer(walk.settings, { port });
    try {
      await says(page, /已延长 1[01] 分钟：/);
      await page.getByText(/^已保存/).waitFor();
      expect(await page.getByRole('timer').innerText()).toMatch(/^0[12]:/);
      await page.getByRole('link', { name: '交卷' }).click();
      await says(page, '还有 4 题没有作答');
      await press(page, '交卷');
      await says(page, '已交卷');
    } finally {
      await server.stop();
    }
  },
  { prepare },
);
