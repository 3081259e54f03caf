import { addDays } from '#lib/domain/shared/time.ts';
import * as feedback from '#lib/server/feedback/index.ts';
import { knownAccounts } from '../accounts.ts';
import { learningClock, officeClock } from './dayOf.ts';
import { opinions, type Opinion } from './opinionTexts.ts';
import type { Member, World } from './world.ts';

/** 意见建议 of the last weeks, and what became of each: most answered, some waiting, one not settled yet. */
export function voice(world: World): void {
  for (const [index, opinion] of opinions.entries()) {
    const sender = senderOf(world, opinion, index);
    if (sender) enter(world, sender, opinion);
  }
}

/** The person named, else somebody ordinary of the department; of any where the story does without that one. */
function senderOf(world: World, { from }: Opinion, index: number): Member | undefined {
  const named = world.members.find((one) => one.name === from);
  if (named) return named;
  const clerks = Object.values(world.clerks);
  const own = world.members.filter(
    (one) =>
      (one.department.name === from || !world.has(from)) &&
      !clerks.includes(one) &&
      !one.classes.includes('leadership') &&
      !knownAccounts.some(({ name }) => name === one.name),
  );
  return own[(index * 5) % Math.max(1, own.length)];
}

function enter(world: World, sender: Member, { kind, body, page, days, answer, ...rest }: Opinion): void {
  const rng = world.rng(`opinion ${body}`);
  const sent = world.story.daysAgo(days);
  world.chronicle.enter(world.at(sent, learningClock(rng)), async (now) => {
    if (!world.isThere(sender, now)) return;
    const wish = { kind, body, page, about: null, file: null };
    const { id } = await feedback.sendFeedback(world.story.as(sender, now), wish);
    const by = officeOf(world, sender, rest.by);
    if (!by) return;
    const after = addDays(sent, 1 + Math.floor(rng() * 2));
    world.on(after, officeClock(rng), async (taken) => {
      const act = world.story.as(by, taken);
      if (answer === undefined) return feedback.takeFeedback(act, id);
      await feedback.answerFeedback(act, { id, body: answer });
      settle(world, { id, sender, by, rest, day: addDays(after, 2) });
    });
  });
}

/** Who answers: the person named, or who keeps the records of the sender's department; nobody while it waits. */
function officeOf(world: World, sender: Member, by: Opinion['by']): Member | undefined {
  if (by === undefined) return undefined;
  if (by !== 'clerk') return world.member(by);
  const clerk = world.clerks[sender.department.name];
  return clerk === sender ? world.member('何勇') : clerk;
}

interface Settling {
  id: string;
  sender: Member;
  by: Member;
  rest: Pick<Opinion, 'insists' | 'isClosed'>;
  day: string;
}

/** An answer is closed, or found wanting by who asked. */
function settle(world: World, { id, sender, by, rest, day }: Settling): void {
  const { insists, isClosed } = rest;
  if (insists !== undefined)
    world.on(day, '12:40', (now) =>
      feedback.insistOnFeedback(world.story.as(sender, now), { id, body: insists }),
    );
  if (isClosed === true)
    world.on(day, '16:20', async (now) => {
      await feedback.noteAnswer(world.story.as(sender, now), id);
      await feedback.closeFeedback(world.story.as(by, now), id);
    });
}
