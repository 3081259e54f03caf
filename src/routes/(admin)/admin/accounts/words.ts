/** States of an account as screens name them. */
export const stateWords = {
  all: '全部',
  active: '已激活',
  invited: '待激活',
  closed: '已停用',
  none: '无账号',
} as const;
