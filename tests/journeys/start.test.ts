import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstUnit } from '../support/firstUnit.ts';
import { journey, withChromium } from '../support/journey.ts';
import { environmentOf, runProgram, xuefa } from '../support/programs.ts';

withChromium();

const nowhere = { databaseUrl: '', dataFolder: '/nonexistent/xuefa' };
const start = (more: NodeJS.ProcessEnv) =>
  runProgram('scripts/start.js', [], { ...environmentOf(nowhere), ORIGIN: 'http://127.0.0.1:1', ...more });

describe('the server', () => {
  it.each([
    ['XUEFA_KEY', { XUEFA_KEY: '' }],
    ['ORIGIN', { ORIGIN: '' }],
    ['PORT', { PORT: 'x' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ])('does not start over a bad %s, and says how to mend it', async (name, settings) => {
    const said = await start(settings);
    expect(said.code).toBe(2);
    expect(said.problems).toContain(name);
    expect(said.problems).toMatch(/[\u4e00-\u9fff]/);
  });

  it('does not start over pending migrations', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const folder = mkdtempSync(`${tmpdir()}/xuefa-start-`);
    const said = await start({ XUEFA_DATA: folder });
    rmSync(folder, { recursive: true, force: true });
    expect(said).toMatchObject({ code: 2, problems: expect.stringContaining('db migrate') });
  });
});

journey(
  'an empty installation leads to its setup, which makes three administrators and is gone',
  async (walk) => {
    const { origin } = walk.server;
    const ask = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });
    for (const path of ['/', '/sign-in', '/activate', '/admin/grants']) {
      const led = await ask(path);
      expect([path, led.status, led.headers.get('location')]).toEqual([path, 303, '/setup']);
    }
    expect((await ask('/health')).status).toBe(200);
    const page = await walk.person();
    await page.goto('/');
    await page.getByRole('heading', { name: '初始化' }).waitFor();
    await walk.inspect(page);
    const made = await xuefa(walk.settings, 'access', 'setup-code', '--json');
    const fill = async (code: string) => {
      await page.getByLabel('初始化码').fill(code);
      await page.getByLabel('单位名称').fill('云山区');
      await page.getByLabel('系统管理员姓名').fill('孟蕾');
      await page.getByLabel('安全管理员姓名').fill('曹颖');
      await page.getByLabel('审计管理员姓名').fill('蒋一帆');
      await page.getByRole('button', { name: '建立' }).click();
    };
    await fill('0000-0000-0000');
    await page.getByText('初始化码不正确').first().waitFor();
    expect(await page.getByLabel('单位名称').inputValue()).toBe('云山区');
    await fill((JSON.parse(made.out) as { code: string }).code);
    await page.getByRole('heading', { name: '初始化完成' }).waitFor();
    await walk.inspect(page);
    const security = page.locator('li', { hasText: '安全管理员' });
    const [login = '', code = ''] = await security.locator('.num').allInnerTexts();
    expect((await ask('/setup')).status).toBe(404);
    expect((await walk.xuefa('access', 'setup-code')).code).toBe(1);

    await page.getByRole('link', { name: '去设置密码' }).click();
    await page.waitForURL('/activate');
    await walk.inspect(page);
    await page.getByLabel('登录码').fill(code);
    await page.getByLabel('新密码').fill('Admin-2026-xuefa');
    await page.getByLabel('再输一次').fill('Admin-2026-xuefa');
    await page.getByRole('button', { name: '设好密码' }).click();
    await page.waitForURL(/sign-in/);
    await walk.inspect(page);
    await page.getByLabel('账号或手机号').fill(login);
    await page.getByLabel('密码').fill('Admin-2026-xuefa');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { name: '开始使用' }).waitFor();
    await walk.inspect(page);
    await page.getByRole('link', { name: '去办理：授权培训管理员' }).click();
    await page.getByRole('heading', { name: '角色授权' }).waitFor();
    await walk.inspect(page);
    const backup = join(mkdtempSync(join(tmpdir(), 'xuefa-backup-')), 'first.tar.gz');
    expect((await walk.xuefa('backup', 'create', backup)).code).toBe(0);
    expect(await walk.xuefa('doctor', 'check')).toMatchObject({ code: 0, problems: '' });
  },
);

journey(
  'a stranger gets nothing',
  async (walk) => {
    const { origin } = walk.server;
    const ask = (path: string, options: RequestInit = {}) =>
      fetch(`${origin}${path}`, { redirect: 'manual', ...options });
    const home = await ask('/admin/grants');
    expect([home.status, home.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fadmin%2Fgrants']);
    expect((await ask('/health')).status).toBe(200);
    expect((await ask('/no-such-page')).status).toBe(404);
    const json = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' };
    const path = '/api/v1/attempts/0/answers';
    expect((await ask(path, json)).status).toBe(403);
    expect((await ask(path, { ...json, headers: { ...json.headers, origin } })).status).toBe(401);
    const foreign = { ...json.headers, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await ask(path, { ...json, headers: foreign })).status).toBe(403);
    const page = await ask('/sign-in');
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-/);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).not.toContain('演示账号');
  },
  // As behind a proxy; what is asked here, as a monitor on the machine asks, does not come through it.
  { prepare: firstUnit, env: { ADDRESS_HEADER: 'X-Forwarded-For' } },
);
