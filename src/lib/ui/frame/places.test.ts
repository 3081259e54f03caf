import { describe, expect, it } from 'vitest';
import { phonePlaces, placeHere, sectionsOf } from './places.ts';

describe('the side bar', () => {
  it('has a section for each role held and none besides', () => {
    expect(sectionsOf(['leader', 'learner']).map((section) => section.role)).toEqual(['learner', 'leader']);
    expect(sectionsOf([])).toEqual([]);
  });

  it('shows a place that two roles share once', () => {
    const own = sectionsOf(['systemAdministrator', 'coordinator']);
    const shown = own.flatMap((section) => section.places.map((place) => place.href));
    expect(shown).toContain('/admin/accounts');
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('leads a coordinator to overview and report, below his work or among the leader’s', () => {
    const headings = (roles: Parameters<typeof sectionsOf>[0]) =>
      sectionsOf(roles).map((section) => [section.role, section.heading]);
    expect(headings(['coordinator'])).toEqual([
      ['coordinator', '培训管理'],
      ['coordinator', '总览与报告'],
    ]);
    expect(headings(['coordinator', 'leader'])).toEqual([
      ['coordinator', '培训管理'],
      ['leader', '总览与报告'],
    ]);
  });

  it('marks the nearest place of a page below it', () => {
    const own = sectionsOf(['learner', 'coordinator']);
    expect(placeHere(own, '/manage/people/import')?.href).toBe('/manage/people');
    expect(placeHere(own, '/manage')?.href).toBe('/manage');
    expect(placeHere(own, '/')?.href).toBe('/');
    expect(placeHere(own, '/managers')).toBeNull();
  });

  it('marks the place to which a page outside its address belongs', () => {
    const own = sectionsOf(['learner', 'leader']);
    expect(placeHere(own, '/lessons/1/check')?.href).toBe('/courses');
    expect(placeHere(own, '/attempts/1/result')?.href).toBe('/exams');
    expect(placeHere(own, '/receipts/H-1')?.href).toBe('/exams');
    expect(placeHere(own, '/security/second-factor')?.href).toBe('/archive');
    expect(placeHere(own, '/manage/events/1')?.href).toBe('/insight');
    expect(placeHere(sectionsOf(['coordinator', 'leader']), '/manage')?.href).toBe('/manage');
  });
});

describe('the bottom bar of a phone', () => {
  it('holds the places of the work at hand, four at most', () => {
    const own = sectionsOf(['learner', 'coordinator']);
    expect(phonePlaces(own, '/courses').map((place) => place.href)).toEqual([
      '/',
      '/courses',
      '/practice',
      '/exams',
    ]);
    expect(phonePlaces(own, '/manage/bank')).toHaveLength(4);
  });
});
