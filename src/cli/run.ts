import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { pendingMigrations } from '#lib/server/db/index.ts';
import { openHouse } from '#lib/server/house.ts';
import { currentInstant } from '#lib/server/platform/clock.ts';
import { readSettings, SettingsError } from '#lib/server/platform/env.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { UsageError, type CliVerb, type ExitCode, type Out, type Subject } from './subject.ts';

/** What a command line meets outside itself: the process's own settings and outlets unless told. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  /** Takes what goes to standard output. */
  write(text: string): void;
  /** Takes what goes to standard error. */
  complain(text: string): void;
}

const ownProcess: Surroundings = {
  env: process.env,
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
};

function printed(isJson: boolean, { write, complain }: Surroundings): Out {
  return {
    isJson,
    line: (text) => {
      if (!isJson) write(`${text}\n`);
    },
    json: (value) => {
      if (isJson) write(`${JSON.stringify(value, null, 2)}\n`);
    },
    problem: (text) => complain(`${text}\n`),
  };
}

function help(subjects: Subject[], subject?: Subject): string {
  const lines = subject
    ? Object.values(subject.verbs).map(
        (verb) => `  xuefa ${subject.name} ${verb.usage}\n      ${verb.summary}`,
      )
    : subjects.map((one) => `  ${one.name.padEnd(12)}${one.summary}（${Object.keys(one.verbs).join('、')}）`);
  return ['用法：npm run xuefa -- <主题> <动作> [参数] [--json] [--help]', ...lines].join('\n');
}

function parsed(verb: CliVerb, words: string[]) {
  const flags = new Set(['json', 'help', ...(verb.flags ?? [])]);
  const named = words
    .filter((word) => word.startsWith('--'))
    .map((word) => word.slice(2).split('=')[0] ?? '');
  const options = Object.fromEntries(
    named.map((name) => [name, { type: flags.has(name) ? ('boolean' as const) : ('string' as const) }]),
  );
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true, strict: true });
  return { args: positionals, options: values as Record<string, string | true> };
}

/** Runs one command line over the settings of the environment; never throws for what a person can mend. */
export async function runCli(
  subjects: Subject[],
  words: string[],
  surroundings: Surroundings = ownProcess,
): Promise<ExitCode> {
  const [subjectName = '', verbName = '', ...rest] = words;
  const subject = subjects.find((one) => one.name === subjectName);
  const verb = subject?.verbs[verbName];
  const out = printed(rest.includes('--json'), surroundings);
  if (!verb || rest.includes('--help')) {
    surroundings.write(`${help(subjects, subject)}\n`);
    return words.length === 0 || words.includes('--help') ? 0 : 2;
  }
  try {
    return await runVerb(verb, rest, out, surroundings.env);
  } catch (error) {
    return told(error, out, verb, subjectName);
  }
}

async function runVerb(verb: CliVerb, rest: string[], out: Out, env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { args, options } = parsed(verb, rest);
  const house = openHouse({ ...readSettings(env), logLevel: env.LOG_LEVEL ?? 'error' });
  try {
    if (!verb.anySchema && (await pendingMigrations(house.db)).length > 0) {
      throw new SettingsError(['数据库还没有升级到这个版本。请先运行 npm run xuefa -- db migrate。']);
    }
    const actor = { kind: 'console' as const, user: userInfo().username };
    const act = { actor, now: currentInstant(), requestId: newId(), db: house.db };
    return await verb.run({ act, args, options, out });
  } finally {
    await house.close();
  }
}

function told(error: unknown, out: Out, verb: CliVerb, subject: string): ExitCode {
  if (error instanceof DomainError) {
    out.problem(error.message);
    for (const sentence of Object.values(error.fields)) out.problem(`  ${sentence}`);
    out.json({ error: { code: error.code, message: error.message, fields: error.fields } });
    return 1;
  }
  if (error instanceof SettingsError) {
    for (const problem of error.problems) out.problem(problem);
    return 2;
  }
  const isUsage =
    error instanceof UsageError || (error instanceof TypeError && String(error).includes('ERR_PARSE_ARGS'));
  if (
    !isUsage &&
    !(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  ) {
    throw error;
  }
  out.problem(error instanceof UsageError ? error.message : '选项写得不对。');
  out.problem(`用法：xuefa ${subject} ${verb.usage}`);
  return 2;
}
