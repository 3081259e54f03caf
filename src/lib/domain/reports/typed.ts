/** A number that stands in a text without a figure behind it. */
export interface TypedNumber {
  from: number;
  to: number;
}

const DIGITS = '[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?';
const SIGNS = '一二三四五六七八九十百千万亿零〇两';
const MEASURE =
  '人次|场次|课时|学时|学分|小时|平方米|公里|万元|亿元|人|名|次|场|期|篇|件|宗|家|对|份|个|起|户|项|门|部|批|条|支|所|处|' +
  '分|元|天|堂|讲|册|本|套|台|辆|款|轮|倍|幅|则|种|类|位|%|％';
const ABOUT = '(?:余|多)?(?:[百千万亿]+(?:余|多)?)?';
/** A lone 一 is a number before these only: 一个, 一项, 一批 and 一支 are turns of speech as a rule. */
const LONE = '人次|场次|次(?!性|次|又)|场|期|篇|件|宗|家|对|名|份|户|门';

/** Digits, with their measure word. */
const IN_DIGITS = new RegExp(`${DIGITS}${ABOUT}(?:\\s*(?:${MEASURE}))?`, 'g');
/** Digits that count something, whatever marks stand around them. */
const COUNTED = new RegExp(`${DIGITS}${ABOUT}\\s*(?:${MEASURE})`, 'g');
/** Signs that count: a fraction, more than one sign with a tens, or any before a measure word. */
const IN_SIGNS = new RegExp(
  `[${SIGNS}]+分之[${SIGNS}]+` +
    `|(?:[两二三四五六七八九][${SIGNS}]*|[一十百千万][${SIGNS}]+|十)(?:余|多)?(?:${MEASURE})` +
    `|[百千万]+(?:余|多)(?:${MEASURE})` +
    `|(?:[二两三四五六七八九][十百千万亿]|[一十][百千万亿])[${SIGNS}]*(?:余|多)?` +
    `|(?<![再又新这那统每])一(?:${LONE})`,
  'g',
);

/** Names hold their numbers: titles, and what stands in quotation marks unless it counts something in digits. */
const TITLE = /《[^》]*》/g;
const QUOTED = /“[^”]*”/g;

/** A law's article, a date, a year, the number of a document, and what only orders or names. */
const APART = [
  // 〔2026〕12号, 158号
  /[〔[［]\d{4}[〕\]］](?:第?\d+号)?|第?\d+号/g,
  // 2021—2025年, 2026年度, 2026年1月5日, 1月5日, 15日, 14:30
  /\d{4}\s*(?:[—–-]+\s*\d{4}\s*)?年(?:度)?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g,
  /\d{4}\s*[—–-]+\s*\d{4}(?!\d)/g,
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*日|\d{1,2}[:：]\d{2}/g,
  // 第四十四条之二, 第12条, 第二批, 第一责任人
  /第\s*[0-9０-９一二三四五六七八九十百千零〇]+(?:条|款|项|章|节|届|次|季度|期|批|位|一责任人|一议题|方)?(?:之[一二三四五六七八九十])?/g,
  // 一是…, （二）, 1、 at the beginning of a clause
  /(?:^|[。；;，,：:、\s])[一二三四五六七八九十]是/g,
  /[（(][一二三四五六七八九十\d]+[）)]/g,
  /(?:^|[。；;：:\n])\s*\d{1,2}[、.．](?!\d)/g,
  // 每季度举办一次: how often it is to be, not how often it was
  /每(?:年|季度|半年|月|周)[^，。；\d]{0,6}?[一两二三四]次/g,
  // 二十届三中全会, 二十大, 十四五, 七五普法
  /[二三四五六七八九十]+届|[一二三四五六七八九十]中全会|[十][七八九]大|二十大|十[一二三四五六七八九]五|[七八九]五(?:普法)?/g,
  // 十分重视
  /十分(?![之钟])/g,
  // A2地块, 5G; 12345热线
  /[A-Za-z]\d+|\d+[A-Za-z]+|\d{5}(?=\s*(?:热线|平台|专线|工单))/g,
];

/**
 * Every number of a text that is not a law's article, a date, a year, the number of a document or part of a name.
 * Digits always are numbers; Chinese signs are where they count: before a measure word (三百余人次, 十场), as a fraction,
 * or with a tens (二十, 三百). In quotation marks, where names stand (“三项制度”, “1+8”), only digits that count are
 * (“100%”).
 */
export function typedNumbers(text: string): TypedNumber[] {
  const apart = [TITLE, ...APART].flatMap((kind) => spans(text, kind));
  const isFree = ({ from, to }: TypedNumber) => !apart.some((one) => one.from < to && from < one.to);
  const quoted = spans(text, QUOTED);
  const isQuoted = ({ from, to }: TypedNumber) => quoted.some((one) => one.from < to && from < one.to);
  const named = [...spans(text, IN_DIGITS), ...spans(text, IN_SIGNS)].filter((one) => !isQuoted(one));
  const counted = spans(text, COUNTED).filter(isQuoted);
  return merged([...named, ...counted].filter(isFree));
}

/** In their order, those that overlap as one: 2万余 is no two numbers. */
function merged(found: readonly TypedNumber[]): TypedNumber[] {
  const inOrder = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  return inOrder.reduce<TypedNumber[]>((kept, one) => {
    const last = kept[kept.length - 1];
    if (!last || one.from >= last.to) return [...kept, one];
    return [...kept.slice(0, -1), { from: last.from, to: Math.max(last.to, one.to) }];
  }, []);
}

function spans(text: string, pattern: RegExp): TypedNumber[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
