import { error, json, redirect, type Handle } from '@sveltejs/kit';
import { awaitsSetup } from '#lib/server/access/index.ts';

const SETUP = '/(public)/setup';
/** What answers before there is a first unit: the page that names it, and what a page and an operator need besides. */
const ALWAYS = new Set([SETUP, '/(public)/health', '/(public)/display', '/(public)/help']);

/** Leads every page of an empty installation to its setup, which is gone as soon as the installation stands. */
export const firstRun: Handle = async ({ event, resolve }) => {
  const { id } = event.route;
  if (id === null) return resolve(event);
  const isEmpty = await awaitsSetup(event.locals.act.db);
  if (!isEmpty && id === SETUP) error(404, { message: '没有这个页面，或者您没有查看它的权限。', id: '' });
  if (!isEmpty || ALWAYS.has(id)) return resolve(event);
  if (!id.startsWith('/api/')) redirect(303, '/setup');
  const message = '本系统还没有初始化，请联系系统管理员。';
  return json({ error: { code: 'unavailable', message, fields: {} } }, { status: 503 });
};
