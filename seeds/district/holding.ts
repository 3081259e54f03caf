import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as events from '#lib/server/events/index.ts';
import * as people from '#lib/server/people/index.ts';
import { enterGathering, type Gathering } from '../gathering.ts';
import { officeClock } from './dayOf.ts';
import { clockOf, type Member, type World } from './world.ts';

/** A gathering as the district plans it: when, where, and who is asked to come. */
export interface Holding extends Gathering {
  day: Day;
  /** Name of the unit that holds it. */
  host: string;
  place?: string;
  /** Whom it is for. */
  asks?: (one: Member) => boolean;
  /** Of those asked, the share that comes in an ordinary unit. */
  comes?: number;
  /** The series to which it belongs, known when the day has come. */
  series?: () => string | null;
  /** Told the event's id once it stands. */
  noted?: (eventId: string) => void;
}

/** A department that learns less readily than this sends only some of those who are asked. */
const RELUCTANT = 0.5;

/** Enters a gathering: registered in the evening by the host's clerk, verified some days later by another. */
export function hold(world: World, holding: Holding): void {
  const { host, heads, place = `${host}会议室` } = holding;
  const evening = clockOf(17 * 60 + 5 + world.rng(`evening ${host} ${holding.title} ${holding.day}`)() * 115);
  world.on(holding.day, evening, async (now) => {
    const by = world.clerks[host] ?? world.member('林静');
    const came = heads === undefined ? await whoCame(world, holding, now) : [];
    if (heads === undefined && came.length === 0) return;
    const eventId = await enterGathering(world.story.as(by, now), holding, {
      ...{ heldOn: shanghaiDay(now), hostId: world.unit(host), place, came },
      seriesId: holding.series?.() ?? null,
    });
    holding.noted?.(eventId);
    enterVerification(world, { eventId, title: holding.title, by, day: shanghaiDay(now) });
  });
}

function enterVerification(
  world: World,
  { eventId, title, by, day }: { eventId: string; title: string; by: Member; day: Day },
): void {
  const rng = world.rng(`verification ${title} ${day} ${by.name}`);
  const verifier = by.name === '何勇' || rng() < 0.3 ? '林静' : '何勇';
  const other = by.name === '林静' ? '何勇' : verifier;
  const later = addDays(day, 1 + Math.floor(rng() * rng() * 12));
  world.on(later, officeClock(rng), (now) => events.verify(world.as(other, now), eventId));
}

/** Of the roster of the day those who were asked, were there and came. */
async function whoCame(world: World, holding: Holding, now: string): Promise<people.RosterLine[]> {
  const { host, asks = () => true, comes = 0.9, title, day } = holding;
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
