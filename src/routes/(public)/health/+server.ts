import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Answers while the process serves; tells nothing else. */
export const GET: RequestHandler = () => text('ok\n');
