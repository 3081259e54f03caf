/** A limit of the policy, with the bounds within which it may be set. */
export interface Limit {
  label: string;
  unit: string;
  least: number;
  most: number;
  /** In force while nobody has set another (GB/T 22239-2019 level 3 and its practice). */
  usual: number;
  hint?: string;
}

/** Every limit on accounts, passwords, failures and sessions, in the order of the page that sets them. */
export const limits = {
  passwordLength: { label: '密码最短长度', unit: '位', least: 8, most: 32, usual: 8 },
  administratorPasswordLength: { label: '管理员密码最短长度', unit: '位', least: 8, most: 32, usual: 12 },
  passwordKinds: {
    label: '密码字符种类',
    unit: '种',
    least: 2,
    most: 4,
    usual: 3,
    hint: '大写字母、小写字母、数字、符号四种中至少几种。',
  },
  passwordHistory: {
    label: '不得与最近用过的密码相同',
    unit: '个',
    least: 0,
    most: 24,
    usual: 5,
    hint: '0 为不比较。',
  },
  administratorPasswordDays: {
    label: '管理员密码有效期',
    unit: '天',
    least: 0,
    most: 365,
    usual: 90,
    hint: '0 为长期有效。到期只暂停管理权限，不影响本人学习和考试。',
  },
  failures: { label: '连续输错几次锁定', unit: '次', least: 3, most: 20, usual: 5 },
  failureMinutes: { label: '在多长时间内累计', unit: '分钟', least: 1, most: 60, usual: 10 },
  lockMinutes: {
    label: '锁定多久',
    unit: '分钟',
    least: 1,
    most: 60,
    usual: 15,
    hint: '到时自动解除。本人用过的电脑不受别人输错的影响。',
  },
  addressFailures: {
    label: '同一网络地址输错上限',
    unit: '次',
    least: 20,
    most: 100_000,
    usual: 1000,
    hint: '只计输错的次数，在上面的时间内累计；登录成功不计，同一出口的许多人可以同时登录。',
  },
  idleMinutes: { label: '无操作自动退出', unit: '分钟', least: 5, most: 120, usual: 30 },
  administratorIdleMinutes: { label: '管理员无操作自动退出', unit: '分钟', least: 5, most: 60, usual: 15 },
  sessionHours: {
    label: '一次登录最长',
    unit: '小时',
    least: 1,
    most: 24,
    usual: 12,
    hint: '正在作答的人不会因此退出，交卷之后再算。',
  },
  codeHours: { label: '一次性登录码有效期', unit: '小时', least: 1, most: 168, usual: 72 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

export const limitNames = Object.keys(limits) as LimitName[];

/** Whose second factor is compulsory. Anybody may use one of his own accord. */
export const compulsions = {
  nobody: '自愿启用',
  administrators: '管理员必须启用',
  staff: '管理员和培训管理员必须启用',
} as const;

export type Compulsion = keyof typeof compulsions;

export const isCompulsion = (text: string): text is Compulsion => Object.keys(compulsions).includes(text);

/** The installation's policy on accounts, whole numbers in the units of `limits`. */
export type AccountPolicy = Record<LimitName, number> & { secondFactor: Compulsion };

/** What holds while nothing has been set. */
export const usualPolicy: AccountPolicy = {
  ...(Object.fromEntries(limitNames.map((name) => [name, limits[name].usual])) as Record<LimitName, number>),
  secondFactor: 'nobody',
};

/** The Chinese sentence that says what is wrong with a value of a limit; null when it lies within its bounds. */
export function limitFault(name: LimitName, value: number): string | null {
  const { least, most, unit } = limits[name];
  if (Number.isInteger(value) && value >= least && value <= most) return null;
  return `请填 ${least}–${most} 之间的整数（${unit}）。`;
}

/** Differences between two policies, for the log. */
export function policyChanges(
  before: AccountPolicy,
  after: AccountPolicy,
): Record<string, { from: number | string; to: number | string }> {
  const names = ['secondFactor' as const, ...limitNames].filter((name) => before[name] !== after[name]);
  return Object.fromEntries(names.map((name) => [name, { from: before[name], to: after[name] }]));
}
