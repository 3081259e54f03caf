import type { QuestionType } from '#lib/domain/bank/question.ts';

export type { QuestionType };

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

type Trait = 'several' | 'half' | 'lettered';

/** Of each kind of the domain only what a paper needs: the rules of marking are not sent to browsers. */
export const traits: Record<QuestionType, Record<Trait, boolean>> = {
  single: { several: false, half: false, lettered: true },
  multiple: { several: true, half: true, lettered: true },
  judgement: { several: false, half: false, lettered: false },
};

/** True where more than one option may be chosen. */
export function takesSeveral({ type }: Pick<PaperItem, 'type'>): boolean {
  return traits[type].several;
}

/** True where a correct part of the key may earn half. */
export function paysInPart({ type }: Pick<PaperItem, 'type'>): boolean {
  return traits[type].half;
}

/** True where options are called by their letters, else by their words. */
export function isLettered({ type }: Pick<PaperItem, 'type'>): boolean {
  return traits[type].lettered;
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
