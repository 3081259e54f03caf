import { countsEvents } from './queries.events.ts';

export const { population, value, rows } = countsEvents({ forms: ['第一议题'] });
