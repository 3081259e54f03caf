const STATE = '中华人民共和国';

/**
 * Title by which a statute is looked up: without 书名号, spaces and the leading 中华人民共和国,
 * so that 《中华人民共和国行政处罚法》 and 行政处罚法 meet.
 */
export function plainTitle(title: string): string {
  const bare = title.replace(/[\s\u200b《》]/gu, '');
  return bare.startsWith(STATE) && bare.length > STATE.length ? bare.slice(STATE.length) : bare;
}

/** True for 修正案 and for decisions that amend, whose text quotes articles of other laws. */
export function isAmending(title: string): boolean {
  return /修正案(?:（[^）]*）)?$/u.test(title) || /关于修改.*的决定$/u.test(title);
}
