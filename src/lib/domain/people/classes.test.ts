import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, classLabel, inClassOrder, staffClasses, type ClassCode } from './classes.ts';
import { levelOf, staffKindOf, statusOf } from './codes.ts';

const codes = Object.keys(staffClasses) as ClassCode[];

describe('classes of staff', () => {
  it('are read from their names in any order, with any of the usual marks between', () => {
    const written = fc.tuple(
      fc.shuffledSubarray(codes, { minLength: 1 }),
      fc.constantFrom(';', '；', '、', ',', ' ， '),
    );
    fc.assert(
      fc.property(written, ([chosen, mark]) => {
        const found = classesOf(chosen.map(classLabel).join(mark));
        expect(found).toEqual({ classes: inClassOrder(chosen), unknown: [] });
      }),
    );
  });

  it('are known by the short names of rosters, and once each', () => {
    expect(classesOf('处级；处级领导干部；新进公务员(试用期)')).toEqual({
      classes: ['division', 'newcomer'],
      unknown: [],
    });
    expect(classesOf('科级;骑士')).toEqual({ classes: ['section'], unknown: ['骑士'] });
  });
});

describe('codes of the roster', () => {
  it('are found by their official and usual names', () => {
    expect([levelOf('县处级副'), levelOf('副处级'), levelOf('将军')]).toEqual([
      'countyDeputy',
      'countyDeputy',
      null,
    ]);
    expect([staffKindOf('参公'), staffKindOf('劳务派遣')]).toEqual(['managedLikeCivilServant', 'contract']);
    expect([statusOf('在岗'), statusOf('驻村'), statusOf('飞了')]).toEqual(['active', 'aid', null]);
  });
});
