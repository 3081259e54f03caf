import type { FigureDefinition } from '../figure.ts';
import { hostsOnce, ofSessions } from './events.ts';

export const partyMeetings = {
  ...ofSessions,
  key: 'partyMeetings',
  version: 1,
  name: '三会一课学法次数',
  definition: '已核验的学法活动中，以支部党员大会、支部委员会、党小组会、党课四种形式开展的场次，去重计数。',
  formula: '形式“三会一课”及其四种形式的活动场次',
  basis: `${hostsOnce}一次活动同时标有几种形式的，总数只计一次。`,
} as const satisfies FigureDefinition;
