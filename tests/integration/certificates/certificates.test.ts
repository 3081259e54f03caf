import { expect, it } from 'vitest';
import * as certificates from '#lib/server/certificates/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { certified, studyOf } from '../../support/certificates.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import { readSymbol } from '../../support/qr.ts';

const origin = 'https://xuefa.test';
const seen = (act: Act, id: string) => certificates.view(act, { id, origin });

async function reverseOne(act: Act, personId: string): Promise<void> {
  const { lines } = await hours.readLedger(act, { personId, planYear: 2026, ledger: 'training' });
  await hours.reverseEntry(act, { entryId: lines[0]?.id ?? '', reason: '重复记入' });
}

onBothEngines('certificates', (engine) => {
  it('freeze what the records said, under a number, for their holder and his coordinators', async () => {
    const world = await engine.world();
    const { personId, owner, coordinator, district, beside } = await certified(world);
    const { id, number } = await certificates.issue(coordinator, studyOf(personId));
    expect(number).toBe('XZ2026-001-00001');
    const { sheet, state, mayEnd } = await seen(owner, id);
    expect([state, mayEnd]).toEqual(['valid', false]);
    expect(sheet.address).toBe(`${origin}/certificates/verify/${sheet.code}`);
    expect(readSymbol(sheet.picture)).toBe(sheet.address);
    expect(sheet.content).toMatchObject({
      holder: { name: '张敏', unitName: '司法局' },
      ledgers: [{ totalHundredths: 155 }, { totalHundredths: 100 }],
      lines: [{ title: '行政处罚法', training: 155, credit: 100 }],
      rest: null,
    });
    expect((await seen(district, id)).mayEnd).toBe(true);
    const stranger = world.signedIn({ personId: (await officer(world, { name: '王强' })).personId });
    for (const act of [beside, stranger])
      await expect(seen(act, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(certificates.issue(beside, studyOf(personId))).rejects.toMatchObject({ code: 'notFound' });
    await expect(certificates.issue(owner, studyOf(personId))).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are issued once a kind and year, never for a year to come, never of nothing', async () => {
    const world = await engine.world();
    const { personId, coordinator } = await certified(world);
    await certificates.issue(coordinator, studyOf(personId));
    await expect(certificates.issue(coordinator, studyOf(personId))).rejects.toThrow(
      '已有在用的证明 XZ2026-001-00001',
    );
    const next = { ...studyOf(personId), planYear: 2027 };
    await expect(certificates.issue(coordinator, next)).rejects.toMatchObject({ code: 'invalid' });
    const before = { ...studyOf(personId), planYear: 2025 };
    await expect(certificates.issue(coordinator, before)).rejects.toThrow('还没有学时、学分记录');
    const transcript = { ...studyOf(personId), kind: 'transcript' as const };
    await expect(certificates.issue(coordinator, transcript)).rejects.toThrow('还没有考试成绩');
  });

  it('are verified by anybody who has the sheet, name masked, with number and code', async () => {
    const world = await engine.world();
    const { personId, coordinator } = await certified(world);
    const { id, number } = await certificates.issue(coordinator, studyOf(personId));
    const { code } = (await seen(coordinator, id)).sheet;
    const verify = (asked: { code: string; number: string }) =>
      certificates.verifyCertificate(world.visitor, asked);
    const found = await verify({ code, number });
    expect(found).toMatchObject({
      number,
      state: 'valid',
      maskedName: '张*',
      unitName: '司法局',
      endedOn: null,
    });
    expect(found.values.map((one) => one.text)).toEqual(['1.55 学时', '1 学分']);
    expect(JSON.stringify(found)).not.toContain('张敏');
    expect((await verify({ code, number: '' })).number).toBe(number);
    await expect(verify({ code, number: 'XZ2026-001-00002' })).rejects.toMatchObject({ code: 'notFound' });
    await expect(verify({ code: number, number })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are untouched by what comes later, changed by a correction, replaced by a new number', async () => {
    const world = await engine.world();
    const { personId, coordinator, complete } = await certified(world);
    const { personId: other } = await officer(world, { name: '赵磊' });
    await complete(0, other);
    const { id } = await certificates.issue(coordinator, studyOf(personId));
    await reverseOne(coordinator, personId);
    expect((await seen(coordinator, id)).state).toBe('changed');
    const next = await certificates.reissue(coordinator, { id, reason: '学时已更正' });
    expect(next.number).toBe('XZ2026-001-00002');
    const old = await seen(coordinator, id);
    expect(old).toMatchObject({ state: 'replaced', nextNumber: next.number, mayEnd: false });
    expect(old.ended).toMatchObject({ reason: '学时已更正', byName: '林静' });
    await complete(0);
    expect((await seen(coordinator, next.id)).state).toBe('valid');
    const verified = await certificates.verifyCertificate(world.visitor, {
      code: old.sheet.code,
      number: '',
    });
    expect(verified).toMatchObject({ state: 'replaced', nextNumber: next.number, endedOn: '2026-03-02' });
    expect(JSON.stringify(verified)).not.toContain('学时已更正');
  });

  it('are taken back by who issued, once, with a reason, and can be issued anew', async () => {
    const world = await engine.world();
    const { personId, coordinator, district, beside } = await certified(world);
    const { id } = await certificates.issue(district, studyOf(personId));
    const asked = { id, reason: '发错了人' };
    for (const act of [coordinator, beside])
      await expect(certificates.revoke(act, asked)).rejects.toMatchObject({ code: 'notFound' });
    await expect(certificates.revoke(district, { ...asked, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: '请写明原因。' },
    });
    await certificates.revoke(district, asked);
    await expect(certificates.revoke(district, asked)).rejects.toMatchObject({ code: 'conflict' });
    await expect(certificates.reissue(district, asked)).rejects.toMatchObject({ code: 'conflict' });
    expect((await seen(coordinator, id)).state).toBe('revoked');
    expect((await certificates.issue(coordinator, studyOf(personId))).number).toBe('XZ2026-002-00001');
  });

  it('show when what is stored is not what was issued', async () => {
    const world = await engine.world();
    const { personId, coordinator } = await certified(world);
    const { id, number } = await certificates.issue(coordinator, studyOf(personId));
    expect(await certificates.verifyCertificates(world.console)).toEqual([]);
    const { content } = (await seen(coordinator, id)).sheet;
    const forged = JSON.stringify({ ...content, asOf: '2026-12-31' });
    await world.db.updateTable('certificate').set({ content: forged }).where('id', '=', id).execute();
    expect((await seen(coordinator, id)).state).toBe('broken');
    expect(await certificates.verifyCertificates(world.console)).toMatchObject([
      { subject: `证明 ${number}` },
    ]);
  });

  it('of one day stand by unit and name, those of a later day before them', async () => {
    const world = await engine.world();
    const { personId, unitId, complete, coordinator } = await certified(world);
    const filter = { q: '', kind: '', planYear: null, unitId: '', status: '' } as const;
    const { personId: second } = await officer(world, { name: '陈晨', unitId });
    const { personId: third } = await officer(world, { name: '赵云', unitId });
    for (const [id, name_key] of [
      [personId, 'zhang1'],
      [second, 'chen2'],
      [third, 'zhao4'],
    ] as const)
      await world.db.updateTable('person').set({ name_key }).where('id', '=', id).execute();
    for (const [index, id] of [second, third].entries()) await complete(index + 2, id);
    const at = (time: string, act: Act) => ({ ...act, now: `2026-03-0${time}.000Z` });
    await certificates.issue(at('2T01:00:00', coordinator), studyOf(personId));
    await certificates.issue(at('2T02:00:00', coordinator), studyOf(second));
    await certificates.issue(at('2T17:00:00', coordinator), studyOf(third));
    const asked = { ...filter, sort: 'issuedAt', direction: 'desc', page: 1, pageSize: 20 } as const;
    const { certificates: listed } = await certificates.list(coordinator, asked);
    expect(listed.map((one) => one.personName)).toEqual(['赵云', '陈晨', '张敏']);
  });

  it('are listed within reach, by name or number, kind, year and state, and taken out with a trace', async () => {
    const world = await engine.world();
    const { personId, unitId, coordinator, beside } = await certified(world);
    const { id } = await certificates.issue(coordinator, studyOf(personId));
    await certificates.revoke(coordinator, { id, reason: '测试' });
    await certificates.issue(coordinator, studyOf(personId));
    const filter: certificates.CertificatesFilter = {
      q: '',
      kind: '',
      planYear: null,
      unitId: '',
      status: '',
      sort: 'number',
      direction: 'asc',
    };
    const numbers = async (act: Act, more: Partial<certificates.CertificatesFilter> = {}) => {
      const found = await certificates.list(act, { ...filter, ...more, page: 1, pageSize: 20 });
      return found.certificates.map((one) => `${one.number} ${one.state}`);
    };
    expect(await numbers(coordinator)).toEqual(['XZ2026-001-00001 revoked', 'XZ2026-001-00002 valid']);
    expect(await numbers(coordinator, { q: '敏', status: 'valid', unitId })).toEqual([
      'XZ2026-001-00002 valid',
    ]);
    expect(await numbers(coordinator, { q: 'xz2026-001-00001' })).toHaveLength(1);
    expect(await numbers(coordinator, { kind: 'transcript' })).toEqual([]);
    expect(await numbers(coordinator, { planYear: 2025 })).toEqual([]);
    expect(await numbers(beside)).toEqual([]);
    const { sheets, total } = await certificates.listToPrint(coordinator, { filter, page: 1, origin });
    expect([sheets.map((sheet) => sheet.number), total]).toEqual([['XZ2026-001-00002'], 1]);
    expect((await certificates.exportList(coordinator, filter)).length).toBeGreaterThan(1000);
    const verbs = await world.db.selectFrom('audit_entry').select('verb').execute();
    expect(verbs.map((row) => row.verb)).toEqual(
      expect.arrayContaining([
        'certificates.issued',
        'certificates.revoked',
        'certificates.printed',
        'certificates.exported',
      ]),
    );
  });
});
