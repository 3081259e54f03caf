import { parse, type AnyNode, type Node } from 'acorn';

/** What Chromium 90 lacks, found in a file of the built client; sentences, empty when it would run there. */
export type Findings = string[];

/** Methods that came after Chromium 90, by name; nothing older bears these names. */
const newMethods = new Set([
  'at',
  'findLast',
  'findLastIndex',
  'toSorted',
  'toReversed',
  'toSpliced',
  'with',
  'isWellFormed',
  'toWellFormed',
  'union',
  'intersection',
  'difference',
  'symmetricDifference',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'randomUUID',
  'showPicker',
  'showPopover',
  'hidePopover',
  'togglePopover',
  'startViewTransition',
  'getOrInsert',
  'getOrInsertComputed',
]);

/** Functions that came after Chromium 90, by owner. */
const newFunctions = new Set([
  'Object.hasOwn',
  'Object.groupBy',
  'Map.groupBy',
  'Array.fromAsync',
  'Promise.withResolvers',
  'Promise.try',
  'AbortSignal.timeout',
  'AbortSignal.any',
  'URL.canParse',
  'URL.parse',
  'RegExp.escape',
  'Iterator.from',
]);

const newGlobals = new Set(['structuredClone', 'navigation', 'scheduler', 'Temporal', 'reportError']);

function* nodes(value: unknown): Generator<AnyNode> {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value) yield value as AnyNode;
    for (const child of Object.values(value)) yield* nodes(child);
  }
}

const nameOf = (node: Node): string => ('name' in node ? String(node.name) : '');

function finding(node: AnyNode): string | null {
  switch (node.type) {
    case 'StaticBlock':
      return 'static block of a class';
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier' ? '`#name in object`' : null;
    case 'ImportAttribute':
      return 'import attribute';
    case 'Literal':
      return node.regex?.flags.includes('v') ? `flag of /${node.regex.pattern}/v` : null;
    case 'VariableDeclaration':
      return /using/.test(node.kind) ? '`using`' : null;
    case 'CallExpression':
      return calledNew(node.callee);
    default:
      return null;
  }
}

function calledNew(callee: Node): string | null {
  const called = callee as AnyNode;
  if (called.type === 'Identifier') return newGlobals.has(called.name) ? called.name : null;
  if (called.type !== 'MemberExpression' || called.computed) return null;
  const method = nameOf(called.property);
  const owned = `${nameOf(called.object)}.${method}`;
  if (newFunctions.has(owned)) return owned;
  return newMethods.has(method) ? `.${method}()` : null;
}

/** Syntax and calls in a script that Chromium 90 does not know; those of `polyfilled` are left out. */
export function newInScript(text: string, polyfilled: Set<string> = new Set()): Findings {
  const tree = parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
  const found = [...nodes(tree.body)].map(finding).filter((one) => one !== null);
  return [...new Set(found)].filter((one) => !polyfilled.has(one));
}

const newInCss: Record<string, RegExp> = {
  ':has()': /:has\(/,
  '@container': /@container\b/,
  '@layer': /@layer\b/,
  '@scope': /@scope\b/,
  '@starting-style': /@starting-style\b/,
  'a colour function': /\b(?:oklch|oklab|lch|lab|color-mix|light-dark)\(/,
  'a unit of the small, large or dynamic viewport': /\d(?:dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi)\b/,
  ':popover-open': /:popover-open/,
  'a transform of its own': /[{;]\s*(?:translate|rotate|scale)\s*:/,
};

/** Styles that Chromium 90 does not know. */
export function newInStyle(text: string): Findings {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"]*"|'[^']*'/g, '""');
  const found = Object.entries(newInCss)
    .filter(([, pattern]) => pattern.test(bare))
    .map(([name]) => name);
  return hasNesting(bare) ? [...found, 'nested rule'] : found;
}

/** True when a block opens inside the block of a style rule. */
function hasNesting(css: string): boolean {
  const open: boolean[] = [];
  for (const [, prelude = '', brace] of css.matchAll(/([^{};]*)([{};])/g)) {
    if (brace === '{') {
      if (open.includes(true)) return true;
      open.push(!/^\s*@(?!font-face|page)/.test(prelude));
    } else if (brace === '}') open.pop();
  }
  return false;
}
