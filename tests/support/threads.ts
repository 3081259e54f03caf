import { onTestFinished } from 'vitest';

/** Counts the threads that this process starts from now to the end of the test. */
export function threadsStarted(): () => number {
  let started = 0;
  const count = () => void (started += 1);
  process.on('worker', count);
  onTestFinished(() => void process.off('worker', count));
  return () => started;
}
