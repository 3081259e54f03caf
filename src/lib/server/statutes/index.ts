export {
  enterEffectiveDate,
  listStatutes,
  readStatute,
  type StatuteLine,
  type StatuteView,
} from './verbs.ts';
export { importStatutes, type ImportedStatute, type ImportReport, type SourceFile } from './verbs.import.ts';
export { articleOf, isImported, type AskedArticle, type CitedArticle } from './questions.ts';
export type { ArticleView } from './rows.ts';
