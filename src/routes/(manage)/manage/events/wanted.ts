import type { InferOutput } from 'valibot';
import { parseTags } from '#lib/domain/events/tags.ts';
import type { eventForm } from '#lib/forms/events.ts';
import type { NewEvent } from '#lib/server/events/index.ts';

/** What the form of an event asks for: free tags beside the offered ones, a law a line. */
export function wantedFrom(input: InferOutput<typeof eventForm>): NewEvent {
  const { otherForms, otherTopics, laws, lecturerKind, headCount, seriesId, ...rest } = input;
  return {
    ...rest,
    forms: [...rest.forms, ...parseTags(otherForms)],
    topics: [...rest.topics, ...parseTags(otherTopics)],
    laws: laws.split(/[\n;；]/u),
    lecturerKind: lecturerKind === '' ? null : lecturerKind,
    headCount: headCount === '' ? null : headCount,
    seriesId: seriesId === '' ? null : seriesId,
  };
}
