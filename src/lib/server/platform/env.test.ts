import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './env.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readSettings({ XUEFA_KEY: key, ...environment });
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('have defaults for everything but the key', () => {
    const settings = readSettings({ XUEFA_KEY: key });
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: '', isDemo: false });
    expect(settings.keys.map((one) => one.length)).toEqual([32]);
  });

  it.each([
    ['XUEFA_KEY', { XUEFA_KEY: '' }],
    ['XUEFA_KEY', { XUEFA_KEY: 'short' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'http' }],
    ['ORIGIN', { ORIGIN: 'xuefa.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://host/db' }],
    ['DATABASE_REPLICA_URL', { DATABASE_REPLICA_URL: 'file:x.db' }],
    ['BODY_SIZE_LIMIT', { BODY_SIZE_LIMIT: 'much' }],
    ['XFF_DEPTH', { XFF_DEPTH: '-1' }],
    ['XUEFA_DEMO', { XUEFA_DEMO: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('say in Chinese what is wrong with %s', (name, environment) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).toMatch(/[\u4e00-\u9fff]/);
  });

  it('name every wrong setting at once', () => {
    expect(problemsOf({ PORT: 'x', ORIGIN: 'y' })).toHaveLength(2);
  });

  it('take the key of the demo from its folder, and only in the demo', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xuefa-env-'));
    folders.push(folder);
    writeFileSync(join(folder, 'demo.key'), key);
    expect(readSettings({ XUEFA_DATA: folder, XUEFA_DEMO: '1' }).keys[0]).toHaveLength(32);
    expect(() => readSettings({ XUEFA_DATA: folder })).toThrow(SettingsError);
  });
});
