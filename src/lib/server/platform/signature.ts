import type { Act } from './act.ts';

/** Under whose hand a row is written: an id and the name to show beside it. */
export interface Signature {
  id: string;
  name: string;
}

export function signatureOf({ actor }: Act): Signature {
  switch (actor.kind) {
    case 'person':
      return { id: actor.personId, name: actor.name };
    case 'console':
      return { id: `console:${actor.user}`, name: '系统管理员' };
    case 'system':
      return { id: `system:${actor.job}`, name: '系统' };
    case 'visitor':
      return { id: 'visitor', name: '访客' };
  }
}
