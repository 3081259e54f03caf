import { expect, it } from 'vitest';
import * as files from '#lib/server/files/index.ts';
import * as hours from '#lib/server/hours/index.ts';
import { onBothEngines } from '../../support/engines.ts';
import { officer } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

const training: hours.NewClaim = {
  ...{ title: '市里的执法专题班', organiser: '市司法局', heldOn: '2026-02-26', span: 'day', minutes: 360 },
  ...{ note: '', file: { name: '结业证.pdf', bytes: new TextEncoder().encode('%PDF-1.7 结业证') } },
};
const all = { q: '', status: '', sort: 'askedAt', direction: 'desc', page: 1, pageSize: 20 } as const;

async function bureau(world: World) {
  const { personId, unitId } = await officer(world, { name: '张敏' });
  const { personId: judge } = await officer(world, { name: '赵审核', unitId });
  const owner = world.signedIn({ personId });
  const coordinator = world.signedIn({ personId: judge, name: '赵审核', roles: { coordinator: unitId } });
  const total = async () => (await hours.totalsOf(world.db, { personId, planYear: 2026 })).training;
  const beside = await officer(world, { name: '别处' });
  const stranger = world.signedIn({ roles: { coordinator: beside.unitId } });
  return { personId, unitId, owner, coordinator, stranger, total };
}

onBothEngines('a claim', (engine) => {
  it('is decided by a coordinator of his unit, enters hours, and both see how it stands', async () => {
    const world = await engine.world();
    const { personId, unitId, owner, coordinator, stranger, total } = await bureau(world);
    const { id: claimId } = await hours.declareClaim(owner, training);
    await expect(hours.declareClaim(owner, training)).rejects.toThrow('已经申报');
    expect(await total()).toBe(0);
    const view = await hours.viewClaim(coordinator, claimId);
    expect(view).toMatchObject({ personName: '张敏', worthHundredths: 800, mayDecide: true });
    expect((await files.read(owner, view.fileId)).name).toBe('结业证.pdf');
    expect((await files.read(coordinator, view.fileId)).name).toBe('结业证.pdf');
    await expect(files.read(stranger, view.fileId)).rejects.toMatchObject({ code: 'notFound' });
    const own = world.signedIn({ personId, roles: { coordinator: unitId } });
    const asDeclared = { claimId, span: 'day', minutes: 360, reason: '' } as const;
    await expect(hours.approveClaim(own, asDeclared)).rejects.toThrow('其他管理员');
    await expect(hours.approveClaim(stranger, asDeclared)).rejects.toMatchObject({ code: 'notFound' });
    const waiting = () => Promise.all([coordinator, own, stranger].map(hours.countWaitingClaims));
    expect(await waiting()).toEqual([1, 0, 0]);
    const shorter = { ...asDeclared, span: 'halfDay' } as const;
    await expect(hours.approveClaim(coordinator, shorter)).rejects.toThrow('原因');
    await hours.approveClaim(coordinator, { ...shorter, reason: '证书只写了半天' });
    expect(await total()).toBe(400);
    expect(await waiting()).toEqual([0, 0, 0]);
    await expect(hours.approveClaim(coordinator, asDeclared)).rejects.toMatchObject({ code: 'conflict' });
    expect(await hours.myClaims(owner)).toMatchObject([
      { status: 'approved', approved: { span: 'halfDay' }, decidedReason: '证书只写了半天' },
    ]);
    const book = await hours.readLedger(owner, { personId, planYear: 2026, ledger: 'training' });
    expect(book.lines).toMatchObject([
      { title: '市里的执法专题班', sourceKind: 'claim', heldOn: '2026-02-26' },
    ]);
  });

  it('taken back waits again, and approved again is the next revision', async () => {
    const world = await engine.world();
    const { personId, owner, coordinator, total } = await bureau(world);
    const { id: claimId } = await hours.declareClaim(owner, training);
    const approval = { claimId, span: 'day', minutes: 360, reason: '' } as const;
    await hours.approveClaim(coordinator, approval);
    await hours.takeBackClaim(coordinator, { claimId, reason: '证书存疑' });
    expect(await total()).toBe(0);
    await hours.approveClaim(coordinator, approval);
    expect(await total()).toBe(800);
    const book = await hours.readLedger(owner, { personId, planYear: 2026, ledger: 'training' });
    expect(book.lines.map((line) => line.hundredths)).toEqual([800, -800, 800]);
  });

  it('can be withdrawn by its owner, and is refused with a reason', async () => {
    const world = await engine.world();
    const { owner, coordinator, stranger, total } = await bureau(world);
    const { id: first } = await hours.declareClaim(owner, training);
    await expect(hours.withdrawClaim(coordinator, first)).rejects.toMatchObject({ code: 'notFound' });
    await hours.withdrawClaim(owner, first);
    await expect(hours.refuseClaim(coordinator, { claimId: first, reason: '晚了' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { id: second } = await hours.declareClaim(owner, training);
    await expect(hours.refuseClaim(coordinator, { claimId: second, reason: '' })).rejects.toThrow('原因');
    await hours.refuseClaim(coordinator, { claimId: second, reason: '与年度培训无关' });
    expect((await hours.myClaims(owner)).map((claim) => claim.status).sort()).toEqual([
      'refused',
      'withdrawn',
    ]);
    expect(await total()).toBe(0);
    const found = await hours.listClaims(coordinator, { ...all, q: '张', status: 'refused' });
    expect(found).toMatchObject({ total: 1, claims: [{ personName: '张敏', id: second }] });
    expect((await hours.listClaims(stranger, all)).total).toBe(0);
    expect((await hours.exportClaims(coordinator, all)).byteLength).toBeGreaterThan(1000);
  });

  it('names what else there is of the same day', async () => {
    const world = await engine.world();
    const { owner, coordinator } = await bureau(world);
    await hours.declareClaim(owner, { ...training, title: '上午的课' });
    const { id } = await hours.declareClaim(owner, training);
    expect((await hours.viewClaim(coordinator, id)).sameDay).toEqual(['申报“上午的课”']);
    const page = { name: '证.pdf', bytes: new TextEncoder().encode('<html>') };
    await expect(
      hours.declareClaim(owner, { ...training, title: '再一次', file: page }),
    ).rejects.toMatchObject({ code: 'unsupported' });
  });
});
