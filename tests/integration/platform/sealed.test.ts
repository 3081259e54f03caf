import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openSealed, sealBytes } from '#lib/server/platform/cipher.ts';
import { onEngine } from '../../support/engines.ts';

onEngine('sqlite', 'sealed bytes (no engine is asked)', (engine) => {
  it('are opened again whole, in either suite, and refused when one bit was changed', async () => {
    const { db } = await engine.world();
    const bytes = randomBytes(2_500_000);
    for (const suite of ['a1', 's1'] as const) {
      const sealed = await sealBytes(db, bytes, suite);
      expect(openSealed(db, sealed).equals(bytes)).toBe(true);
      sealed[sealed.length >> 1] = (sealed[sealed.length >> 1] ?? 0) ^ 1;
      expect(() => openSealed(db, sealed)).toThrow();
    }
    expect(() => openSealed(db, Buffer.from('not sealed'))).toThrow('not sealed');
  });
});
