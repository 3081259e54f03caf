/** A quantity that stands in a text without a figure behind it. */
export interface TypedNumber {
  from: number;
  to: number;
}

const DIGITS = '[0-9０-９][0-9０-９,，.]*';
const NUMERALS =
  '[两二三四五六七八九十百千万亿零〇][一二三四五六七八九十百千万亿零〇]*|一[十百千万亿][一二三四五六七八九十百千万亿零〇]*';
const MEASURE =
  '人次|场次|人|名|次|场|期|篇|件|宗|家|对|份|个|起|户|项|门|部|批|条|支|所|处|学时|课时|学分|分|元|天|小时|%|％';
/** A lone 一 counts before these only: 一次, 一个, 一项 are turns of speech as a rule. */
const LONE = '人次|场次|场|期|篇|件|宗|家|对|名|份|户|门';

const QUANTITY = new RegExp(
  `(?:${DIGITS})(?:多|余)?(?:[万亿千百十])?(?:余|多)?(?:\\s*(?:${MEASURE}))?` +
    `|(?:百分之)(?:${NUMERALS}|一)` +
    `|(?:${NUMERALS})(?:余|多)?(?:${MEASURE})|[百千万](?:余|多)(?:${MEASURE})|一(?:${LONE})`,
  'g',
);

/** What is no quantity of the year's work: quoted names, years, days, articles, ordinals and numbers of papers. */
const APART = [
  /《[^》]*》/g,
  /“[^”]*”/g,
  /〔\d{4}〕(?:第?\d+号)?/g,
  /\d{4}\s*(?:年度|年|[—-]\s*\d{4}\s*年?)(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g,
  /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*日/g,
  /第\s*[0-9０-９一二三四五六七八九十百千零〇]+(?:条|款|项|章|节|届|次|季度|期|批|位|一责任人|一议题|一)?(?:之[一二三四五六七八九十])?/g,
  /(?:^|[。；;，,：:、\s])[一二三四五六七八九十]是/g,
  /[（(][一二三四五六七八九十\d]+[）)]/g,
  /每(?:年|季度|半年|月|周)[^，。；]{0,6}?[一两二三四]次/g,
  /[二三四五六七八九十]届|[一二三四五六七八九十]中全会|[一二三四五六七八九十]五(?:规划|普法)|[七八九]五/g,
];

/**
 * Numbers typed into a text: digits, and Chinese numerals with a measure word (三百余人次, 十场). Years, days, articles,
 * ordinals, enumerations and what stands in quotation marks are left alone.
 */
export function typedNumbers(text: string): TypedNumber[] {
  const apart = APART.flatMap((kind) => spans(text, kind));
  return spans(text, QUANTITY).filter(({ from, to }) => !apart.some((one) => one.from < to && from < one.to));
}

function spans(text: string, pattern: RegExp): TypedNumber[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
