import { describe, expect, it } from 'vitest';
import { contentFrom, contentText, sealedText, type StudyContent } from './content.ts';
import { obstacleOf } from './eligibility.ts';
import { maskedName } from './masked.ts';
import { certificateNumber, typedCode, typedNumber } from './number.ts';
import { isBorneOut, stateOf } from './state.ts';
import { MOST_LINES, studyLines, type StandingEntry } from './study.ts';

describe('the number of a certificate', () => {
  it('says kind, plan year, issuing unit and serial, and no more', () => {
    expect(certificateNumber({ kind: 'study', planYear: 2026, issuer: 3, serial: 17 })).toBe(
      'XZ2026-003-00017',
    );
    expect(certificateNumber({ kind: 'transcript', planYear: 2025, issuer: 1204, serial: 123456 })).toBe(
      'CJ2025-1204-123456',
    );
  });

  it('and its code are understood however they are typed', () => {
    expect(typedNumber(' ｘｚ2026—003－00017 ')).toBe('XZ2026-003-00017');
    expect(typedCode('k7qm 3fzp 2222–abcd')).toBe('K7QM-3FZP-2222-ABCD');
    expect(typedCode('\u0000<script>?')).toBe('SCRI-PT');
  });
});

describe('the name that strangers read', () => {
  it('is its first character', () => {
    expect(['张敏', '欧阳建国', '李', ''].map(maskedName)).toEqual(['张*', '欧**', '李', '']);
  });
});

const entry = (index: number, more: Partial<StandingEntry> = {}): StandingEntry => ({
  ...{ ledger: 'training', sourceKind: 'event', sourceId: `e${index}`, group: `event:e${index}` },
  ...{ title: `活动${index}`, origin: '学法活动', on: `2026-03-${String(index + 10)}` },
  hundredths: 100 * (index + 1),
  ...more,
});

describe('the lines of a study certificate', () => {
  it('put the lessons of a course and both ledgers into one, on its last day', () => {
    const lesson = { sourceKind: 'lesson', group: 'course:c', title: '行政处罚法', origin: '在线' };
    const { lines, rest } = studyLines([
      entry(5, { ...lesson, sourceId: 'l1', hundredths: 111 }),
      entry(2, { ...lesson, sourceId: 'l2', hundredths: 44 }),
      entry(2, { ...lesson, sourceId: 'l2', ledger: 'credit', hundredths: 50 }),
      entry(1),
    ]);
    expect(rest).toBeNull();
    expect(lines).toEqual([
      { title: '活动1', on: '2026-03-11', origin: '学法活动', training: 200, credit: null },
      { title: '行政处罚法', on: '2026-03-15', origin: '在线', training: 155, credit: 50 },
    ]);
  });

  it('fit one page: the largest by day, and what is left in one sum', () => {
    const entries = Array.from({ length: MOST_LINES + 5 }, (_, index) => entry(index));
    const { lines, rest } = studyLines(entries);
    expect(lines).toHaveLength(MOST_LINES - 1);
    expect(rest).toEqual({ count: 6, training: 2100, credit: 0 });
    expect(lines.map((line) => line.on)).toEqual([...lines.map((line) => line.on)].sort());
    const shown = lines.reduce((sum, line) => sum + (line.training ?? 0), 0) + (rest?.training ?? 0);
    expect(shown).toBe(entries.reduce((sum, one) => sum + one.hundredths, 0));
  });
});

const content: StudyContent = {
  ...{ v: 1, kind: 'study', planYear: 2026, asOf: '2026-11-22' },
  holder: { name: '张敏', unitName: '司法局', title: '', classes: [] },
  ledgers: [
    {
      ledger: 'training',
      totalHundredths: 155,
      targetHundredths: 6000,
      legalBasis: '依据',
      definition: '定义',
    },
    { ledger: 'credit', totalHundredths: 100, targetHundredths: null, legalBasis: '', definition: '定义' },
  ],
  courses: { asked: 2, completed: 1 },
  ...{ lines: [], rest: null, sources: ['lesson:l1'] },
};

describe('what a certificate seals', () => {
  const sealed = {
    number: 'N',
    code: 'C',
    issuedAt: '2026-11-22T00:00:00.000Z',
    issuerName: '司法局',
    content,
  };

  it('is one text whatever the order of its parts, and another one for every change', () => {
    expect(contentFrom(contentText(content))).toEqual(content);
    const { ledgers, ...rest } = content;
    expect(sealedText({ ...sealed, content: { ledgers, ...rest } })).toBe(sealedText(sealed));
    const texts = [
      { ...sealed, number: 'M' },
      { ...sealed, code: 'D' },
      { ...sealed, issuerName: '财政局' },
      { ...sealed, content: { ...content, asOf: '2026-11-23' } },
    ].map(sealedText);
    expect(new Set([...texts, sealedText(sealed)]).size).toBe(5);
  });

  it('is not read in a version that is unknown', () => {
    expect(() => contentFrom('{"v":2}')).toThrow('unknown version');
  });
});

describe('the state of a certificate', () => {
  const now = { totals: { training: 155, credit: 100 }, scores: new Map<string, number>() };

  it('is changed once the records that it counted come to something else', () => {
    expect(isBorneOut(content, now)).toBe(true);
    expect(isBorneOut(content, { ...now, totals: { training: 111, credit: 100 } })).toBe(false);
  });

  it('is broken before all, then what was decided, then what the records say', () => {
    const facts = { status: 'valid', isSealed: true, isBorneOut: true } as const;
    expect(stateOf(facts)).toBe('valid');
    expect(stateOf({ ...facts, isBorneOut: false })).toBe('changed');
    expect(stateOf({ ...facts, isBorneOut: false, status: 'revoked' })).toBe('revoked');
    expect(stateOf({ ...facts, status: 'replaced', isSealed: false })).toBe('broken');
  });
});

describe('what stands against issuing', () => {
  const none = { entries: 0, marked: 0, sitting: 0, inForce: null };

  it('is one in force, nothing to certify, or an attempt under way', () => {
    expect(obstacleOf({ ...none, kind: 'study' })).toBe('noEntries');
    expect(obstacleOf({ ...none, kind: 'study', entries: 1 })).toBeNull();
    expect(obstacleOf({ ...none, kind: 'study', entries: 1, inForce: 'N' })).toBe('inForce');
    expect(obstacleOf({ ...none, kind: 'transcript', entries: 1 })).toBe('noMarks');
    expect(obstacleOf({ ...none, kind: 'transcript', marked: 1, sitting: 1 })).toBe('sitting');
    expect(obstacleOf({ ...none, kind: 'transcript', marked: 1 })).toBeNull();
  });
});
