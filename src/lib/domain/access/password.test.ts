import { expect, it } from 'vitest';
import { loginFault, passwordFault, passwordHint } from './password.ts';
import { usualPolicy } from './policy.ts';

const ask = (password: string, isAdministrator = false) =>
  passwordFault({ password, login: 'liming', isAdministrator }, usualPolicy);

it('accepts three kinds of characters in eight places', () => {
  expect(ask('Xuefa-26')).toBeNull();
});

it.each(['Xu-26', 'xuefaxuefa', 'xuefa12345', 'Liming-2026', `Aa1${'x'.repeat(200)}`])(
  'refuses %s',
  (password) => {
    expect(ask(password)).toMatch(/[\u4e00-\u9fff]/);
  },
);

it('asks twelve places of an administrator', () => {
  expect(ask('Xuefa-26', true)).toContain('12');
  expect(ask('Xuefa-2026-x', true)).toBeNull();
});

it('follows the policy', () => {
  const strict = { ...usualPolicy, passwordLength: 14, passwordKinds: 4 };
  const fault = (password: string) =>
    passwordFault({ password, login: 'liming', isAdministrator: true }, strict);
  expect(fault('Xuefa-2026-x')).toContain('14');
  expect(fault('Xuefa2026xuefa')).toContain('四种');
  expect(fault('Xuefa-2026-xue')).toBeNull();
  expect(passwordHint(strict)).toContain('至少 14 位');
});

it.each(['ab', '1abc', 'a b', 'A.b', 'x'.repeat(33)])('refuses the account name %s', (login) => {
  expect(loginFault(login)).not.toBeNull();
});
