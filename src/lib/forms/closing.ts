import * as v from 'valibot';

/** The button that closes something carries nothing. */
export const closingForm = v.object({});
