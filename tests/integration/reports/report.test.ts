import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { figureTable } from '#lib/domain/reports/annex.ts';
import { printBlock } from '#lib/domain/reports/draft.ts';
import * as completion from '#lib/server/completion/index.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import * as town from '../completion/district.ts';
import { value } from '../figures/reading.ts';

/** Texts of a Word file's paragraphs, in order. */
async function paragraphsOf(bytes: Buffer): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const paragraphs = xml.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? [];
  return paragraphs.map((one) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

async function examined(place: town.District, people: string[]): Promise<void> {
  for (const personId of people) {
    await town.seat(place, personId, 'due');
    const fact = { kind: 'candidateChanged', examId: place.examId, personId } as const;
    await town.within(place.world, (act) => completion.onCandidateChanged(act, fact));
  }
}

onBothEngines('the report', (engine) => {
  it('says on paper what it says on the page, number by number', async () => {
    const place = await town.district(await engine.world());
    const { world, root, people } = place;
    await examined(place, people);
    const attemptId = await town.sit(place, people[0] ?? '', 9100);
    const graded = {
      kind: 'attemptGraded',
      attemptId,
      examId: place.examId,
      personId: people[0] ?? '',
      planYear: town.YEAR,
      scoreHundredths: 9100,
    } as const;
    await town.within(world, (act) => completion.onAttemptGraded(act, graded));
    const leader = world.signedIn({ name: '李明', roles: { leader: root } });
    const page = await reports.readReport(leader, { unitId: root, planYear: town.YEAR });
    const { bytes, fileName } = await reports.exportReport(leader, { unitId: root, planYear: town.YEAR });
    const paper = await paragraphsOf(bytes);

    const sentences = page.blocks.map(printBlock);
    expect(sentences.join('')).toContain('应参加学法考试6人，实际参加1人，参考率16.66%');
    for (const text of [...page.title, ...sentences]) expect(paper).toContain(text);
    for (const cell of page.departments.rows.flat()) expect(paper).toContain(cell);
    expect(paper).toContain(page.departments.note);
    const named = [...page.values].map(([name, value]) => ({ ...value, name }));
    const figures = figureTable(named, { planYear: town.YEAR, at: page.readAt, hidden: page.hidden });
    for (const cell of figures.rows.flat()) expect(paper).toContain(cell);
    expect(figures.rows.map((row) => row[2])).toContain('16.66%（1 / 6）');
    for (const [name, { key, group, ...counted }] of page.values) {
      if (!name.includes('@'))
        expect(await value(world, key, { unitId: root, group })).toMatchObject(counted);
    }
    expect(fileName).toBe('云山区2026年度法治政府建设情况报告（学法部分）.docx');
  });

  it('leaves out the rates of departments under five people and says so', async () => {
    const place = await town.district(await engine.world());
    await examined(place, place.people);
    const leader = place.world.signedIn({ roles: { leader: place.root } });
    const { departments } = await reports.readReport(leader, { unitId: place.root, planYear: town.YEAR });
    expect(departments.rows.map(([name, due, rate]) => [name, due, rate])).toEqual([
      ['甲局', '2', '—'],
      ['乙局', '4', '—'],
    ]);
    expect(departments.note).toContain('不足5人');
  });

  it('leaves a trace when it is taken out, with the watermark of who took it', async () => {
    const { world, root } = await town.district(await engine.world());
    const leader = world.signedIn({ name: '李明', roles: { leader: root } });
    const { bytes } = await reports.exportReport(leader, { unitId: root, planYear: town.YEAR });
    const header = await (await JSZip.loadAsync(bytes)).file('word/header1.xml')?.async('string');
    expect(header).toContain('由 李明 导出');
    const entry = await world.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('verb', '=', 'reports.exported')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ unit_id: root, actor_name: '李明', subject_id: `${root}/2026` });
  });

  it('agrees with the counters and rows behind it, and a difference is named', async () => {
    const place = await town.district(await engine.world());
    const { world, root } = place;
    await examined(place, place.people);
    expect(await figures.verifyFigures(world.console)).toEqual([]);
    await world.db.updateTable('unit_counter').set({ due: 0 }).where('unit_id', '=', root).execute();
    const differences = await figures.verifyFigures(world.console);
    const subject = `${root}|2026|participation|all 计数`;
    expect(differences.find((one) => one.subject === subject)).toMatchObject({
      ...{ kind: 'figure', kept: '0/0', counted: '0/6' },
    });
  });

  it('draws the window of the exam with who handed in', async () => {
    const place = await town.district(await engine.world());
    await examined(place, place.people);
    await town.sit(place, place.people[0] ?? '', 9100);
    const leader = place.world.signedIn({ roles: { leader: place.root } });
    const window = await completion.readWindow(leader, { unitId: place.root, planYear: town.YEAR });
    expect(window?.progress.present[0]).toBe(1);
    expect(window?.progress.days[0]).toBe('2026-03-02');
    expect(window?.progress.due).toBe(6);
    expect(window?.svg.narrow).toContain('1 人，今天');
    expect(window?.svg.wide).not.toMatch(/style|class=/);
    expect(await completion.readWindow(leader, { unitId: place.root, planYear: 2025 })).toBeNull();
  });
});
