import { expect, it } from 'vitest';
import { hours } from '../../../src/cli/hours.ts';
import type { Out } from '../../../src/cli/subject.ts';
import { onBothEngines } from '../../support/engines.ts';

onBothEngines('xuefa hours', (engine) => {
  it('shows the rules, previews a new one and sets it, and says what is wrong with a call', async () => {
    const { console: act } = await engine.world();
    const lines: string[] = [];
    const out: Out = { isJson: false, line: (text) => lines.push(text), json: () => {}, problem: () => {} };
    const run = (verb: 'rules' | 'setRule', args: string[], options: Record<string, string | true> = {}) =>
      hours.verbs[verb]?.run({ act, args, options, out });
    const wanted = {
      from: '2026-07-01',
      source: '区里的办法',
      cap: '40',
      'half-day': '3',
      steps: '15=0.5,30=1',
    };
    await run('setRule', ['event'], { ...wanted, 'dry-run': true });
    expect(lines.join()).toContain('仅预览');
    expect(await run('setRule', ['event'], wanted)).toBe(0);
    lines.length = 0;
    await run('rules', []);
    expect(lines.filter((line) => line.includes('学法活动：'))).toEqual([
      '2026-07-01—今\t学法活动：分档：满 15 分钟 0.5、满 30 分钟 1；半天 3、一天 8 学时；每人每年最多 40 学时\t区里的办法',
      expect.stringContaining('2000-01-01—2026-06-30'),
    ]);
    await expect(run('setRule', ['exam'], wanted)).rejects.toThrow('种类');
    await expect(run('setRule', ['event'], { ...wanted, cap: 'x' })).rejects.toThrow('--cap');
    await expect(run('setRule', ['event'], { source: 'x' })).rejects.toThrow('--from');
  });
});
