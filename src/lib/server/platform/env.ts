import { join, resolve } from 'node:path';
import { readFileSync, existsSync } from 'node:fs';
import * as v from 'valibot';
import { suiteNames, type SuiteName } from './suites.ts';

/** A setting that is missing or wrong; `problems` are Chinese sentences that name it and say how to mend it. */
export class SettingsError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const text = (fallback: string) => v.optional(v.pipe(v.string(), v.trim()), fallback);

const wholeNumber = (name: string, most: number, fallback: string) =>
  v.pipe(
    text(fallback),
    v.check((value) => /^\d+$/.test(value) && Number(value) <= most, `${name} 应当是 0–${most} 之间的整数。`),
    v.transform(Number),
  );

const url = (name: string, pattern: RegExp, example: string) =>
  v.pipe(
    text(''),
    v.check(
      (value) => value === '' || pattern.test(value),
      `${name} 的写法不对，例如 ${example}；留空则不使用。`,
    ),
  );

/** Every setting that the programs read, with its default; the same list stands in `.env.example`. */
const schema = v.object({
  PORT: wholeNumber('PORT', 65_535, '3000'),
  HOST: text('127.0.0.1'),
  ORIGIN: url('ORIGIN', /^https?:\/\/[^/\s]+$/, 'https://xuefa.example.gov.cn'),
  XUEFA_DATA: text('data'),
  DATABASE_URL: url(
    'DATABASE_URL',
    /^(file:.+|postgres(ql)?:\/\/.+)$/,
    'file:data/xuefa.db 或 postgres://用户@主机/库',
  ),
  DATABASE_REPLICA_URL: url('DATABASE_REPLICA_URL', /^postgres(ql)?:\/\/.+$/, 'postgres://用户@备库/库'),
  XUEFA_KEY: text(''),
  XUEFA_SUITE: v.pipe(
    text('a1'),
    v.picklist(suiteNames, 'XUEFA_SUITE 只能是 a1（AES-256、SHA-256）或 s1（国密 SM4、SM3）。'),
  ),
  ADDRESS_HEADER: text(''),
  XFF_DEPTH: wholeNumber('XFF_DEPTH', 10, '1'),
  BODY_SIZE_LIMIT: v.pipe(
    text('32M'),
    v.regex(/^\d+[KM]?$/, 'BODY_SIZE_LIMIT 应当是字节数，可带 K 或 M，例如 32M。'),
  ),
  SMTP_URL: url('SMTP_URL', /^smtps?:\/\/.+$/, 'smtp://用户:口令@mail.example.gov.cn:587'),
  MAIL_FROM: url('MAIL_FROM', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'xuefa@example.gov.cn'),
  XUEFA_DEMO: v.pipe(
    text(''),
    v.picklist(['', '1'], 'XUEFA_DEMO 只由 npm run demo 设置，请不要自行填写。'),
    v.transform((value) => value === '1'),
  ),
  LOG_LEVEL: v.pipe(
    text('info'),
    v.picklist(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'LOG_LEVEL 只能是 debug、info、warn、error 或 silent。',
    ),
  ),
});

export interface Settings {
  port: number;
  host: string;
  origin: string;
  dataFolder: string;
  databaseUrl: string;
  replicaUrl: string;
  /** Master keys, 32 bytes each; the first writes, all read. */
  keys: Buffer[];
  /** Suite in which is written. */
  suite: SuiteName;
  addressHeader: string;
  mail: { url: string; from: string } | null;
  isDemo: boolean;
  logLevel: string;
}

/** Names of all settings, for the test that the documents list them. */
export const settingNames = Object.keys(schema.entries);

/** The keys of `XUEFA_KEY`, divided by commas; a sentence where they are missing or wrong. */
function keysFrom(given: string, dataFolder: string, isDemo: boolean): Buffer[] | string {
  const file = join(dataFolder, 'demo.key');
  const written = given === '' && isDemo && existsSync(file) ? readFileSync(file, 'utf8').trim() : given;
  if (written === '') {
    return '缺少 XUEFA_KEY。请用 openssl rand -base64 32 生成一个，妥善保存在数据目录之外，再写入环境变量。';
  }
  const keys = written.split(',').map((one) => Buffer.from(one.trim(), 'base64'));
  if (keys.some((key) => key.length !== 32)) {
    return 'XUEFA_KEY 应当是 32 个字节的 base64 文本（openssl rand -base64 32）；更换密钥时新旧几个用逗号隔开，写入用的放在最前。';
  }
  return keys;
}

/** Reads the environment once, at start. Throws `SettingsError` that names every wrong setting. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name]]));
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) throw new SettingsError(parsed.issues.map((issue) => issue.message));
  const values = parsed.output;
  const dataFolder = resolve(values.XUEFA_DATA);
  const keys = keysFrom(values.XUEFA_KEY, dataFolder, values.XUEFA_DEMO);
  if (typeof keys === 'string') throw new SettingsError([keys]);
  if ((values.SMTP_URL === '') !== (values.MAIL_FROM === '')) {
    throw new SettingsError(['SMTP_URL 和 MAIL_FROM 要一起填写：用哪台服务器发信，用哪个邮箱发信。']);
  }
  return {
    port: values.PORT,
    host: values.HOST,
    origin: values.ORIGIN,
    dataFolder,
    databaseUrl: values.DATABASE_URL,
    replicaUrl: values.DATABASE_REPLICA_URL,
    keys,
    suite: values.XUEFA_SUITE,
    addressHeader: values.ADDRESS_HEADER,
    mail: values.SMTP_URL === '' ? null : { url: values.SMTP_URL, from: values.MAIL_FROM },
    isDemo: values.XUEFA_DEMO,
    logLevel: values.LOG_LEVEL,
  };
}
