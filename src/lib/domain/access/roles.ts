/** Roles as screens name them. */
export const roleLabels = {
  learner: '学员',
  coordinator: '培训管理员',
  leader: '领导',
  administrator: '管理员',
} as const;
