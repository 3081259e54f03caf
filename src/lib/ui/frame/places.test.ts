import { describe, expect, it } from 'vitest';
import { blocksOf, phonePlaces, placeHere, sectionsOf } from './places.ts';

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
    expect(placeHere(own, '/manage/ledgers/1')?.href).toBe('/manage/people');
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

describe('the headings of the side bar', () => {
  it('hold each place once, and none more than a glance takes in', () => {
    const own = sectionsOf(['learner', 'coordinator', 'leader']);
    const blocks = blocksOf(own);
    const shown = blocks.flatMap(({ places }) => places);
    expect(shown).toEqual(own.flatMap(({ places }) => places));
    expect(new Set(blocks.map(({ heading }) => heading)).size).toBe(blocks.length);
    for (const { places } of blocks) expect(places.length).toBeLessThanOrEqual(8);
  });

  it('fold where there are many, but never the desk of the work', () => {
    const folding = (roles: Parameters<typeof sectionsOf>[0]) =>
      blocksOf(sectionsOf(roles))
        .filter(({ isFolding }) => isFolding)
        .map(({ heading }) => heading);
    expect(folding(['learner', 'leader'])).toEqual([]);
    const desk = blocksOf(sectionsOf(['coordinator'])).find(({ heading }) => heading === '培训管理');
    expect(desk).toMatchObject({ isFolding: false, places: [{ href: '/manage' }] });
    expect(folding(['learner', 'coordinator'])).toEqual([
      ...['我的学习', '人员与单位', '计划与学时', '课程与题库', '考试与证明', '活动与意见', '总览与报告'],
    ]);
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
