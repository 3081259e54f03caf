import { shanghaiClock } from '#lib/domain/shared/time.ts';
import type { Act } from './act.ts';
import { signatureOf } from './signature.ts';

/** The line that everything taken out carries in sight: who took it, when, and what for. */
export function watermarkOf(act: Act, purpose: string): string {
  return `由 ${signatureOf(act).name} 于 ${shanghaiClock(act.now)} 导出，仅供${purpose}使用，请勿外传`;
}
