import { countsEvents } from './queries.events.ts';

/** 三会 and 一课; an event may bear the name of all four instead of its own. */
const forms = ['三会一课', '支部党员大会', '支部委员会', '支委会', '党小组会', '党课'];

export const { population, value, rows } = countsEvents({ forms });
