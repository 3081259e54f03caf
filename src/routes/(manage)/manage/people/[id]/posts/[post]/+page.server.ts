import { error, redirect } from '@sveltejs/kit';
import { staffClasses } from '#lib/domain/people/classes.ts';
import { levels, ranks, staffKinds, type LevelCode, type StaffKind } from '#lib/domain/people/codes.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { trades, type TradeCode } from '#lib/domain/units/trades.ts';
import { endPostForm, postChangeForm } from '#lib/forms/people.ts';
import { changePost, endSecondaryPost, viewPerson } from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

const optionsOf = (table: Record<string, string>, none: string) => [
  { value: '', label: none },
  ...Object.entries(table).map(([value, label]) => ({ value, label })),
];

export const load: PageServerLoad = ({ locals: { act }, params }) =>
  loading(async () => {
    const person = await viewPerson(act, params.id);
    const post = person.posts.find((one) => one.id === params.post);
    if (!post) error(404, { message: '没有找到这项任职。', id: '' });
    const today = shanghaiDay(act.now);
    const named = new Map(Object.entries(staffClasses).map(([code, name]) => [name as string, code]));
    return {
      person: { id: person.id, name: person.name },
      post,
      today,
      held: post.classes
        .filter((one) => one.to === null || one.to >= today)
        .map((one) => named.get(one.name) ?? ''),
      levels: optionsOf(levels, '未填'),
      ranks: [{ value: '', label: '未填' }, ...ranks.map((rank) => ({ value: rank, label: rank }))],
      staffKinds: optionsOf(staffKinds, '未填'),
      trades: optionsOf(trades, '随单位'),
      classes: optionsOf(staffClasses, '').slice(1),
    };
  });

export const actions: Actions = {
  change: (event) =>
    answering(event, postChangeForm, async (input) => {
      const { id: personId, post: postId } = event.params;
      await changePost(event.locals.act, {
        ...{ personId, postId, day: input.day, reason: input.reason, rank: input.rank },
        title: input.title === '' ? null : input.title,
        level: input.level as LevelCode | null,
        staffKind: input.staffKind as StaffKind | null,
        trade: input.trade as TradeCode | null,
        classes: input.classes,
      });
      redirect(303, `/manage/people/${personId}`);
    }),
  end: (event) =>
    answering(event, endPostForm, async (input) => {
      const { id: personId, post: postId } = event.params;
      await endSecondaryPost(event.locals.act, { ...input, personId, postId });
      redirect(303, `/manage/people/${personId}`);
    }),
};
