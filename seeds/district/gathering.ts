import type { LecturerKind } from '#lib/domain/events/tags.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as events from '#lib/server/events/index.ts';
import * as people from '#lib/server/people/index.ts';
import { headsNote, signedSheet } from './evidence.ts';
import type { Member, World } from './world.ts';

/** An event as it is planned: who is asked to come, or how many of the public came. */
export interface Gathering {
  title: string;
  day: Day;
  /** Name of the unit that holds it. */
  host: string;
  span: Span;
  minutes: number;
  forms: string[];
  topics: string[];
  laws: string[];
  lecturer: string;
  lecturerKind?: LecturerKind;
  place?: string;
  /** Whom it is for. */
  asks?: (one: Member) => boolean;
  /** Of those asked, the share that comes in an ordinary unit. */
  comes?: number;
  heads?: number;
  /** The series to which it belongs, known when the day has come. */
  series?: () => string | null;
  /** Told the event's id once it stands. */
  noted?: (eventId: string) => void;
}

/** A department that learns less readily than this sends only some of those who are asked. */
const RELUCTANT = 0.5;

/** Enters an event: registered in the evening by the host's clerk, verified some days later by another. */
export function hold(world: World, gathering: Gathering): void {
  world.on(gathering.day, '18:00', async (now) => {
    const by = world.clerks[gathering.host] ?? world.member('林静');
    const act = world.story.as(by, now);
    const came = gathering.heads === undefined ? await whoCame(world, gathering, now) : [];
    if (gathering.heads === undefined && came.length === 0) return;
    const { id: eventId } = await events.register(act, wished(world, gathering, shanghaiDay(now)));
    if (came.length > 0)
      await events.addAttendees(act, { eventId, personIds: came.map((one) => one.personId) });
    const evidence =
      gathering.heads === undefined
        ? await signedSheet(
            gathering.title,
            came.map((one) => one.name),
          )
        : await headsNote(gathering.title, gathering.heads);
    await events.attachFile(act, { eventId, ...evidence });
    await events.handOver(act, eventId);
    gathering.noted?.(eventId);
    enterVerification(world, { eventId, by, day: shanghaiDay(now) });
  });
}

function enterVerification(
  world: World,
  { eventId, by, day }: { eventId: string; by: Member; day: Day },
): void {
  const rng = world.rng(`verification ${eventId.length} ${day} ${by.name}`);
  const verifier = by.name === '何勇' || rng() < 0.3 ? '林静' : '何勇';
  const other = by.name === '林静' ? '何勇' : verifier;
  const later = addDays(day, 1 + Math.floor(rng() * rng() * 12));
  world.on(later, '10:40', (now) => events.verify(world.as(other, now), eventId));
}

function wished(world: World, gathering: Gathering, heldOn: Day): events.NewEvent {
  const { title, span, minutes, forms, topics, laws, lecturer, heads } = gathering;
  return {
    ...{ title, heldOn, span, minutes, mode: 'onsite', lecturer, forms, topics, laws },
    ...{ place: gathering.place ?? `${gathering.host}会议室`, hostIds: [world.unit(gathering.host)] },
    lecturerKind: gathering.lecturerKind ?? null,
    ...(heads === undefined ? {} : { audience: 'public' as const, headCount: heads }),
    seriesId: gathering.series?.() ?? null,
  };
}

/** Of the roster of the day those who were asked, were there and came. */
async function whoCame(world: World, gathering: Gathering, now: string): Promise<people.RosterLine[]> {
  const { host, asks = () => true, comes = 0.9, title, day } = gathering;
  const rng = world.rng(`${host} ${title} ${day}`);
  const unitId = world.unit(host);
  const roster = await people.roster(world.story.db, { unitId, day: shanghaiDay(now) });
  const byId = new Map(world.members.map((one) => [one.id, one]));
  return roster.filter(({ personId }) => {
    const member = byId.get(personId);
    if (!member || !asks(member) || !world.isThere(member, now)) return false;
    const sends = member.department.zeal < RELUCTANT ? 0.55 : 1;
    return rng() < (comes + (member.zeal - 0.7) * 0.3) * sends;
  });
}
