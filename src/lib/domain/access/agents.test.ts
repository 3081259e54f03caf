import { expect, it } from 'vitest';
import { deviceName } from './agents.ts';

const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 Safari/537.36';

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium}`, 'Windows 电脑 · Chrome'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${chromium} UOSBrowser/5.0`, '统信 UOS · 统信浏览器'],
  [`Mozilla/5.0 (Windows NT 10.0) ${chromium} QAXBrowser/1.1`, 'Windows 电脑 · 奇安信浏览器'],
  [`Mozilla/5.0 (Linux; Android 13; HarmonyOS) ${chromium} Mobile DingTalk/7`, '安卓手机 · 钉钉'],
  ['curl/8.0', '未知设备'],
])('calls %s a %s', (agent, words) => {
  expect(deviceName(agent)).toBe(words);
});
