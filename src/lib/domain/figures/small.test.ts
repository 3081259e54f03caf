import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenGroups, SMALL_GROUP } from './small.ts';

const groups = fc
  .array(fc.nat(30), { maxLength: 12 })
  .map((sizes) => sizes.map((people, at) => ({ id: `g${at}`, people })));

describe('groups that are not shown by themselves', () => {
  it('are none while each has five people or nobody', () => {
    expect(
      hiddenGroups([
        { id: 'a', people: 5 },
        { id: 'b', people: 0 },
      ]),
    ).toEqual(new Set());
  });

  it('take the next smallest sibling with them', () => {
    const hidden = hiddenGroups([
      { id: 'a', people: 4 },
      { id: 'b', people: 20 },
      { id: 'c', people: 6 },
    ]);
    expect(hidden).toEqual(new Set(['a', 'c']));
  });

  it('never leave a small group to be found by subtraction', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const hidden = hiddenGroups(all);
        for (const one of all)
          if (one.people > 0 && one.people < SMALL_GROUP) expect(hidden.has(one.id)).toBe(true);
        const people = all.filter((one) => one.people > 0).length;
        if (hidden.size === 1) expect(people).toBe(1);
      }),
    );
  });
});
