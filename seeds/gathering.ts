import type { LecturerKind } from '#lib/domain/events/tags.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import * as events from '#lib/server/events/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { headsNote, signedSheet } from './evidence.ts';

/** What is held: a training, a lecture, a study group, or something for the public. */
export interface Gathering {
  title: string;
  span: Span;
  minutes: number;
  forms: string[];
  topics: string[];
  laws: string[];
  lecturer: string;
  lecturerKind?: LecturerKind;
  /** How many of the public came; it has no list then. */
  heads?: number;
}

/** What is known of it in the evening. */
export interface Evening {
  heldOn: Day;
  hostId: string;
  place: string;
  came: readonly { personId: string; name: string }[];
  seriesId: string | null;
}

/** Registers what was held with its list and evidence, and hands it over to be verified. Answers the event's id. */
export async function enterGathering(act: Act, gathering: Gathering, evening: Evening): Promise<string> {
  const { title, heads, span, minutes, lecturer, lecturerKind = null, forms, topics, laws } = gathering;
  const { hostId, came, ...known } = evening;
  const { id: eventId } = await events.register(act, {
    ...{ title, span, minutes, mode: 'onsite', lecturer, lecturerKind, forms, topics, laws },
    ...{ ...known, hostIds: [hostId] },
    ...(heads === undefined ? {} : { audience: 'public', headCount: heads }),
  });
  const personIds = came.map((one) => one.personId);
  if (personIds.length > 0) await events.addAttendees(act, { eventId, personIds });
  const names = came.map((one) => one.name);
  const evidence = heads === undefined ? await signedSheet(title, names) : await headsNote(title, heads);
  await events.attachFile(act, { eventId, ...evidence });
  await events.handOver(act, eventId);
  return eventId;
}
