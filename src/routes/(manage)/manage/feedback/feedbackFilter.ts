import { feedbackStates, isFeedbackKind, isFeedbackState, openStates } from '#lib/domain/feedback/kinds.ts';
import { parseListing } from '#lib/forms/listing.ts';
import type { FeedbackFilter } from '#lib/server/feedback/index.ts';

/** Choices of the state: what waits, unless told. */
export const stateChoices = [
  { value: 'open', label: '待办理' },
  { value: 'all', label: '全部' },
  ...Object.entries(feedbackStates).map(([value, label]) => ({ value, label })),
];

function statesOf(wanted: string): FeedbackFilter['states'] {
  if (wanted === 'all') return [];
  return isFeedbackState(wanted) ? [wanted] : openStates;
}

/** What the address of the list asks for. */
export function feedbackFilter(url: URL) {
  const { q, sort, direction, page, pageSize } = parseListing(url, {
    sortable: ['sentAt', 'changedAt', 'name'],
    defaultSort: '-sentAt',
  });
  const kind = url.searchParams.get('kind') ?? '';
  const wanted = url.searchParams.get('status') ?? 'open';
  const filter: FeedbackFilter = {
    ...{ q, direction, kind: isFeedbackKind(kind) ? kind : '', states: statesOf(wanted) },
    ...{ sort: sort as FeedbackFilter['sort'], mine: url.searchParams.get('mine') === 'yes' },
  };
  const status = stateChoices.some((one) => one.value === wanted) ? wanted : 'open';
  return { filter, page, pageSize, status };
}
