/** 行业: a tag of units and posts by which figures can also be read. */
export const trades = {
  urban: '城市管理综合执法',
  market: '市场监管',
  ecology: '生态环境',
  transport: '交通运输',
  culture: '文化和旅游',
  agriculture: '农业农村',
  emergency: '应急管理',
  health: '卫生健康',
  resources: '自然资源',
  housing: '住房和城乡建设',
  water: '水务',
  education: '教育',
  labour: '人力资源和社会保障',
  civil: '民政',
  finance: '财政',
  tax: '税务',
  security: '公安',
  justice: '司法行政',
  fire: '消防救援',
  town: '街道乡镇',
  party: '党群机关',
  other: '其他',
} as const;

export type TradeCode = keyof typeof trades;

export function isTradeCode(text: string): text is TradeCode {
  return Object.hasOwn(trades, text);
}

/** Chinese name of a trade; an unknown code is shown as it is. */
export function tradeLabel(code: string): string {
  return isTradeCode(code) ? trades[code] : code;
}
