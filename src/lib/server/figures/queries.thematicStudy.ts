import { countsEvents } from './queries.events.ts';

export const { population, value, rows } = countsEvents({ forms: ['中心组学习'], topic: '法治' });
