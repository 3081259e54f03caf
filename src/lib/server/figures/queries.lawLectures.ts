import { countsEvents } from './queries.events.ts';

export const { population, value, rows } = countsEvents({ forms: ['法治讲座'] });
