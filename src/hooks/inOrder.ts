import type { Handle, RequestEvent, ResolveOptions } from '@sveltejs/kit';

/**
 * Hooks one within the other, the first outermost. Kit's `sequence` wraps each in a span and an asynchronous context
 * of its own, which nothing here reads and every request pays for. Only the last may pass options to `resolve`.
 */
export function inOrder(...handles: [Handle, ...Handle[]]): Handle {
  const last = handles.length - 1;
  return ({ event, resolve }) => {
    const call = async (at: number, event: RequestEvent): Promise<Response> => {
      const handle = handles[at] as Handle;
      if (at === last) return handle({ event, resolve });
      const next = (event: RequestEvent, options?: ResolveOptions) => {
        if (options) throw new Error('only the last hook may pass options to resolve');
        return call(at + 1, event);
      };
      return handle({ event, resolve: next });
    };
    return call(0, event);
  };
}
