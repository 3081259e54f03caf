import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Act } from '#lib/server/platform/act.ts';

/** Where a verb of the cli prints. With `--json` only `json` writes to standard output. */
export interface Out {
  isJson: boolean;
  line(text: string): void;
  json(value: unknown): void;
  /** To standard error, in either form. */
  problem(text: string): void;
}

export interface Call {
  /** An act of the console over the open database. */
  act: Act;
  /** What stands after the verb without dashes. */
  args: string[];
  /** `--name value` and `--name` (true). */
  options: Record<string, string | true>;
  out: Out;
}

/** 0 done · 1 found differences or refused · 2 called wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface CliVerb {
  usage: string;
  summary: string;
  /** Names of options that stand alone; every other option takes a value. */
  flags?: string[];
  /** Runs over a database with pending migrations, too. */
  anySchema?: boolean;
  run(call: Call): Promise<ExitCode>;
}

export interface Subject {
  name: string;
  summary: string;
  verbs: Record<string, CliVerb>;
}

/** A Chinese sentence about how the command was called. */
export class UsageError extends Error {}

/** The n-th argument; a usage error when it is missing. */
export function argument(call: Call, index: number, name: string): string {
  const value = call.args[index];
  if (value === undefined) throw new UsageError(`缺少参数 ${name}。`);
  return value;
}

/** The file that the first argument names; a usage error when it cannot be read. */
export async function fileArgument(call: Call, name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const path = argument(call, 0, name);
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    throw new UsageError(`读不到文件 ${path}（${(error as NodeJS.ErrnoException).code ?? '未知原因'}）。`);
  }
}

/** A named option's value; a usage error when it is missing. */
export function option(call: Call, name: string): string {
  const value = call.options[name];
  if (typeof value !== 'string') throw new UsageError(`缺少选项 --${name}。`);
  return value;
}
