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
