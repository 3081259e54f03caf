import type { Handle } from '@sveltejs/kit';

/**
 * Reads to its end what a refusal left of the body, and throws it away: whatever follows on the kept connection would
 * stand behind it and wait until the server cuts the connection, a minute later. A refusal may be thrown (a redirect)
 * as well as answered.
 */
export const restOfBody: Handle = async ({ event, resolve }) => {
  try {
    return await resolve(event);
  } finally {
    void unread(event.request);
  }
};

async function unread({ body, bodyUsed }: Request): Promise<void> {
  if (body === null || bodyUsed || body.locked) return;
  try {
    await body.pipeTo(new WritableStream());
  } catch {
    // Over the limit or cut off on its way: the answer has been given, nobody waits for the rest.
  }
}
