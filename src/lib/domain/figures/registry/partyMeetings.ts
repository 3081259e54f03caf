import type { FigureDefinition } from '../figure.ts';

export const partyMeetings = {
  key: 'partyMeetings',
  version: 1,
  name: '三会一课学法次数',
  measure: 'count',
  rows: 'events',
  unit: '次',
  definition: '已核验的学法活动中，以支部党员大会、支部委员会、党小组会、党课四种形式开展的场次，去重计数。',
  formula: '形式“三会一课”及其四种形式的活动场次',
  numerator: '场次',
  denominator: '场次',
  basis:
    '场次归主办单位；几个单位合办的，在共同上级只计一次；未核验的不计。一次活动同时标有几种形式的，总数只计一次。',
  byGroup: false,
  byClass: false,
  byWindow: false,
  pass: 'own',
} as const satisfies FigureDefinition;
