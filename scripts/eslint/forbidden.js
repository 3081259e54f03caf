import { builtinRules } from 'eslint/use-at-your-own-risk';

/** Lends ESLint's rule of forbidden syntax to oxlint, which has none of its own. */
export default {
  meta: { name: 'xuefa' },
  rules: { 'forbidden-syntax': builtinRules.get('no-restricted-syntax') },
};

/** One moment, one chance, one outlet: what keeps a file free of the world. */
export const clock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take `now` as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Take `now` as an argument.' },
];
export const chance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take `rng` as an argument.',
  },
];
export const swallowing = [
  {
    selector: 'CatchClause > BlockStatement.body > ReturnStatement:first-child > Literal[raw="null"]',
    message: 'Absence is decided where it is asked; do not answer an error with null.',
  },
];
export const sharedState = ['Program', 'Program > ExportNamedDeclaration'].map((place) => ({
  selector: `${place} > VariableDeclaration CallExpression[callee.name=/^\\$(state|derived)$/]`,
  message: 'Module-level state is shared by all users under SSR; put it into a class or a context.',
}));
