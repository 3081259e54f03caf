import { expect, it } from 'vitest';
import { reasonText, reminderText, type Reason } from './behind.ts';

const late: Reason = { kind: 'late', assignmentId: 'a', title: '处罚法', dueOn: '2026-06-30', left: 2 };
const hours: Reason = { kind: 'hours', ledger: 'training', missingHundredths: 750, daysLeft: 40 };

it('a reason names what is missing and by when', () => {
  expect(reasonText(late)).toBe('《处罚法》还有 2 个课时，已过 2026-06-30 的期限');
  expect(reasonText(hours)).toBe('培训学时还差 7.5，还有 40 天');
});

it('a reminder says only what the person can do himself', () => {
  const text = reminderText('张敏', 2026, [{ kind: 'account', isIssued: false }, late, hours]);
  expect(text).toContain('张敏您好');
  expect(text).toContain('还差 7.5');
  expect(text).not.toContain('账号');
  expect(reminderText('张敏', 2026, [{ kind: 'locked' }])).toBe('');
});
