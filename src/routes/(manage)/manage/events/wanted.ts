import type { InferOutput } from 'valibot';
import { parseTags } from '#lib/domain/events/tags.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { namingFault, unitsNamed, type NamedUnit } from '#lib/domain/units/naming.ts';
import type { eventForm } from '#lib/forms/events.ts';
import type { NewEvent } from '#lib/server/events/index.ts';

/** What the form of an event asks for: named hosts and free tags beside the offered ones, a law a line. */
export function wantedFrom(input: InferOutput<typeof eventForm>, units: readonly NamedUnit[]): NewEvent {
  const { otherHosts, otherForms, otherTopics, laws, lecturerKind, headCount, seriesId, ...rest } = input;
  return {
    ...rest,
    hostIds: [...new Set([...rest.hostIds, ...hostsNamed(otherHosts, units)])],
    forms: [...rest.forms, ...parseTags(otherForms)],
    topics: [...rest.topics, ...parseTags(otherTopics)],
    laws: laws.split(/[\n;；]/u),
    lecturerKind: lecturerKind === '' ? null : lecturerKind,
    headCount: headCount === '' ? null : headCount,
    seriesId: seriesId === '' ? null : seriesId,
  };
}

function hostsNamed(text: string, units: readonly NamedUnit[]): string[] {
  const naming = unitsNamed(text, units);
  const fault = namingFault(naming);
  if (fault) throw new DomainError('invalid', fault, { fields: { otherHosts: fault } });
  return naming.ids;
}
