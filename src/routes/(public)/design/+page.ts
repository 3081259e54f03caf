import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** Every control in every state, for whoever works on the screens: there is no such page in an installation. */
export const load: PageLoad = async () => {
  // The builder writes `false` here and drops what follows with all that it imports.
  if (import.meta.env.DEV) return { Gallery: (await import('./Gallery.svelte')).default };
  return error(404, { message: '没有这个页面，或者您没有查看它的权限。', id: '' });
};
