import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyLog } from '#lib/server/access/index.ts';
import { archiveFolderOf, record, seal } from '#lib/server/audit/index.ts';
import { inTransaction } from '#lib/server/db/index.ts';
import { parseWorkbook } from '#lib/server/documents/workbook.ts';
import * as exams from '#lib/server/exams/index.ts';
import {
  exportLog,
  exportOwnData,
  keepWithin,
  readOwnData,
  searchLog,
  setRetention,
} from '#lib/server/inspection/index.ts';
import * as people from '#lib/server/people/index.ts';
import { addUnit } from '#lib/server/units/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import type { World } from '../../support/world.ts';
import * as district from '../completion/district.ts';

const all = { who: '', deed: '', unitId: '', from: '', to: '', before: '' } as const;
const identity = '11010519491231002X';

async function town(world: World) {
  const { id: root } = await addUnit(world.console, { name: '某县', parentId: null });
  const { id: bureau } = await addUnit(world.console, { name: '某局', parentId: root });
  const { id: other } = await addUnit(world.console, { name: '另一局', parentId: root });
  const made = await people.addPerson(world.console, { name: '张三', unitId: bureau, identity });
  const personId = typeof made === 'string' ? made : (made as { id: string }).id;
  return { root, bureau, other, personId };
}

onBothEngines('the log', (engine) => {
  it('is searched by person, act, unit and day, and only as far as the reader audits', async () => {
    const world = await engine.world();
    const { root, bureau, other, personId } = await town(world);
    const chief = world.signedIn({ name: '审计员', roles: { auditAdministrator: root } });
    const found = async (filter: Partial<Record<keyof typeof all, string>>, act = chief) =>
      (await searchLog(act, { ...all, ...filter } as typeof all)).entries.map((one) => one.verb);
    expect(await found({ who: '张三' })).toEqual(['people.added']);
    expect(await found({ deed: 'units.added' })).toHaveLength(3);
    expect(await found({ deed: 'units.' })).toHaveLength(3);
    expect(await found({ unitId: bureau, deed: 'people.' })).toEqual(['people.added']);
    const [added] = (await searchLog(chief, { ...all, unitId: bureau, deed: 'units.added' })).entries;
    expect(added).toMatchObject({
      subject: '单位：某局',
      details: expect.stringContaining('上级单位：某县'),
    });
    expect(await found({ to: '2026-03-01' })).toEqual([]);
    expect((await found({ from: '2026-03-02' })).length).toBeGreaterThan(3);
    const beside = world.signedIn({ roles: { auditAdministrator: other } });
    expect(await found({ who: '张三' }, beside)).toEqual([]);
    const coordinator = world.signedIn({ roles: { coordinator: root } });
    await expect(searchLog(coordinator, all)).rejects.toMatchObject({ code: 'forbidden' });
    expect(personId).not.toBe('');
  });

  it('names an attempt by its exam and a waiver by its requirement, not only by the person', async () => {
    const world = await engine.world();
    const place = await district.district(world);
    const [personId = ''] = place.people;
    const attempt = await district.sit(place, personId, null);
    const requirement = await district.requirement(world, 'enforcement', 2000);
    await district.waive(world, personId, null);
    const { id: waiver } = await world.db.selectFrom('waiver').select('id').executeTakeFirstOrThrow();
    const { title } = await world.db.selectFrom('exam').select('title').executeTakeFirstOrThrow();
    const subjects = { attempt, requirement, waiver };
    await inTransaction(world.console, async (act) => {
      for (const [kind, id] of Object.entries(subjects))
        await record(act, { verb: 'waivers.decided', subject: { kind, id }, details: {} });
    });
    const { entries } = await searchLog(world.console, { ...all, deed: 'waivers.decided' });
    expect(entries.map((one) => one.subject).toSorted()).toEqual(
      [`作答：人员1（${title}）`, '减免：人员1（测试）', '年度要求：测试'].toSorted(),
    );
  });

  it('is paged without counting, each page beginning where the last ended', async () => {
    const world = await engine.world();
    await inTransaction(world.console, async (act) => {
      for (let at = 0; at < 53; at += 1) await record(act, { verb: 'test.done', details: { at } });
    });
    const first = await searchLog(world.console, all);
    const second = await searchLog(world.console, { ...all, before: first.next ?? '' });
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.entries, ...second.entries].map((one) => one.id)).size).toBe(53);
  });

  it('is exported under a mark, and the export stands in it', async () => {
    const world = await engine.world();
    const { root } = await town(world);
    const chief = world.signedIn({ name: '审计员', roles: { auditAdministrator: root } });
    const { before: _before, ...filter } = all;
    const [sheet] = parseWorkbook((await exportLog(chief, filter)).bytes);
    expect(sheet?.rows[0]?.[0]?.text).toContain('由 审计员 于');
    expect(JSON.stringify(sheet)).toContain('新增人员');
    expect((await searchLog(chief, { ...all, deed: 'inspection.logExported' })).entries).toHaveLength(1);
  });

  it('says to a person who saw his data and why his number was shown, and gives it all to him', async () => {
    const world = await engine.world();
    const { root, bureau, personId } = await town(world);
    const coordinator = world.signedIn({ name: '李干事', roles: { coordinator: bureau } });
    await people.viewPerson(coordinator, personId);
    await people.viewPerson(coordinator, personId);
    const security = world.signedIn({ name: '安全员', roles: { securityAdministrator: root } });
    const short = people.revealSecrets(security, { personId, reason: '看' });
    await expect(short).rejects.toMatchObject({ code: 'invalid' });
    const asked = { personId, reason: '核对身份证号有误' };
    await expect(people.revealSecrets(coordinator, asked)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await people.revealSecrets(security, asked)).toMatchObject({ identity });
    const extra = { personId, percent: 30, minutes: null, reason: '视力障碍', from: '2026-01-01', to: null };
    await exams.giveStanding(coordinator, extra);
    const self = world.signedIn({ personId, name: '张三' });
    const own = await readOwnData(self);
    expect(own.kinds.find(({ name }) => name === '个人加时')?.count).toBe(1);
    expect(own.looks.map((look) => [look.by, look.what, look.reason])).toEqual([
      ['安全员', '查看完整号码', '核对身份证号有误'],
      ['李干事', '查看个人资料', ''],
    ]);
    const { bytes } = await exportOwnData(self, 'xlsx');
    const text = JSON.stringify(parseWorkbook(bytes));
    expect(text).toContain('某局');
    expect(text).toContain('视力障碍');
    expect(text).not.toContain(identity);
    expect((await exportOwnData(self, 'zip')).bytes.length).toBeGreaterThan(500);
  });

  it('goes into files with their digest when it is old, and the proof goes on from the cut', async () => {
    const world = await engine.world();
    const entry = (act: World['console'], verb: string) =>
      inTransaction(act, (own) => record(own, { verb, details: {} }));
    const old = world.at('2022-01-01T00:00:00.000Z');
    await entry(old.console, 'test.old');
    await seal(old.system);
    await entry(world.console, 'test.new');
    await seal(world.system);
    expect(await keepWithin(world.system)).toEqual({ openings: 0, practised: 0, feedback: 0, entries: 1 });
    expect(await keepWithin(world.system)).toEqual({ openings: 0, practised: 0, feedback: 0, entries: 0 });
    const left = await world.db.selectFrom('audit_entry').select('verb').orderBy('id').execute();
    expect(left.map((row) => row.verb)).toEqual(['test.new', 'inspection.logCut']);
    const [file = ''] = readdirSync(archiveFolderOf(world.db));
    expect(file).toMatch(/^audit-1-1\.jsonl\.gz$/);
    await seal(world.system);
    expect(await verifyLog(world.console)).toEqual([]);
    // Broken on purpose: the file, then the cut itself, then a seal too many is gone.
    const place = join(archiveFolderOf(world.db), file);
    expect(existsSync(place)).toBe(true);
    writeFileSync(place, 'other');
    expect((await verifyLog(world.console)).map((one) => one.kind)).toEqual(['cutBroken']);
    await world.db.updateTable('audit_cut').set({ last_mac: 'forged' }).execute();
    expect((await verifyLog(world.console)).map((one) => one.kind)).toContain('sealBroken');
    await world.db.deleteFrom('audit_cut').execute();
    expect((await verifyLog(world.console)).map((one) => one.kind)).toEqual(
      expect.arrayContaining(['sealBroken', 'tailCut']),
    );
  });

  it('goes on from a cut that took all of it', async () => {
    const world = await engine.world();
    const old = world.at('2022-01-01T00:00:00.000Z');
    await inTransaction(old.console, (act) => record(act, { verb: 'test.old' }));
    await seal(old.system);
    await keepWithin(world.system);
    await seal(world.system);
    const seals = await world.db.selectFrom('audit_seal').select(['number', 'total_count']).execute();
    expect(seals).toEqual([{ number: 2, total_count: 2 }]);
    expect(await verifyLog(world.console)).toEqual([]);
  });

  it('is kept as long as the security administrator of the whole says, never under six months', async () => {
    const world = await engine.world();
    const { root, bureau } = await town(world);
    const wish = { audit: 183, openings: 90, practice: 365, signIns: 365, feedback: 365 };
    const security = world.signedIn({ roles: { securityAdministrator: root } });
    await setRetention(security, wish);
    const short = setRetention(security, { ...wish, audit: 100 });
    await expect(short).rejects.toMatchObject({ code: 'invalid', fields: { audit: expect.any(String) } });
    const below = world.signedIn({ roles: { securityAdministrator: bureau } });
    await expect(setRetention(below, wish)).rejects.toMatchObject({ code: 'notFound' });
  });
});
