import type { FigureDefinition } from '../figure.ts';
import { hostsOnce, ofSessions } from './events.ts';

export const outreachSessions = {
  ...ofSessions,
  key: 'outreachSessions',
  version: 1,
  name: '普法活动场次',
  unit: '场',
  definition: '已核验的面向社会公众的普法活动场次，去重计数。',
  formula: '对象为社会公众的活动场次',
  basis: `${hostsOnce}面向本单位人员的学法活动不计入。`,
} as const satisfies FigureDefinition;
