import type { Handle } from '@sveltejs/kit';
import { displayAttributes } from '#lib/ui/frame/display.ts';

/** Fills the placeholder on `<html>` with 长辈模式 and the theme, so that the first paint is already right. */
export const display: Handle = ({ event, resolve }) => {
  const attributes = displayAttributes(event.cookies.get('display'));
  return resolve(event, { transformPageChunk: ({ html }) => html.replace('%xuefa.display%', attributes) });
};
