import { addsPeople } from './queries.events.ts';

export const { population, value, rows } = addsPeople({ audience: 'public' });
