import type { Answer } from './visitor.ts';

/** Whether an answer says something to a person, in its own part of the page. */
export const isSentence = (answer: Answer) => /[\u4e00-\u9fff]{4}/.test(withoutFrame(answer.text));

/** A page without what surrounds every page: the sentence must stand in its middle. */
const withoutFrame = (html: string) =>
  html.replaceAll(/<(script|style|head|header|nav|footer)\b.*?<\/\1>/gs, '');

/** Whether somebody was turned away before anything was read. */
export const isDoor = (answer: Answer) =>
  [401, 403, 405].includes(answer.status) || answer.location.startsWith('/sign-in?');

/** An answer to the page's script tells the status of a refused form in its text. */
export function ofAction(answer: Answer): Answer {
  const told = /^\{"type":"(?:failure|redirect)","status":(\d+)/.exec(answer.text);
  return told ? { ...answer, status: Number(told[1]) } : answer;
}
