import { countRequests } from '#lib/server/certificates/index.ts';
import { countWaitingEvents } from '#lib/server/events/index.ts';
import { listWaiting } from '#lib/server/exemptions/index.ts';
import { countWaitingFeedback } from '#lib/server/feedback/index.ts';
import { countWaitingClaims } from '#lib/server/hours/index.ts';
import { countOverdueAway, waitingTransfers } from '#lib/server/movement/index.ts';
import { listWaitingWaivers } from '#lib/server/plans/index.ts';
import type { Act } from '#lib/server/platform/act.ts';
import type { Waiting } from '#lib/ui/frame/places.ts';
import type { FrameRole } from '#lib/ui/frame/who.ts';

const sumOf = (waiting: readonly { waiting: number }[]) => waiting.reduce((sum, one) => sum + one.waiting, 0);

/** How much waits for the coordinator at each place of his side bar. */
async function ofCoordinator(act: Act): Promise<Waiting> {
  const transfers = await waitingTransfers(act);
  return {
    '/manage/people/transfers': transfers.incoming + (await countOverdueAway(act)),
    '/manage/waivers': sumOf(await listWaitingWaivers(act)),
    '/manage/exams': sumOf(await listWaiting(act)),
    '/manage/events': await countWaitingEvents(act),
    '/manage/claims': await countWaitingClaims(act),
    '/manage/certificates': await countRequests(act),
    '/manage/feedback': await countWaitingFeedback(act),
  };
}

/**
 * What waits at the places of the side bar, for those who decide; nothing for everybody else. Counted when the frame is
 * loaded: at the first page and after each form, not when one moves from page to page.
 */
export async function waitingFor(act: Act, roles: readonly FrameRole[]): Promise<Waiting> {
  if (roles.includes('coordinator')) return ofCoordinator(act);
  if (!roles.includes('systemAdministrator')) return {};
  return { '/manage/feedback': await countWaitingFeedback(act) };
}
