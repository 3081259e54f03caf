import { asideOf, type AsideKind } from '#lib/domain/figures/aside.ts';
import type { FigureRow } from '#lib/domain/figures/figure.ts';
import { isFigureKey } from '#lib/domain/figures/registry/index.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { scopeOf, type FigureQuestion } from './questions.ts';
import { listNamed } from './questions.lists.ts';

const MODULE = 'figures/queries.aside.ts';

export interface Aside {
  kind: AsideKind;
  people: number;
}

/** How many people stand beside a figure's denominator, by kind: 免考 and 缓考 of exams, 豁免 of hours. */
export async function readAside(act: Act, asked: FigureQuestion): Promise<Aside[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'figures.readFigure', { unitPath });
  const kinds = isFigureKey(asked.key) ? asideOf(asked.key) : [];
  const scope = scopeOf(act, asked);
  await listNamed(act, scope);
  const counts = kinds.map(async (kind) => ({
    kind,
    people: await readHeavy<number>(act.db, MODULE, 'value', { scope, kind }),
  }));
  return Promise.all(counts);
}

/** One page of them. */
export async function readAsideRows(
  act: Act,
  asked: FigureQuestion & { kind: AsideKind; page: number; pageSize: number },
): Promise<FigureRow[]> {
  const unitPath = await units.pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'figures.readFigure', { unitPath });
  const { kind, page, pageSize } = asked;
  const scope = scopeOf(act, asked);
  await listNamed(act, scope);
  return readHeavy(act.db, MODULE, 'rows', { scope, kind, page, pageSize });
}
