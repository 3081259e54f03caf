import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { FigureCount } from '#lib/domain/figures/figure.ts';
import { newId } from '#lib/server/platform/ids.ts';
import * as figures from '#lib/server/figures/index.ts';
import { expect } from 'vitest';
import type { World } from '../../support/world.ts';
import * as town from '../completion/district.ts';

export type Asked = Partial<Omit<figures.FigureQuestion, 'key'>> & { unitId: string };

/** A figure of a unit as the console reads it. */
export async function value(world: World, key: string, asked: Asked): Promise<FigureCount> {
  const question = { key, planYear: town.YEAR, group: 'all', window: 'all', ...asked } as const;
  return (await figures.readFigure(world.console, question)).value;
}

/** The rows of a figure, at most fifty. */
export function rows(world: World, key: string, asked: Asked, part: 'counted' | 'rest' | 'all' = 'all') {
  const question = { key, planYear: town.YEAR, group: 'all', window: 'all', ...asked } as const;
  return figures.readFigureRows(world.console, { ...question, part, page: 1, pageSize: 50 });
}

/** `numerator/denominator` of a figure; the rows that it shows must be as many. */
export async function figure(world: World, key: string, asked: Asked): Promise<string> {
  const { numerator, denominator } = await value(world, key, asked);
  const shown = await rows(world, key, asked);
  const counted = await rows(world, key, asked, 'counted');
  expect([counted.length, shown.length]).toEqual([numerator, denominator]);
  return `${numerator}/${denominator}`;
}

export interface Meeting {
  hosts: string[];
  /** Forms; 中心组学习 where nothing is said. */
  forms?: string[];
  topics?: string[];
  status?: string;
  heldOn?: string;
  planYear?: number;
  /** People reached; makes the event one for the public. */
  headCount?: number;
}

/** An event as rows, verified unless said otherwise. */
export async function meeting(world: World, wish: Meeting): Promise<string> {
  const id = newId();
  const { hosts, forms = ['中心组学习'], topics = [], status = 'verified' } = wish;
  await world.db
    .insertInto('event')
    .values({
      ...{ id, title: '学法活动', held_on: wish.heldOn ?? shanghaiDay(world.now) },
      ...{ plan_year: wish.planYear ?? town.YEAR, minutes: 90, span: 'minutes', mode: 'onsite' },
      ...{ place: '会议室', lecturer: '', status, registered_by: 'test', registered_at: world.now },
      ...{
        verified_by: null,
        verified_at: null,
        audience: wish.headCount === undefined ? 'staff' : 'public',
      },
      head_count: wish.headCount ?? null,
    })
    .execute();
  const hosting = hosts.map((unit_id) => ({ event_id: id, unit_id }));
  await world.db.insertInto('event_host').values(hosting).execute();
  const tags = [
    ...forms.map((tag) => ({ event_id: id, kind: 'form', tag })),
    ...topics.map((tag) => ({ event_id: id, kind: 'topic', tag })),
  ];
  if (tags.length > 0) await world.db.insertInto('event_tag').values(tags).execute();
  return id;
}

/** Puts an answer to a question of `examBank` on an attempt's sheet; an empty one was chosen and taken back. */
export async function answer(world: World, attemptId: string, chosen: string): Promise<void> {
  const itemId = newId();
  await world.db
    .insertInto('attempt_item')
    .values({
      ...{ attempt_id: attemptId, item_id: itemId, position: 1, question_version_id: 'version-single-1' },
      ...{ type: 'single', points_hundredths: 200, options: '{"v":1,"shown":[]}' },
    })
    .execute();
  await world.db
    .insertInto('answer')
    .values({ attempt_id: attemptId, item_id: itemId, revision: 1, value: chosen, saved_at: world.now })
    .execute();
}
