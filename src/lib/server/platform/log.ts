import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured log on standard output; never given passwords, codes, identity numbers or answers. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
