import type { ActionData } from './$types';

/** What the check of a roster found. */
export type Report = Extract<NonNullable<ActionData>, { report: unknown }>['report'];
