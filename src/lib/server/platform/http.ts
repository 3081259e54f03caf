import { error, fail, json, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { GenericSchema, InferOutput } from 'valibot';
import { DomainError, statusOf } from '#lib/domain/shared/errors.ts';
import { parseForm, type FieldErrors, type FormValues } from '#lib/forms/parseForm.ts';

export interface FormFailure {
  message: string;
  fields: FieldErrors;
  /** What was typed, to show it again; files and passwords are left out. */
  values: FormValues;
}

/** A verb for a page's `load`: refusals become the error page with their sentence. */
export async function loading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof DomainError) error(statusOf(thrown.code), { message: thrown.message, id: '' });
    throw thrown;
  }
}

/**
 * A verb for a form action: the form is read through `schema`; what is wrong with it, and what the verb refuses,
 * comes back to the page beside the fields. Redirects pass through.
 */
export async function answering<Schema extends GenericSchema, T>(
  event: Pick<RequestEvent, 'request'>,
  schema: Schema,
  act: (input: InferOutput<Schema>) => Promise<T>,
): Promise<T | ActionFailure<FormFailure>> {
  const form = parseForm(schema, await event.request.formData());
  if (!form.ok) return fail(422, { message: form.message, fields: form.fields, values: form.values });
  try {
    return await act(form.value);
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    return fail(statusOf(thrown.code), {
      message: thrown.message,
      fields: thrown.fields,
      values: form.values,
    });
  }
}

/** A verb for an endpoint: JSON either way, a refusal as `{ error: { code, message, fields, details } }`. */
export async function replying(work: () => Promise<unknown>): Promise<Response> {
  try {
    return json(await work(), { headers: { 'cache-control': 'no-store' } });
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    const { code, message, fields, details } = thrown;
    return json({ error: { code, message, fields, details } }, { status: statusOf(code) });
  }
}
