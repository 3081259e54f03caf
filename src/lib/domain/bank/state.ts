/** Drafts are written, published questions are drawn, retired ones rest. */
export const questionStates = ['draft', 'published', 'retired'] as const;
export type QuestionState = (typeof questionStates)[number];

export const stateWords: Record<QuestionState, string> = {
  draft: '草稿',
  published: '在用',
  retired: '停用',
};

export function isQuestionState(text: string): text is QuestionState {
  return (questionStates as readonly string[]).includes(text);
}
