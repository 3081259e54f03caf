import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with axe's own words when anything below `node` breaks a WCAG 2.2 AA rule or a best practice for parts. */
export async function expectAccessible(node: Element): Promise<void> {
  const { violations } = await axe.run(node, { rules: { region: { enabled: false } } });
  const words = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
  expect(words).toEqual([]);
}
