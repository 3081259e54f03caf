import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../shared/written.ts';
import { checkCharacter, cleanIdentity, identityFault, maskIdentity } from './identity.ts';
import { cleanMobile, maskMobile, mobileFault } from './mobile.ts';

const today = '2026-03-02';

/** Valid numbers of invented people: region, birthday and order by chance, check character by rule. */
const identities = fc
  .record({
    region: fc.constantFrom('110101', '440106', '650102'),
    days: fc.integer({ min: 0, max: 27_000 }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, days, order }) => {
    const birthday = new Date(Date.UTC(1940, 0, 1 + days)).toISOString().slice(0, 10).replaceAll('-', '');
    const digits = `${region}${birthday}${String(order).padStart(3, '0')}`;
    return digits + checkCharacter(digits);
  });

describe('an identity number', () => {
  it('bears the check character of GB 11643', () => {
    // The worked example of the standard.
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(identityFault('11010519491231002X', today)).toBeNull();
  });

  it('is in order when its check character is, whoever it belongs to', () => {
    fc.assert(fc.property(identities, (number) => identityFault(number, today) === null));
  });

  it('is found wrong after any slip in a single digit', () => {
    const slip = fc.tuple(identities, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(slip, ([number, at, by]) => {
        const wrong = String((Number(number[at]) + by) % 10);
        return identityFault(number.slice(0, at) + wrong + number.slice(at + 1), today) !== null;
      }),
    );
  });

  it('is found wrong after two neighbours changed places', () => {
    fc.assert(
      fc.property(identities, fc.integer({ min: 0, max: 15 }), (number, at) => {
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        return swapped === number || identityFault(swapped, today) !== null;
      }),
    );
  });

  it('says what is wrong', () => {
    expect(identityFault('4401', today)).toContain('18位');
    expect(identityFault('001010194912310029', today)).toContain('地区码');
    expect(identityFault('110105194913310029', today)).toContain('出生日期');
    expect(identityFault('110105194912310021', today)).toContain('校验码');
  });

  it('is read with full-width digits, blanks, apostrophe and a small x', () => {
    expect(cleanIdentity("'１１０１０５ 19491231 002x")).toBe('11010519491231002X');
  });

  it('shows its first three and last four only, and keeps its length', () => {
    fc.assert(
      fc.property(identities, (number) => {
        const masked = maskIdentity(number);
        return (
          masked.length === 18 && /^\d{3}\*{11}\d{3}[\dX]$/.test(masked) && number.endsWith(masked.slice(-4))
        );
      }),
    );
  });
});

describe('a mobile number', () => {
  it('is read with country code, blanks and dashes', () => {
    for (const written of ['+86 138-0000-0001', '００８６13800000001', "'13800000001", '138 0000 0001']) {
      expect(cleanMobile(written)).toBe('13800000001');
    }
    expect(mobileFault('13800000001')).toBeNull();
    expect(mobileFault('12800000001')).toContain('11位');
    expect(maskMobile('13800001234')).toBe('138****1234');
  });
});

describe('a written day', () => {
  it('is understood in the ways in which people write it', () => {
    for (const written of [
      '2026-01-31',
      '2026/1/31',
      '2026.1.31',
      '20260131',
      '2026年1月31日',
      '２０２６-１-３１',
      '2026-01-31 00:00',
    ]) {
      expect(toDay(written)).toBe('2026-01-31');
    }
    expect(toDay('2018.07')).toBe('2018-07-01');
    expect(toDay('2018年7月')).toBe('2018-07-01');
    for (const written of ['2026-02-30', '46053', '去年', '2026-13-01', ''])
      expect(toDay(written)).toBeNull();
  });
});
