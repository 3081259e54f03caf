import { expect, it } from 'vitest';
import { decrypt, encrypt, isSignature, keyedHash, sign } from '#lib/server/platform/cipher.ts';
import { onEngine } from '../../support/engines.ts';

onEngine('sqlite', 'the cipher (it never meets the engine)', (engine) => {
  it.each(['a1', 's1'] as const)(
    'gives back under suite %s what it took, differently each time',
    async (suite) => {
      const db = await engine.database();
      const [first, second] = [
        encrypt(db, '11010519491231002X', suite),
        encrypt(db, '11010519491231002X', suite),
      ];
      expect(first).not.toBe(second);
      expect(first).toMatch(new RegExp(`^${suite}\\.[0-9a-f]{8}:`));
      expect(first).not.toContain('11010519491231002X');
      expect(decrypt(db, first)).toBe('11010519491231002X');
      expect(decrypt(db, second)).toBe('11010519491231002X');
    },
  );

  it('refuses a ciphertext that was changed', async () => {
    const db = await engine.database();
    const stored = encrypt(db, '13800001234');
    const changed = stored.slice(0, -2) + (stored.endsWith('AA') ? 'BB' : 'AA');
    expect(() => decrypt(db, changed)).toThrow();
  });

  it('finds a value by its hash only under the same purpose', async () => {
    const db = await engine.database();
    expect(keyedHash(db, 'mobile', '13800001234')).toBe(keyedHash(db, 'mobile', '13800001234'));
    expect(keyedHash(db, 'mobile', '13800001234')).not.toBe(keyedHash(db, 'identity', '13800001234'));
  });

  it('recognises its own signature and nothing else', async () => {
    const db = await engine.database();
    const signature = sign(db, 'receipt', 'text');
    expect(isSignature(db, 'receipt', 'text', signature)).toBe(true);
    expect(isSignature(db, 'receipt', 'texT', signature)).toBe(false);
    expect(isSignature(db, 'backup', 'text', signature)).toBe(false);
    expect(isSignature(db, 'receipt', 'text', 'not hex')).toBe(false);
  });
});
