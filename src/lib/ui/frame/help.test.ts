import { describe, expect, it } from 'vitest';
import { helpEntries, helpFor, pageName } from './help.ts';
import { allPlaces } from './places.ts';

describe('the help of a page', () => {
  it('is found by the route without its groups', () => {
    expect(helpFor('/(manage)/manage/people/import').title).toBe('导入人员名册');
  });

  it('is that of the nearest page above when a page has none', () => {
    expect(helpFor('/(manage)/manage/people/[id]').title).toBe('人员');
    expect(helpFor('/nowhere/at/all').title).toBe('首页');
  });

  it('names the page, and nothing where there is none', () => {
    expect(pageName('/claims')).toBe('申报学时');
    expect(pageName('/')).toBe('首页');
    expect([pageName('/nowhere'), pageName('')]).toEqual(['', '']);
  });

  it('is there for every place of the side bars, with three answered questions', () => {
    for (const { href } of allPlaces())
      expect(href === '/' || helpFor(href) !== helpFor('/'), href).toBe(true);
    for (const help of Object.values(helpEntries)) expect(help.questions).toHaveLength(3);
  });
});
