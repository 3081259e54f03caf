import { expect, it } from 'vitest';
import { data } from '../../../src/cli/data.ts';
import { figures } from '../../../src/cli/figures.ts';
import type { Out, Subject } from '../../../src/cli/subject.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';

/** Runs a verb of the command line and keeps what it prints. */
async function run(
  subject: Subject,
  verb: string,
  act: Act,
  more: { args?: string[]; options?: Record<string, string | true> } = {},
) {
  const lines: string[] = [];
  const values: unknown[] = [];
  const out: Out = {
    isJson: true,
    line: (text) => lines.push(text),
    json: (value) => values.push(value),
    problem: (text) => lines.push(text),
  };
  const { args = [], options = {} } = more;
  const code = await subject.verbs[verb]?.run({ act, args, options, out });
  return { code, lines, value: values[0] };
}

onBothEngines('the command line', (engine) => {
  it('data verify is content with what agrees and names each place that does not', async () => {
    const { world, root } = await town.district(await engine.world());
    const agreed = await run(data, 'verify', world.console);
    expect(agreed).toMatchObject({ code: 0, value: { differences: [] } });
    const empty = { due: 3, exempt: 0, reached: 0, present: 0, passed: 0, excellent: 0 };
    const key = { unit_id: root, plan_year: town.YEAR, requirement_id: 'exam', leadership: 0, slot: 0 };
    const main = { present_main: 0, passed_main: 0, excellent_main: 0 };
    await world.db
      .insertInto('unit_counter')
      .values({ ...key, ...empty, ...main })
      .execute();
    const differing = await run(data, 'verify', world.console);
    expect(differing.code).toBe(1);
    expect(differing.lines[0]).toBe(`计数 ${root}|2026|exam|0|00：记录为 due 3，重新计数为 due 0`);
    expect(differing.lines[1]).toContain('指标');
  });

  it('data verify says which recounts the server has yet to do', async () => {
    const { world, root } = await town.district(await engine.world());
    const owed = {
      id: 'o',
      unit_id: root,
      class_code: null,
      plan_year: null,
      day: '2026-03-02',
      done_to: '',
    };
    await world.db
      .insertInto('recount_owed')
      .values({ ...owed, owed_at: world.now })
      .execute();
    const { lines, value } = await run(data, 'verify', world.console);
    expect(lines[0]).toContain('还有 1 项');
    expect(value).toMatchObject({ owed: 1 });
  });

  it('figures show prints a value with its rows', async () => {
    const place = await town.district(await engine.world());
    const [who = ''] = place.people;
    await town.seat(place, who, 'due');
    await town.sit(place, who, 9000);
    const asked = {
      args: ['participation'],
      options: { unit: place.root, year: '2026', rows: true as const },
    };
    const { code, lines } = await run(figures, 'show', place.world.console, asked);
    expect(code).toBe(0);
    expect(lines).toEqual(['参考率：100%', '公式：实考 ÷ 应考', '实考 1 / 应考 1', '计入\t甲局\t人员1']);

    const narrow = { unit: place.root, year: '2026', class: 'division', window: 'main', group: 'leadership' };
    const nobody = await run(figures, 'show', place.world.console, { ...asked, options: narrow });
    expect(nobody.lines[0]).toBe('参考率：—');
    const scope = { classCode: 'division', window: 'main', group: 'leadership', asOf: '2026-03-02' };
    expect(nobody.value).toMatchObject({ scope });
  });

  it('figures list names every figure, and wrong options are refused with what they should be', async () => {
    const { world, root } = await town.district(await engine.world());
    const { lines } = await run(figures, 'list', world.console);
    expect(lines).toHaveLength(21);
    expect(lines.find((line) => line.startsWith('enforcementForum'))).toContain('执法大讲堂');
    const show = (options: Record<string, string>) =>
      run(figures, 'show', world.console, { args: ['due'], options: { unit: root, ...options } });
    await expect(show({ class: 'nobody' })).rejects.toThrow('人员类别代码');
    await expect(show({ 'as-of': '九月' })).rejects.toThrow('日期');
    await expect(show({ group: 'x' })).rejects.toThrow('leadership');
  });
});
