import type { PageData } from './$types';

/** A lesson that the server has opened, with its text. */
export type OpenReading = Extract<PageData['reading'], { kind: 'open' }>;
