import { utils, write } from '@e965/xlsx';
import type { Act } from '#lib/server/platform/act.ts';
import * as outside from '#lib/server/outside/index.ts';
import { officer, standingUnit } from '../../support/people.ts';
import type { World } from '../../support/world.ts';

export const heading = [
  ...['姓名', '身份证号', '手机号', '年度', '台账', '学时', '项目名称', '主办单位', '完成时间', '编号'],
];

/** A line in the order of `heading`, of somebody known by mobile. */
export function line(
  who: { name: string; mobile: string },
  told: Partial<
    Record<'identity' | 'year' | 'ledger' | 'hours' | 'title' | 'organiser' | 'on' | 'number', string>
  > = {},
): string[] {
  return [
    ...[who.name, told.identity ?? '', who.mobile, told.year ?? '2026', told.ledger ?? '培训学时'],
    ...[told.hours ?? '7.5', told.title ?? '行政处罚法网络专题班', told.organiser ?? '省干部网络学院'],
    ...[told.on ?? '2026-02-20', told.number ?? ''],
  ];
}

export function csvFile(lines: readonly string[][], name = '省平台学时.csv') {
  return { name, bytes: Buffer.from([heading, ...lines].map((cells) => cells.join(',')).join('\r\n')) };
}

/** A workbook with a title above the heading, as provincial systems export it. */
export function xlsxFile(lines: readonly string[][], name = '省平台学时.xlsx') {
  const book = utils.book_new(utils.aoa_to_sheet([['学时明细表'], heading, ...lines]), '明细');
  return { name, bytes: new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer) };
}

export const zhang = { name: '张敏', mobile: '13800000001' };
export const wang = { name: '王强', mobile: '13800000002' };
export const li = { name: '李在外', mobile: '13800000003' };
export const zhao = { name: '赵审核', mobile: '13800000004' };

/** A bureau below a district with 张敏, 王强 and the coordinator 赵审核; 李在外 works beside it. */
export async function bureau(world: World) {
  const top = await standingUnit(world, '江滨区');
  const { personId: zhangId, unitId } = await officer(world, { ...zhang, parentId: top });
  const { personId: wangId } = await officer(world, { ...wang, unitId });
  const { personId: zhaoId } = await officer(world, { ...zhao, unitId });
  const { unitId: beside } = await officer(world, { ...li, parentId: top });
  const coordinator = world.signedIn({ personId: zhaoId, name: '赵审核', roles: { coordinator: unitId } });
  const above = world.signedIn({ name: '区里', roles: { coordinator: top } });
  const stranger = world.signedIn({ roles: { coordinator: beside } });
  const about = { unitId, source: '省干部网络学院', basis: '学法办〔2026〕3 号' };
  return { top, unitId, zhangId, wangId, zhaoId, coordinator, above, stranger, about };
}

export type Bureau = Awaited<ReturnType<typeof bureau>>;

/** Brings a file in whole, doubtful rows only where they are chosen. */
export async function brought(
  act: Act,
  file: outside.ResultsFile,
  taken: readonly number[] = [],
): Promise<string> {
  const { id, state, report } = await outside.checkResults(act, file);
  if (state !== 'staged') throw new Error(`${state}: ${JSON.stringify(report?.issues)}`);
  await outside.applyResults(act, { id, taken });
  return id;
}
