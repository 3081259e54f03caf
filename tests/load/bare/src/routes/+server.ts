import { json, type RequestHandler } from '@sveltejs/kit';
import { building } from '$app/environment';
import { openSaving } from '../../../saving.ts';

const save = building ? null : openSaving(process.env.BARE_MODE, process.env.BARE_FILE);

export const PUT: RequestHandler = async ({ request }) => {
  await save?.(await request.json());
  return json({ saved: true });
};
