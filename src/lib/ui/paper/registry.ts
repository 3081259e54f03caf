import type { Component } from 'svelte';
import type { BodyProps, QuestionType } from './item.ts';
import Judgement from './Judgement.svelte';
import MultipleChoice from './MultipleChoice.svelte';
import SingleChoice from './SingleChoice.svelte';

interface Kind {
  /** As printed on a paper. */
  label: string;
  /** What the taker is to do, in three or four characters. */
  instruction: string;
  body: Component<BodyProps>;
}

/** One entry a type of question: types may share a control. */
export const questionKinds: Record<QuestionType, Kind> = {
  single: { label: '单选', instruction: '选一项', body: SingleChoice },
  multiple: { label: '多选', instruction: '选两项以上', body: MultipleChoice },
  judgement: { label: '判断', instruction: '选对或错', body: Judgement },
};
