import { countsEvents } from './queries.events.ts';

export const { population, value, rows } = countsEvents({ audience: 'public' });
