import type { HandleClientError } from '@sveltejs/kit';

// Chromium 90 to 92 have no Object.hasOwn, which Svelte's runtime calls.
Object.hasOwn ??= (thing: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(thing, name);

/** What a person is told when the page itself fails; the server's log knows nothing of it, so there is no id. */
export const handleError: HandleClientError = ({ status }) => ({
  message: status === 404 ? '没有这个页面。' : '页面出了一点问题。请刷新后再试；如仍不行，请告诉管理员。',
  id: '',
});
