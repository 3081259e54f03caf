import { describe, expect, it } from 'vitest';
import { changeDisplay, displayAttributes, readDisplay, writeDisplay } from './display.ts';

describe('the display cookie', () => {
  it('gives the ordinary display when there is none', () => {
    expect(displayAttributes(undefined)).toBe('data-zoom="100" data-theme="light"');
  });

  it('gives large type on the dark ground', () => {
    expect(displayAttributes('zoom-150 dark')).toBe('data-zoom="150" data-theme="dark"');
  });

  it('lets nothing of a forged cookie into the page', () => {
    expect(displayAttributes('"><script>alert(1)</script> dark')).toBe('data-zoom="100" data-theme="dark"');
  });

  it('reads back what it wrote', () => {
    for (const zoom of ['100', '125', '150'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        expect(readDisplay(writeDisplay({ zoom, theme }))).toEqual({ zoom, theme });
      }
    }
  });

  it('changes one part and keeps the other', () => {
    const now = { zoom: '125', theme: 'dark' } as const;
    expect(changeDisplay(now, { zoom: '150', theme: null })).toEqual({ zoom: '150', theme: 'dark' });
    expect(changeDisplay(now, { zoom: null, theme: 'light' })).toEqual({ zoom: '125', theme: 'light' });
    expect(changeDisplay(now, { zoom: '900', theme: 'pink' })).toEqual(now);
  });
});
