import { typedIn } from './typed.ts';

/**
 * Where on the page of plans what a form gave back is said: at that form, `plan` or `requirement`, or at the terms
 * with that id; `top` for the buttons of the page's head and of the list. A refused form is known by a field that it
 * alone has. Null when nothing was sent.
 *
 * @param form what the form action gave back
 */
export function planPlace(form: object | null | undefined): string | null {
  if (!form) return null;
  if ('at' in form) return String(form.at);
  if (!('values' in form)) return 'top';
  const sent = form.values as object;
  if ('title' in sent) return 'plan';
  if ('classCode' in sent) return 'requirement';
  const { text } = typedIn(form);
  return text('draftId') || text('requirementId') || 'top';
}
