/** How large and on which ground a person reads: 长辈模式 and the dark ground. */
export interface Display {
  zoom: '100' | '125' | '150';
  theme: 'light' | 'dark';
}

/** Name of the cookie that keeps it; its value is words as in 'zoom-125 dark'. */
export const displayCookie = 'display';

/** Reads the cookie; words that are not known, or no cookie, give the ordinary display. */
export function readDisplay(cookie: string | undefined): Display {
  const words = (cookie ?? '').split(' ');
  const zoom = words.includes('zoom-150') ? '150' : words.includes('zoom-125') ? '125' : '100';
  return { zoom, theme: words.includes('dark') ? 'dark' : 'light' };
}

/** The value of the cookie for a display. */
export function writeDisplay(display: Display): string {
  const words = [display.zoom !== '100' && `zoom-${display.zoom}`, display.theme === 'dark' && 'dark'];
  return words.filter(Boolean).join(' ');
}

/**
 * The display with what a form asked for: `zoom` and `theme` each replace their part when they are known words.
 */
export function changeDisplay(display: Display, asked: { zoom: unknown; theme: unknown }): Display {
  const { zoom, theme } = asked;
  return {
    zoom: zoom === '100' || zoom === '125' || zoom === '150' ? zoom : display.zoom,
    theme: theme === 'light' || theme === 'dark' ? theme : display.theme,
  };
}

/**
 * The attributes of `<html>` for a cookie, written in place of `%xuefa.display%` in app.html.
 * Nothing of the cookie itself gets into the page.
 */
export function displayAttributes(cookie: string | undefined): string {
  const { zoom, theme } = readDisplay(cookie);
  return `data-zoom="${zoom}" data-theme="${theme}"`;
}
