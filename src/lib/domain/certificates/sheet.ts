import type { Day } from '../shared/time.ts';
import type { CertificateContent } from './content.ts';
import type { IssuerMark } from './kinds.ts';
import type { CertificateState } from './state.ts';

/** What one printed sheet bears. */
export interface CertificateSheet {
  number: string;
  /** Beside the number, for who types instead of pointing a camera. */
  code: string;
  /** Where anybody verifies it. */
  address: string;
  /** The address as a picture: modules on a side, and the dark ones as the path of a drawing of that size. */
  picture: { size: number; path: string };
  issuerName: string;
  issuedOn: Day;
  mark: IssuerMark;
  state: CertificateState;
  /** Number of the one that replaces it. */
  nextNumber: string | null;
  content: CertificateContent;
}
