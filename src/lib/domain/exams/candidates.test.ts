import { describe, expect, it } from 'vitest';
import { audienceFrom, firstList } from './audience.ts';
import { entrySentence } from './entry.ts';
import { exemptionRefusal, type ExemptionCase } from '../exemptions/grounds.ts';

describe('the first list of an exam', () => {
  it('has everybody called once, as left who is gone when the window opens, and only the selected', () => {
    const called = ['a', 'b', 'a', 'c'].map((personId) => ({ personId, unitId: 'u' }));
    const stillThere = new Set(['a', 'c']);
    const states = (selected: Set<string> | null) =>
      firstList(called, { selected, stillThere }).map((one) => `${one.personId} ${one.state}`);
    expect(states(null)).toEqual(['a due', 'b left', 'c due']);
    expect(states(new Set(['c', 'x']))).toEqual(['c due']);
  });

  it('reads an audience from its rows', () => {
    const rows = [
      { kind: 'unit' as const, ref: 'u' },
      { kind: 'class' as const, ref: 'section' },
    ];
    expect(audienceFrom(rows)).toEqual({ unitIds: ['u'], classCodes: ['section'], selectionIds: [] });
  });
});

describe('an exemption', () => {
  const closes = '2026-11-30T16:00:00.000Z';
  const usual: ExemptionCase = {
    ...{ kind: 'exempt', state: 'due', isDeferred: false, attempts: 0 },
    ...{ mainCloses: closes, lastCloses: '2027-01-10T16:00:00.000Z' },
  };
  const [during, between, after] = [
    '2026-11-20T00:00:00.000Z',
    '2026-12-20T00:00:00.000Z',
    '2027-02-01T00:00:00.000Z',
  ];
  const refusal = (change: Partial<ExemptionCase>, now: string) =>
    exemptionRefusal({ ...usual, ...change }, now);

  it('is possible until the last window is over, a deferral until the main one is', () => {
    expect(refusal({}, during)).toBeNull();
    expect(refusal({}, between)).toBeNull();
    expect(refusal({}, after)).toMatch('已经结束');
    expect(refusal({ kind: 'defer' }, during)).toBeNull();
    expect(refusal({ kind: 'defer' }, between)).toMatch('不能再缓考');
  });

  it('is not for who has sat, left, or is deferred already', () => {
    expect(refusal({ attempts: 1 }, during)).toMatch('已参加');
    expect(refusal({ state: 'left' }, during)).toMatch('只有应考人员');
    expect(refusal({ kind: 'defer', isDeferred: true }, during)).toMatch('已缓考');
  });
});

describe('what is asked before an exam', () => {
  it('is said with what is missing', () => {
    const lesson = { lessonId: 'l', title: '听证', courseTitle: '行政处罚法' };
    const ledger = { name: 'training' as const, hasHundredths: 1250, needsHundredths: 4000 };
    expect(entrySentence({ lessons: [lesson], ledger: null })).toBe(
      '请先完成学习计划中的必修课时，还差 1 个。',
    );
    expect(entrySentence({ lessons: [], ledger })).toBe('需先取得培训学时 40 学时，目前为 12.5 学时。');
    expect(entrySentence({ lessons: [], ledger: null })).toBeNull();
  });
});
