import type { IncomingMessage } from 'node:http';
import type { Handle } from '@sveltejs/kit';

/**
 * A request that did not come through the proxy, as that of a monitor on the machine itself, bears no header with an
 * address, which the adapter answers with a failure: its address is that of its connection.
 */
export const ownAddress: Handle = ({ event, resolve }) => {
  const named = event.getClientAddress;
  const { req } = (event.platform ?? {}) as { req?: IncomingMessage };
  event.getClientAddress = () => {
    try {
      return named();
    } catch (error) {
      if (req?.socket.remoteAddress === undefined) throw error;
      return req.socket.remoteAddress;
    }
  };
  return resolve(event);
};
