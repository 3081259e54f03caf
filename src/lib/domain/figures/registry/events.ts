import type { FigureDefinition } from '../figure.ts';

/** Whose a session is, and which count; the first sentences of the basis of every figure of sessions. */
export const hostsOnce = '场次归主办单位；几个单位合办的，在共同上级只计一次；未核验的不计。';

/** The basis of one form among others: a session may bear several tags. */
export const onceUnderEachTag = `${hostsOnce}同一活动有几个标签的，在各标签下各计一次，在总数中只计一次。`;

/** What every figure of events has in common: they are nobody's in particular, and each is a query of its own. */
export const ofEvents = {
  rows: 'events',
  byGroup: false,
  byClass: false,
  byWindow: false,
  pass: 'own',
} as const satisfies Partial<FigureDefinition>;

/** A count of sessions, 次 unless the figure says otherwise. */
export const ofSessions = {
  ...ofEvents,
  measure: 'count',
  unit: '次',
  numerator: '场次',
  denominator: '场次',
  basis: onceUnderEachTag,
} as const satisfies Partial<FigureDefinition>;
