/** First that fits names the browser; the domestic ones come before the engine that they all announce. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/QAXBrowser|Qianxin/i, '奇安信浏览器'],
  [/QIHU|360SE|360EE/i, '360 浏览器'],
  [/UOSBrowser|UOS Professional/i, '统信浏览器'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, '火狐'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机或平板'],
  [/UOS|uos/, '统信 UOS'],
  [/Kylin/i, '银河麒麟'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux|X11/, 'Linux 电脑'],
];

const named = (table: [RegExp, string][], agent: string) =>
  table.find(([pattern]) => pattern.test(agent))?.[1] ?? null;

/** A device in words, from what its browser says of itself; that can be anything and proves nothing. */
export function deviceName(agent: string): string {
  const words = [named(SYSTEMS, agent), named(BROWSERS, agent)].filter((word) => word !== null);
  return words.length === 0 ? '未知设备' : words.join(' · ');
}
