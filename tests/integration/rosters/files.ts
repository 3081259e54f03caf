import { utils, write } from '@e965/xlsx';
import { checkCharacter } from '#lib/domain/people/identity.ts';
import * as units from '#lib/server/units/index.ts';
import type { World } from '../../support/world.ts';

/** A valid identity number of someone invented, different for each `serial`. */
export function identityNumber(serial: number): string {
  const digits = `44010119900101${String(serial).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

/** A valid mobile number of someone invented. */
export function mobileNumber(serial: number): string {
  return `138${String(serial).padStart(8, '0')}`;
}

export const heading = ['姓名', '身份证号', '手机号', '单位', '部门', '职务', '职务层次', '人员类别', '状态'];

export type Line = string[];

/** A line of a roster in the order of `heading`. */
export function line(
  serial: number,
  told: Partial<
    Record<'name' | 'unit' | 'department' | 'title' | 'level' | 'classes' | 'status', string>
  > = {},
): Line {
  return [
    told.name ?? `学员${serial}`,
    identityNumber(serial),
    '',
    told.unit ?? '司法局',
    told.department ?? '',
    told.title ?? '',
    told.level ?? '',
    told.classes ?? '科级',
    told.status ?? '',
  ];
}

/** The lines as a csv file in UTF-8. */
export function csv(lines: readonly Line[], name = '名册.csv') {
  return { name, bytes: Buffer.from([heading, ...lines].map((cells) => cells.join(',')).join('\r\n')) };
}

/** The lines as a workbook; every cell is text. */
export function workbook(lines: readonly Line[], bookType: 'xlsx' | 'biff8') {
  const book = utils.book_new(utils.aoa_to_sheet([heading, ...lines]), '人员');
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
  return { name: bookType === 'xlsx' ? '名册.xlsx' : '名册.xls', bytes };
}

/** 江滨区 with 司法局 (普法科 below it) and 市监局, and a coordinator of 司法局 and one of the whole district. */
export async function district(world: World) {
  const act = world.console;
  const { id: top } = await units.addUnit(act, { name: '江滨区', parentId: null });
  const { id: bureau } = await units.addUnit(act, { name: '司法局', parentId: top });
  const { id: office } = await units.addUnit(act, { name: '普法科', parentId: bureau });
  const { id: market } = await units.addUnit(act, { name: '市监局', parentId: top });
  const coordinator = (unitId: string, personId?: string) =>
    world.signedIn({ roles: { coordinator: unitId }, ...(personId ? { personId } : {}) });
  return { top, bureau, office, market, district: coordinator(top), ofBureau: coordinator(bureau) };
}

/** Everything in the tables of people, for comparing before and after. */
export async function recorded({ db }: World) {
  const persons = await db
    .selectFrom('person')
    .select(['id', 'name', 'identity_hash'])
    .orderBy('id')
    .execute();
  const posts = await db.selectFrom('post').selectAll().orderBy('id').execute();
  const classes = await db
    .selectFrom('post_class')
    .selectAll()
    .orderBy('post_id')
    .orderBy('class_code')
    .execute();
  return { persons, posts, classes };
}
