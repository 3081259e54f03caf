import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { object } from 'valibot';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { answering, leadOn, loading } from './http.ts';

const posted = () => {
  const body = new URLSearchParams({ name: '李明' });
  const request = new Request('https://xuefa.example/', { method: 'POST', body });
  return { request, locals: {} } as RequestEvent;
};

function thrownBy(work: () => never): unknown {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
}

describe('a page that leads on to another', () => {
  it('does so by a redirect', () => {
    const thrown = thrownBy(() => leadOn(posted(), '/exams'));
    expect(isRedirect(thrown) && [thrown.status, thrown.location]).toEqual([303, '/exams']);
  });

  it('tells what its own form was refused for, and the way on, instead of swallowing it', async () => {
    const event = posted();
    const answer = await answering(event, object({}), () => {
      throw new DomainError('conflict', '考试已经取消。', { fields: { closesAt: '不能再延长。' } });
    });
    expect(isActionFailure(answer) && answer.status).toBe(409);
    const thrown = thrownBy(() => leadOn(event, '/exams'));
    expect(isHttpError(thrown) && [thrown.status, thrown.body]).toEqual([
      409,
      { message: '考试已经取消。不能再延长。', id: '', next: '/exams' },
    ]);
  });

  it('redirects after a form that was accepted', async () => {
    const event = posted();
    await answering(event, object({}), async () => ({ done: '已保存。' }));
    expect(isRedirect(thrownBy(() => leadOn(event, '/exams')))).toBe(true);
  });
});

it('what a load refuses says where the page of the refusal leads on', async () => {
  const refuse = () => Promise.reject(new DomainError('notFound', '没有查到这份证明。'));
  const thrown = await loading(refuse, '/certificates/verify').catch((error: unknown) => error);
  expect(isHttpError(thrown) && thrown.body.next).toBe('/certificates/verify');
});
