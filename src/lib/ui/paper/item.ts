/** One option of a question as it is shown: `label` is the letter on this paper. */
export interface PaperOption {
  id: string;
  label: string;
  text: string;
}

/** A question as a taker sees it: never its key. */
export interface PaperItem {
  type: QuestionType;
  stem: string;
  options: PaperOption[];
}

export type QuestionType = 'single' | 'multiple' | 'judgement';

const several: Record<QuestionType, boolean> = { single: false, multiple: true, judgement: false };

/** True where more than one option may be chosen; as the question's kind has it in the domain. */
export function takesSeveral({ type }: Pick<PaperItem, 'type'>): boolean {
  return several[type];
}

/** What a renderer of one type is given. */
export interface BodyProps {
  item: PaperItem;
  /** Ids of the chosen options; none or one for 单选 and 判断. */
  value: string[];
  /** Name of the inputs in a form without script. */
  name: string;
  disabled?: boolean;
  onchange?: (value: string[]) => void;
}
