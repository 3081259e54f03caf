import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import * as completion from '#lib/server/completion/index.ts';
import { runtimeOf } from '#lib/server/db/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import * as reports from '#lib/server/reports/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';

interface Year {
  world: World;
  place: town.District;
  leader: Act;
  asked: reports.ReportQuestion;
}

async function examine(place: town.District, people: readonly string[]): Promise<void> {
  for (const personId of people) {
    await town.seat(place, personId, 'due');
    const fact = { kind: 'candidateChanged', examId: place.examId, personId } as const;
    await town.within(place.world, (act) => completion.onCandidateChanged(act, fact));
  }
}

/** A district of which six people are due and one has sat, and its leader. */
async function year(world: World): Promise<Year> {
  const place = await town.district(world);
  await examine(place, place.people);
  await town.sit(place, place.people[0] ?? '', 9100);
  const leader = world.signedIn({ name: '李明', roles: { leader: place.root } });
  return { world, place, leader, asked: { unitId: place.root, planYear: town.YEAR } };
}

const confirmation = `封存${town.YEAR}`;

onBothEngines('freezing a report', (engine) => {
  it('seals values, versions and rows; later truth is shown beside and appended with its reason', async () => {
    const { place, leader, asked } = await year(await engine.world());
    const listed = async () => {
      const [unit] = await reports.listReports(leader);
      return unit?.years.find((one) => one.year === asked.planYear)?.standing;
    };
    expect(await listed()).toBe('草稿');
    const { id } = await reports.signReport(leader, { ...asked, confirmation });
    expect(await listed()).toBe('已签发（第 1 次封存）');
    const sealed = await reports.readFreeze(leader, id);
    const seats = sealed.values.find((value) => value.name === 'participation');
    expect(seats).toMatchObject({ numerator: 1, denominator: 6, rowCount: 6, version: 1, isFinal: false });
    expect(sealed).toMatchObject({ kind: 'signed', number: 1, madeByName: '李明', differences: [] });

    await town.sit(place, place.people[1] ?? '', 8000);
    const { differences } = await reports.readFreeze(leader, id);
    expect(differences.find((one) => one.name === 'participation')).toMatchObject({
      sealed: '16.66%（1 / 6）',
      today: '33.33%（2 / 6）',
    });
    const trueUp = await reports.trueUpReport(leader, { ...asked, reason: '漏登一份纸质答卷' });
    expect(await listed()).toBe('已签发（第 2 次封存）');
    const corrected = await reports.readFreeze(leader, trueUp.id);
    expect(corrected).toMatchObject({
      kind: 'trueUp',
      reason: '漏登一份纸质答卷',
      previousDigest: sealed.digest,
    });
    expect(corrected.values.find((value) => value.name === 'participation')?.numerator).toBe(2);
    expect((await reports.readFreeze(leader, id)).values).toEqual(sealed.values);
    const kinds = (await reports.listFreezes(leader, asked)).map((one) => one.kind);
    expect(kinds).toEqual(['trueUp', 'signed']);
  });

  it('is signed by a leader who types it, once; then words stand and only true-ups follow', async () => {
    const { world, place, leader, asked } = await year(await engine.world());
    const coordinator = world.signedIn({ roles: { coordinator: place.root } });
    await expect(reports.signReport(coordinator, { ...asked, confirmation })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(reports.signReport(leader, { ...asked, confirmation: '好' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(reports.trueUpReport(leader, { ...asked, reason: '早了' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await reports.sealDraft(coordinator, asked);
    await reports.signReport(leader, { ...asked, confirmation });
    const late = [
      reports.signReport(leader, { ...asked, confirmation }),
      reports.sealDraft(coordinator, asked),
      reports.trueUpReport(leader, { ...asked, reason: '没有变化' }),
      reports.writeSentence(coordinator, { ...asked, place: 'exam.seats', revision: 0, text: '改。' }),
      reports.moveSection(coordinator, { ...asked, section: 'exam', direction: 'up' }),
    ];
    for (const one of await Promise.allSettled(late)) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } });
    }
  });

  it('names the seals of the units below, and exam figures are final after the make-up', async () => {
    const { world, place, asked } = await year(await engine.world());
    const later = world.at('2027-01-10T01:00:00.000Z');
    const leader = later.signedIn({ name: '李明', roles: { leader: place.root } });
    const bureau = { ...asked, unitId: place.units[1] ?? '' };
    const below = await reports.signReport(leader, { ...bureau, confirmation });
    const above = await reports.signReport(leader, { ...asked, confirmation });
    const child = await reports.readFreeze(leader, below.id);
    const parent = await reports.readFreeze(leader, above.id);
    expect(parent.children.map((one) => one.digest)).toEqual([child.digest]);
    const days = parent.values.map((value) => [value.name, value.asOf, value.isFinal]);
    expect(days).toContainEqual(['participation', '2027-01-10', true]);
    expect(days).toContainEqual(['hoursReached', '2026-12-31', true]);
  });

  it('is verified anew: a changed value, a changed text, a lost file, a removed freeze are each named', async () => {
    const { world, leader, asked } = await year(await engine.world());
    const { id } = await reports.signReport(leader, { ...asked, confirmation });
    const faults = async () => (await reports.verifyFreezes(world.console)).map((one) => one.fault);
    expect(await faults()).toEqual([]);

    const value = world.db
      .updateTable('figure_value')
      .where('freeze_id', '=', id)
      .where('name', '=', 'participation');
    await value.set({ numerator: 6 }).execute();
    expect(await faults()).toEqual(['封存内容与摘要不符']);
    await value.set({ numerator: 1, rows_digest: 'x' }).execute();
    expect(await faults()).toEqual(['封存内容与摘要不符', 'participation 的明细与摘要不符']);
    const digest = (await reports.readFreeze(leader, id)).rowsFile;
    const file = join(runtimeOf(world.db).filesFolder, digest.slice(0, 2), digest);
    await writeFile(file, 'other');
    expect(await faults()).toContain('明细文件缺失或损坏');
    await rm(file);
    expect(await faults()).toContain('明细文件缺失或损坏');
    await world.db.deleteFrom('figure_value').execute();
    await world.db.deleteFrom('freeze').execute();
    expect(await faults()).toEqual(['日志中有这次封存，记录已不在']);
  });

  it('is taken out as it was sealed, with its digest', async () => {
    const { place, leader, asked } = await year(await engine.world());
    const { id } = await reports.signReport(leader, { ...asked, confirmation });
    await town.sit(place, place.people[1] ?? '', 8000);
    const { digest } = await reports.readFreeze(leader, id);
    const { bytes } = await reports.exportReport(leader, { ...asked, freezeId: id });
    const zip = await JSZip.loadAsync(bytes);
    const [document, header] = await Promise.all(
      ['word/document.xml', 'word/header1.xml'].map((name) => zip.file(name)?.async('string')),
    );
    expect(document).toContain('应参加学法考试6人，实际参加1人，参考率16.66%');
    expect(header).toContain(`签发封存 第 1 次`);
    expect(header).toContain(`摘要 ${digest.slice(0, 16)}`);
    const other = { ...asked, unitId: place.units[1] ?? '' };
    await expect(reports.exportReport(leader, { ...other, freezeId: id })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
