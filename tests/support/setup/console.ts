import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});

/** A test that makes the program complain has failed, whatever it asserted. */
afterEach(() => {
  const complaints = errors.mock.calls.map((call) => call.join(' '));
  errors.mockRestore();
  expect(complaints, 'console.error was called').toEqual([]);
});
