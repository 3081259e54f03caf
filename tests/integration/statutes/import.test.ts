import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import * as statutes from '#lib/server/statutes/index.ts';
import { onBothEngines } from '../../support/engines.ts';

const folder = 'tests/fixtures/statutes';
const files = globSync('**/*.md', { cwd: folder })
  .sort()
  .map((path) => ({
    folder: dirname(path),
    name: basename(path),
    text: readFileSync(join(folder, path), 'utf8'),
  }));
const title = '中华人民共和国借阅管理法';
const newer = {
  folder: '',
  name: 'new.md',
  text: `# ${title}\n\n2024年4月4日 修订\n\n第一条 新的第一条。\n\n第二条 本法自公布之日起施行。`,
};

onBothEngines('statutes', (engine) => {
  it('are imported once, however often the import is repeated', async () => {
    const { console } = await engine.world();
    const first = await statutes.importStatutes(console, files);
    expect(first.statutes.map((one) => one.state)).toEqual(['imported', 'imported', 'imported', 'imported']);
    expect(first.skipped).toEqual(['./README.md']);
    const again = await statutes.importStatutes(console, files);
    expect(again.statutes.every((one) => one.state === 'unchanged')).toBe(true);
    expect((await statutes.listStatutes(console)).total).toBe(4);
  });

  it('keep a day that a person entered when a mended text replaces them', async () => {
    const { console } = await engine.world();
    await statutes.importStatutes(console, [newer]);
    const [line] = (await statutes.listStatutes(console)).lines;
    expect(line).toMatchObject({ effectiveOn: null, standing: 'undated' });
    await statutes.enterEffectiveDate(console, { id: line?.id ?? '', effectiveOn: '2024-05-01' });
    const mended = { ...newer, text: newer.text.replace('新的第一条', '改正后的第一条') };
    const report = await statutes.importStatutes(console, [mended]);
    expect(report.statutes[0]).toMatchObject({ state: 'replaced', effectiveOn: '2024-05-01' });
    const article = await statutes.articleOf(console.db, { title, number: '第一条' });
    expect(article?.paragraphs).toEqual(['改正后的第一条。']);
  });

  it('of one law stand side by side, and a citation finds the version of its day', async () => {
    const world = await engine.world();
    await statutes.importStatutes(world.console, [...files, newer]);
    const at = (effectiveOn?: string) =>
      statutes.articleOf(world.db, { title: '《借阅管理法》', number: '第1条', effectiveOn });
    expect((await at())?.versionOn).toBe('2024-04-04');
    expect((await at('2019-07-01'))?.versionOn).toBe('2019-03-05');
    expect((await at('2024-04-04'))?.versionOn).toBe('2024-04-04');
    expect(await at('2001-01-01')).toBeNull();
    expect(await statutes.articleOf(world.db, { title, number: '第九十九条' })).toBeNull();
    const coordinator = world.signedIn({ roles: { coordinator: 'u' } });
    const { lines } = await statutes.listStatutes(coordinator);
    const both = lines.filter((line) => line.title === title);
    expect(both.map((line) => line.standing)).toEqual(['undated', 'current']);
    const view = await statutes.readStatute(coordinator, both[1]?.id ?? '');
    expect(view.chapters.map((chapter) => chapter.name)).toContain('第二章 借阅 · 第一节 期限');
    expect(view.versions).toHaveLength(2);
  });

  it('are taken all or not at all', async () => {
    const { console } = await engine.world();
    const undated = { folder: '', name: 'bad.md', text: '# 某法\n\n第一条 没有日期。' };
    await expect(statutes.importStatutes(console, [...files, undated])).rejects.toThrow(/bad\.md/);
    await expect(statutes.importStatutes(console, [newer, { ...newer, name: 'twin.md' }])).rejects.toThrow(
      /出现了两次/,
    );
    await expect(statutes.importStatutes(console, [])).rejects.toThrow(/没有找到/);
    expect((await statutes.listStatutes(console)).total).toBe(0);
  });

  it('are the console’s to import and the coordinators’ to read', async () => {
    const world = await engine.world();
    const coordinator = world.signedIn({ roles: { coordinator: 'u' } });
    await expect(statutes.importStatutes(coordinator, files)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(statutes.listStatutes(world.signedIn())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(statutes.readStatute(coordinator, 'none')).rejects.toMatchObject({ code: 'notFound' });
  });
});
