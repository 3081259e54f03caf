import { expect, it } from 'vitest';
import { printBlock } from '#lib/domain/reports/draft.ts';
import * as completion from '#lib/server/completion/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as reports from '#lib/server/reports/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';

interface Desk {
  place: town.District;
  coordinator: Act;
  asked: reports.ReportQuestion;
}

/** A district whose six people are due in the exam, and a coordinator who writes its report. */
async function desk(world: Parameters<typeof town.district>[0]): Promise<Desk> {
  const place = await town.district(world);
  for (const personId of place.people) {
    await town.seat(place, personId, 'due');
    const fact = { kind: 'candidateChanged', examId: place.examId, personId } as const;
    await town.within(world, (act) => completion.onCandidateChanged(act, fact));
  }
  const coordinator = world.signedIn({ name: '林静', roles: { coordinator: place.root } });
  return { place, coordinator, asked: { unitId: place.root, planYear: town.YEAR } };
}

async function textOf({ coordinator, asked }: Desk): Promise<string> {
  return (await reports.readReport(coordinator, asked)).blocks.map(printBlock).join('\n');
}

const SEATS = { place: 'exam.seats', revision: 0 };

onBothEngines('editing a report', (engine) => {
  it('keeps a number bound through an edit, marks it when it moves, until today’s number is confirmed', async () => {
    const at = await desk(await engine.world());
    const { coordinator, asked, place } = at;
    const text = '全年应考【参考率·应考】人，实考【参考率·实考】人，走访企业30余家。';
    await reports.writeSentence(coordinator, { ...asked, ...SEATS, text });
    expect(await textOf(at)).toContain('全年应考6人，实考0人，走访企业30余家。');

    await town.sit(place, place.people[0] ?? '', 9100);
    const pieces = (await reports.readReport(coordinator, asked)).blocks
      .flatMap((block) => block.sentences)
      .find((sentence) => sentence.place === 'exam.seats')?.pieces;
    expect(pieces?.map((piece) => [piece.kind, piece.text, 'was' in piece ? piece.was : null])).toEqual([
      ['text', '全年应考', null],
      ['bound', '6', null],
      ['text', '人，实考', null],
      ['bound', '1', '0'],
      ['text', '人，走访企业', null],
      ['typed', '30余家', null],
      ['text', '。', null],
    ]);
    expect(await reports.confirmNumbers(coordinator, asked)).toBe(1);
    expect(await reports.confirmNumbers(coordinator, asked)).toBe(0);
    const open = await reports.openSentence(coordinator, { ...asked, place: 'exam.seats' });
    expect(open.history.map((one) => [one.revision, one.by, one.text.slice(0, 11)])).toEqual([
      [2, '林静', '全年应考6人，实考1人'],
      [1, '林静', '全年应考6人，实考0人'],
    ]);
  });

  it('binds a typed number to a figure that says the same, and only to such a one', async () => {
    const at = await desk(await engine.world());
    const { coordinator, asked } = at;
    await reports.writeSentence(coordinator, { ...asked, ...SEATS, text: '全年应考6人。' });
    const open = await reports.openSentence(coordinator, { ...asked, place: 'exam.seats' });
    const [typed] = open.typed;
    expect(typed?.text).toBe('6人');
    const token = '[[participation:denominator]]';
    expect(typed?.offers.map((offer) => offer.token)).toContain(token);
    const bind = { ...asked, place: 'exam.seats', revision: 1, at: typed?.at ?? 0 };
    await expect(
      reports.bindNumber(coordinator, { ...bind, token: '[[participation:numerator]]' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await reports.bindNumber(coordinator, { ...bind, token });
    const bound = await reports.openSentence(coordinator, { ...asked, place: 'exam.seats' });
    expect(bound).toMatchObject({ written: '全年应考【参考率·应考】人。', typed: [] });
  });

  it('refuses the second of two writers, and a name that no figure has', async () => {
    const { coordinator, asked } = await desk(await engine.world());
    await reports.writeSentence(coordinator, { ...asked, ...SEATS, text: '第一人的话。' });
    await expect(
      reports.writeSentence(coordinator, { ...asked, ...SEATS, text: '第二人的话。' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      reports.writeSentence(coordinator, { ...asked, ...SEATS, revision: 1, text: '【没有这项】' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: { text: expect.stringContaining('没有这项') as string },
    });
  });

  it('leaves sentences and sections out and takes them back, adds own ones, in the order that was set', async () => {
    const at = await desk(await engine.world());
    const { coordinator, asked } = at;
    await reports.settleSentence(coordinator, { ...asked, ...SEATS, state: 'omitted' });
    expect(await textOf(at)).not.toContain('应参加学法考试');
    await reports.settleSentence(coordinator, { ...asked, ...SEATS, revision: 1, state: 'draft' });
    expect(await textOf(at)).toContain('应参加学法考试6人');

    const { section } = await reports.addSection(coordinator, {
      ...asked,
      part: 'done',
      title: '推进师徒结对',
    });
    await reports.addSentence(coordinator, { ...asked, section, text: '结成师徒16对。' });
    await reports.moveSection(coordinator, { ...asked, section: 'exam', direction: 'up' });
    await reports.showSection(coordinator, { ...asked, section: 'hours', isOmitted: true });
    const headings = (await reports.readReport(coordinator, asked)).blocks.filter(
      (block) => block.kind === 'heading2',
    );
    expect(headings.map((block) => block.text)).toEqual([
      '（一）领导干部带头学法用法',
      '（二）组织国家工作人员学法考试',
      '（三）推进师徒结对',
    ]);
    expect(await textOf(at)).toContain('结成师徒16对。');
  });

  it('is for those who hold a role over the unit', async () => {
    const { place, asked } = await desk(await engine.world());
    const outsider = place.world.signedIn({ roles: { coordinator: place.units[1] ?? '' } });
    const writing = reports.writeSentence(outsider, { ...asked, ...SEATS, text: '话。' });
    await expect(writing).rejects.toMatchObject({ code: 'notFound' });
    await expect(reports.readReport(outsider, asked)).rejects.toMatchObject({ code: 'notFound' });
  });
});
