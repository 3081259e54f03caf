import jsQR from 'jsqr';
import type { CertificateSheet } from '#lib/domain/certificates/sheet.ts';

/** Pixels a module, and modules of quiet zone around them, as a sheet is printed and held before a telephone. */
const SCALE = 4;
const QUIET = 4;

/** What a telephone reads in the symbol of a sheet, by a decoder that knows nothing of who drew it; null: nothing. */
export function readSymbol({ size, path }: CertificateSheet['picture']): string | null {
  const side = (size + 2 * QUIET) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const darken = (x: number, y: number) => {
    for (let at = 0; at < SCALE * SCALE; at += 1) {
      const row = (y + QUIET) * SCALE + Math.floor(at / SCALE);
      const column = (x + QUIET) * SCALE + (at % SCALE);
      pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  };
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dark = 0; dark < Number(width); dark += 1) darken(Number(x) + dark, Number(y));
  }
  return jsQR(pixels, side, side)?.data ?? null;
}
