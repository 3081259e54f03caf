import { describe, expect, it } from 'vitest';
import { administratorRoles, administratorsMissing, separatedFrom } from './roles.ts';

const open = (role: string) => ({ role, from: '2026-03-01', to: null });

describe('the three administrators', () => {
  it('are held apart: none beside another on any day of the same time', () => {
    for (const held of administratorRoles) {
      for (const asked of administratorRoles) {
        expect(separatedFrom(open(asked), [open('leader'), open(held)])).toBe(held === asked ? null : held);
      }
    }
  });

  it('may follow one another in one account, but not share a day', () => {
    const before = { role: 'systemAdministrator', from: '2026-01-01', to: '2026-02-28' };
    const asked = { role: 'auditAdministrator', from: '2026-03-01', to: null };
    expect(separatedFrom(asked, [before])).toBeNull();
    expect(separatedFrom({ ...asked, from: '2026-02-28' }, [before])).toBe('systemAdministrator');
    const later = { ...before, from: '2027-01-01', to: '2027-12-31' };
    expect(separatedFrom(asked, [later])).toBe('systemAdministrator');
    expect(separatedFrom({ ...asked, to: '2026-12-31' }, [later])).toBeNull();
  });

  it('a grant that ended before it began stands against nothing', () => {
    const withdrawn = { role: 'systemAdministrator', from: '2026-03-01', to: '2026-02-28' };
    expect(separatedFrom(open('auditAdministrator'), [withdrawn])).toBeNull();
  });

  it('leave other roles alone', () => {
    expect(separatedFrom(open('coordinator'), administratorRoles.map(open))).toBeNull();
  });

  it('are named while they are missing', () => {
    expect(administratorsMissing(['leader', 'systemAdministrator'])).toEqual([
      'securityAdministrator',
      'auditAdministrator',
    ]);
    expect(administratorsMissing(administratorRoles)).toEqual([]);
  });
});
