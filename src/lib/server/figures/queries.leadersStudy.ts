import { countsEvents } from './queries.events.ts';

export const { population, value, rows } = countsEvents({ forms: ['领导干部集体学法'] });
