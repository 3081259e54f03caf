import type { Handle } from '@sveltejs/kit';
import { displayAttributes } from '#lib/ui/frame/display.ts';
import { withCellLabels } from '#lib/ui/table/labelled.ts';

/**
 * Fills the placeholder on `<html>` with 长辈模式 and the theme, so that the first paint is already right, and labels
 * the cells of tables, so that a phone reads them without script.
 */
export const display: Handle = ({ event, resolve }) => {
  const attributes = displayAttributes(event.cookies.get('display'));
  return resolve(event, {
    transformPageChunk: ({ html }) => withCellLabels(html.replace('%xuefa.display%', attributes)),
  });
};
