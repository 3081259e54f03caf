import type { FigureDefinition } from '../figure.ts';
import { hostsOnce, ofSessions } from './events.ts';

export const studyEvents = {
  ...ofSessions,
  key: 'studyEvents',
  version: 1,
  name: '学法活动总次数',
  definition: '已核验的面向本单位人员的学法活动场次，去重计数，并列各种形式的场次及重叠。',
  formula: '面向本单位人员的活动场次（去重）',
  basis: `${hostsOnce}一次活动有几种形式的，各形式下分别计一次，总数只计一次，差额即重叠。`,
} as const satisfies FigureDefinition;
