import { afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium, lacksHeadlessShell } from './chromium.js';

describe('the Chromium of the tests', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('is the one that somebody named, and then no other is wished for', () => {
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(findChromium()).toBe(process.execPath);
    expect(lacksHeadlessShell()).toBe(false);
  });

  it('is none where the named one is not there', () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chromium');
    expect(findChromium()).toBeNull();
  });

  it('is the one without a window before any other, where the machine has it', () => {
    vi.stubEnv('CHROME_PATH', '');
    if (!lacksHeadlessShell()) expect(findChromium()).toMatch(/chromium-headless-shell$/);
  });
});
