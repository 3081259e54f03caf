import type { FigureDefinition } from '../figure.ts';

export const studyEvents = {
  key: 'studyEvents',
  version: 1,
  name: '学法活动总次数',
  measure: 'count',
  rows: 'events',
  unit: '次',
  definition: '已核验的面向本单位人员的学法活动场次，去重计数，并列各种形式的场次及重叠。',
  formula: '面向本单位人员的活动场次（去重）',
  numerator: '场次',
  denominator: '场次',
  basis:
    '场次归主办单位；几个单位合办的，在共同上级只计一次；未核验的不计。一次活动有几种形式的，各形式下分别计一次，总数只计一次，差额即重叠。',
  byGroup: false,
  byClass: false,
  byWindow: false,
  pass: 'own',
} as const satisfies FigureDefinition;
