import { describe, expect, it } from 'vitest';
import { asOfFigure } from '../figures/asOf.ts';
import { figureTable } from './annex.ts';
import { canonicalSeal, sealDifferences, type Sealed, type SealedValue } from './freeze.ts';

const value = (name: string, numerator: number, denominator: number): SealedValue => ({
  ...{ key: name.split('@')[0] ?? '', group: name.includes('@') ? 'leadership' : 'all', name },
  ...{ numerator, denominator, due: denominator, version: 1, asOf: '2026-12-31', isFinal: true },
  ...{ rowCount: denominator, rowsDigest: 'd' },
});

const sealed: Sealed = {
  ...{
    unitId: 'u',
    planYear: 2026,
    number: 1,
    kind: 'signed',
    madeBy: 'p',
    madeAt: '2027-01-05T00:00:00.000Z',
  },
  ...{ reason: '', previousDigest: null, rowsFile: 'f', children: [] },
  body: { title: ['t'], blocks: [], departments: { head: [], rows: [], note: '' }, hidden: [] },
  values: [value('participation', 244, 300), value('thematicStudy', 9, 9)],
};

describe('a seal', () => {
  it('does not depend on the order in which its values were read', () => {
    expect(canonicalSeal({ ...sealed, values: [...sealed.values].reverse() })).toBe(canonicalSeal(sealed));
  });

  it('changes with each thing that it holds', () => {
    const changes: Partial<Sealed>[] = [
      { kind: 'draft' },
      { reason: '更正' },
      { rowsFile: 'other' },
      { previousDigest: 'x' },
      { children: [{ unitId: 'c', digest: 'd' }] },
      { values: [value('participation', 245, 300)] },
      { body: { ...sealed.body, title: ['other'] } },
    ];
    const texts = changes.map((change) => canonicalSeal({ ...sealed, ...change }));
    expect(new Set([canonicalSeal(sealed), ...texts]).size).toBe(changes.length + 1);
  });

  it('is set against the figures of today', () => {
    const today = new Map([
      ['participation', { ...value('participation', 250, 300) }],
      ['thematicStudy', value('thematicStudy', 9, 9)],
    ]);
    expect(sealDifferences(sealed.values, today)).toEqual([
      { name: 'participation', label: '参考率', sealed: '81.33%（244 / 300）', today: '83.33%（250 / 300）' },
    ]);
  });
});

describe('the day of which a figure speaks', () => {
  const [planYear, examsEnd] = [2026, '2027-01-20T10:00:00.000Z'];

  it('is after the make-up for exam figures, the end of the year for others', () => {
    const spring = { planYear, now: '2027-01-25T01:00:00.000Z', examsEnd };
    expect(asOfFigure('participation', spring)).toEqual({ asOf: '2027-01-25', isFinal: true });
    expect(asOfFigure('hoursReached', spring)).toEqual({ asOf: '2026-12-31', isFinal: true });
  });

  it('is open while windows and year are', () => {
    const autumn = { planYear, now: '2026-11-22T01:00:00.000Z', examsEnd };
    expect(asOfFigure('participation', autumn)).toEqual({ asOf: '2026-11-22', isFinal: false });
    expect(asOfFigure('hoursReached', autumn)).toEqual({ asOf: '2026-11-22', isFinal: false });
  });
});

describe('the annexed table of figures', () => {
  it('has the exact value behind each number and leaves out small groups', () => {
    const values = [...sealed.values, value('participation@leadership', 3, 4)];
    const hidden = new Set(['participation@leadership']);
    const table = figureTable(values, { planYear: 2026, at: '2027-01-05T00:00:00.000Z', hidden });
    expect(table.rows.map(([name, , text, day]) => [name, text, day])).toEqual([
      ['参考率', '81.33%（244 / 300）', '2026-12-31'],
      ['专题学法次数', '9 次', '2026-12-31'],
    ]);
    expect(table.note).toContain('不足5人');
  });
});
