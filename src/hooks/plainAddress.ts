import { error, type Handle } from '@sveltejs/kit';

/** True when an address holds a NUL, which no id or search has and PostgreSQL cannot be asked for. */
export function holdsNul({ pathname, search }: URL): boolean {
  return /%00/.test(pathname + search);
}

/** Refuses such addresses before anything is looked up by them. */
export const plainAddress: Handle = ({ event, resolve }) => {
  if (holdsNul(event.url)) error(400, { message: '地址的写法不对，请返回上一页重新打开。', id: '' });
  return resolve(event);
};
