import type { HandleServerError } from '@sveltejs/kit';
import { house } from './house.ts';

/** Refusals of Kit itself, before any room is asked: no surprise, and nothing to log. */
const REFUSALS: Record<number, string> = {
  400: '请求的写法不对，请返回上一页重新打开。',
  404: '没有这个页面。',
  405: '这个地址不接受这样的操作，请回到页面重新操作。',
  413: '提交的内容太大，请缩小后重新提交。',
  415: '提交的不是表单，请回到页面重新填写后提交。',
};

/** Logs a surprise under the request's id; the person sees that id with a Chinese sentence and nothing else. */
export const failure: HandleServerError = async ({ error, event, status }) => {
  const id = event.locals.requestId ?? '';
  const refusal = REFUSALS[status];
  if (refusal !== undefined) return { message: refusal, id: '' };
  const { log } = await house();
  log.error(
    { id, route: event.route.id, error: error instanceof Error ? error.stack : String(error) },
    'a request failed',
  );
  return { message: '系统出了一点问题，没有完成这次操作。请稍后再试；如仍不行，请把编号告诉管理员。', id };
};
