import QRCode from 'qrcode';
import type { CertificateSheet } from '#lib/domain/certificates/sheet.ts';
import type { CertificateState } from '#lib/domain/certificates/state.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Certificate } from './rows.ts';

/** The sheet of a certificate; `origin` is where the installation is reached, `https://xuefa.example`. */
export function sheetOf(
  certificate: Certificate & { state: CertificateState },
  origin: string,
): CertificateSheet {
  const { number, code, issuerName, issuedAt, mark, state, nextNumber, content } = certificate;
  const address = `${origin}/certificates/verify/${code}`;
  const picture = pictureOf(address);
  const issuedOn = shanghaiDay(issuedAt);
  return { number, code, address, picture, issuerName, issuedOn, mark, state, nextNumber, content };
}

/** A text as a QR symbol: runs of dark modules, each a rectangle one module high. */
function pictureOf(text: string): CertificateSheet['picture'] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const runs: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && data[y * size + x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  }
  return { size, path: runs.join('') };
}
