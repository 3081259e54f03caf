import type { IncomingMessage } from 'node:http';
import type { Handle } from '@sveltejs/kit';

/**
 * Reads to its end what a refusal left of the body, and throws it away: whatever follows on the kept connection would
 * stand behind it and wait until the server cuts the connection, a minute later.
 */
export const restOfBody: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (response.status === 413) beyondLimit(event.platform);
  else void unread(event.request);
  return response;
};

async function unread({ body, bodyUsed }: Request): Promise<void> {
  if (body === null || bodyUsed || body.locked) return;
  try {
    await body.pipeTo(new WritableStream());
  } catch {
    // Over the limit or cut off on its way: the answer has been given, nobody waits for the rest.
  }
}

/** Kit has given the body up; what comes of it yet is let through to nobody. */
function beyondLimit(platform: unknown): void {
  (platform as { req?: IncomingMessage } | undefined)?.req?.resume();
}
