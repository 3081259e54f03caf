import { nameToken } from '../figures/names.ts';
import { describe, expect, it } from 'vitest';
import type { FigureValue } from '../figures/figure.ts';
import { figureKeys, figures } from '../figures/registry/index.ts';
import { partsOf } from './offers.ts';
import { printPart } from '../figures/parts.ts';
import { confirmedNow, readSentence } from './sentence.ts';
import { listValuesIn, nameTokens, readNames } from './tokens.ts';

const reading = (values: FigureValue[], confirmed: Record<string, string> | null = null) => ({
  values: new Map(values.map((one) => [one.key, one])),
  hidden: new Set<string>(),
  confirmed,
});

const passing: FigureValue = { key: 'passing', group: 'all', numerator: 241, denominator: 244, due: 300 };

describe('a sentence with bound numbers', () => {
  it('is cut into text and numbers that name their figure', () => {
    expect(readSentence('合格率[[passing:rate]]。', reading([passing]))).toEqual([
      { kind: 'text', text: '合格率' },
      { kind: 'bound', text: '98.77%', was: null, key: 'passing', of: 'all', part: 'rate' },
      { kind: 'text', text: '。' },
    ]);
  });

  it('refuses a figure or part that does not exist', () => {
    expect(() => readSentence('[[unknown:rate]]', reading([passing]))).toThrow(RangeError);
    expect(readSentence('[[passing:guess]]', reading([passing]))).toMatchObject([{ kind: 'text' }]);
    expect(() => readSentence('[[passing@leadership:rate]]', reading([passing]))).toThrow(RangeError);
  });

  it('prints each part of a figure', () => {
    const parts = (['rate', 'ofDue', 'numerator', 'denominator', 'rest', 'all'] as const).map((part) =>
      printPart(passing, part),
    );
    expect(parts).toEqual(['98.77%', '80.33%', '241', '244', '3', '—']);
    expect(printPart({ ...passing, numerator: 244 }, 'all')).toBe('均');
  });

  it('says what a number was when the sentence was confirmed, where it has moved', () => {
    const { values, hidden } = reading([passing]);
    const confirmed = confirmedNow('合格率[[passing:rate]]', values, hidden);
    expect(confirmed).toEqual({ '[[passing:rate]]': '98.77%' });
    expect(readSentence('[[passing:rate]]', reading([passing], confirmed))[0]).toMatchObject({ was: null });
    const later = reading([{ ...passing, numerator: 240 }], confirmed);
    expect(readSentence('[[passing:rate]]', later)[0]).toMatchObject({ text: '98.36%', was: '98.77%' });
  });

  it('marks a number that somebody typed, with its place in the stored sentence', () => {
    const sentence = '合格率[[passing:rate]]，走访企业30余家。';
    const typed = readSentence(sentence, reading([passing])).find((piece) => piece.kind === 'typed');
    expect(typed).toEqual({ kind: 'typed', text: '30余家', at: sentence.indexOf('30余家') });
  });

  it('is edited by the names of its numbers and stored by their tokens', () => {
    const stored = '领导班子参考率[[participation@leadership:rate]]，合格[[passing:numerator]]人';
    const written = nameTokens(stored, new Map());
    expect(written).toBe('领导班子参考率【领导班子·参考率】，合格【合格率·合格】人');
    const tokens = [
      { key: 'participation', of: 'leadership', part: 'rate' },
      { key: 'passing', of: 'all', part: 'numerator' },
    ] as const;
    const known = tokens.map((token) => ({ token, name: nameToken(token) }));
    expect(readNames(written, known)).toEqual({ text: stored, unknown: [] });
    expect(readNames('【没有的指标】', known).unknown).toEqual(['没有的指标']);
  });

  it('names a saved list with its day, and binds no name that two lists bear', () => {
    const listed = { ...passing, list: '相关业务干部职工（2026-03-02）' };
    const stored = '合格率[[passing@list-0a-1:rate]]';
    const written = nameTokens(stored, new Map([['passing@list-0a-1', listed]]));
    expect(written).toBe('合格率【相关业务干部职工（2026-03-02）·合格率】');
    expect(listValuesIn([stored, stored, '[[passing@leadership:rate]]'])).toEqual(['passing@list-0a-1']);
    const tokens = ['list-0a-1', 'list-0a-2'].map((of) => ({ key: 'passing', of, part: 'rate' as const }));
    const known = tokens.map((token) => ({ token, name: nameToken(token, listed.list) }));
    expect(readNames(written, known.slice(0, 1))).toEqual({ text: stored, unknown: [] });
    expect(readNames(written, known).unknown).toHaveLength(1);
  });

  it('gives every number of the registry a name of its own', () => {
    const names = figureKeys.flatMap((key) =>
      ['all', 'leadership', 'enforcement'].flatMap((of) =>
        partsOf(figures[key], true).map((part) => nameToken({ key, of, part })),
      ),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
