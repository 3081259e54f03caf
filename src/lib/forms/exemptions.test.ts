import { expect, it } from 'vitest';
import { verdictForm } from './exemptions.ts';
import { parseForm } from './parseForm.ts';

function verdict(word: string, reason: string) {
  const form = new FormData();
  form.append('exemptionId', '0190a1b2-0000-7000-8000-000000000001');
  form.append('verdict', word);
  form.append('reason', reason);
  return parseForm(verdictForm, form);
}

it('an exemption is refused with a reason, and approved without one', () => {
  const fields = { reason: '请写明不批准的原因，提出人看得到。' };
  for (const nothing of ['', '  ']) expect(verdict('refused', nothing)).toMatchObject({ ok: false, fields });
  expect(verdict('refused', '材料不全')).toMatchObject({ ok: true, value: { reason: '材料不全' } });
  expect(verdict('approved', '')).toMatchObject({ ok: true, value: { reason: '' } });
});
