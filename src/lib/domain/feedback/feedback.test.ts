import { describe, expect, it } from 'vitest';
import { aboutFrom, aboutHref, aboutText } from './about.ts';
import { isFeedbackKind, pageOf } from './kinds.ts';
import { endOf, mayStep } from './steps.ts';

describe('the page that something was sent from', () => {
  it.each([
    ['/exams', '/exams'],
    ['/manage/people?q=王敏&page=2', '/manage/people'],
    ['/lessons/1#p-3', '/lessons/1'],
    ['//elsewhere.example', ''],
    ['https://elsewhere.example/', ''],
    [`/${'x'.repeat(300)}`, ''],
    ['', ''],
  ])('%s is kept as %j', (address, kept) => {
    expect(pageOf(address)).toBe(kept);
  });
});

describe('the question that somebody says is wrong', () => {
  const about = { source: 'exam', attemptId: '0190-aa', position: 12 } as const;

  it('is named by the try and its place, and read back', () => {
    expect(aboutFrom(aboutText(about))).toEqual(about);
    expect(aboutHref(about, '/attempts/0190-aa/result')).toBe(
      '/feedback?kind=question&about=exam.0190-aa.12&from=%2Fattempts%2F0190-aa%2Fresult',
    );
  });

  it.each(['', 'exam', 'exam.a.0', 'exam.a.1000', 'bank.a.1', 'check.a b.1', 'check..1'])(
    'is none in %j',
    (text) => {
      expect(aboutFrom(text)).toBeNull();
    },
  );
});

describe('a piece of feedback', () => {
  it('is taken up, answered, taken up again when it is not settled, and closed', () => {
    expect(mayStep('take', 'received')).toBe(true);
    expect(mayStep('take', 'working')).toBe(false);
    expect(['received', 'working', 'answered'].every((state) => mayStep('answer', state as never))).toBe(
      true,
    );
    expect([mayStep('insist', 'answered'), endOf('insist')]).toEqual([true, 'working']);
    expect(mayStep('close', 'working')).toBe(false);
  });

  it('that is closed moves no more', () => {
    expect((['take', 'answer', 'insist', 'close'] as const).some((step) => mayStep(step, 'closed'))).toBe(
      false,
    );
  });

  it('is of a known kind', () => {
    expect(isFeedbackKind('question')).toBe(true);
    expect(isFeedbackKind('toString')).toBe(false);
  });
});
