import type { Attachment } from 'svelte/attachments';

/** States that last only as long as a pointer or the keyboard rests on a control. */
export type Held = 'hover' | 'focus';

const pseudo = { hover: ':hover', focus: ':focus-visible' } as const;
/** What a pointer or the keyboard can rest on. */
const reachable = {
  hover: 'a, button, input, select, textarea, label, summary, tr',
  focus: 'a, button:enabled, input, select, textarea, summary',
} as const;

const classOf = (state: Held) => `held-${state}`;

/** The rules of a sheet for a state, as they apply to whatever bears its class; those within conditions keep them. */
function heldRules(rules: CSSRuleList, state: Held): string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSMediaRule) {
      const inner = heldRules(rule.cssRules, state);
      return inner.length > 0 ? [`@media ${rule.conditionText} { ${inner.join(' ')} }`] : [];
    }
    if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes(pseudo[state])) return [];
    return [rule.cssText.split(pseudo[state]).join(`.${classOf(state)}`)];
  });
}

/** Shows the controls below as they look under the pointer or with the keyboard on them, by the very rules of the product. */
export const held =
  (state: Held): Attachment<HTMLElement> =>
  (node) => {
    const rules = [...document.styleSheets].flatMap((sheet) => heldRules(sheet.cssRules, state));
    const own = new CSSStyleSheet();
    own.replaceSync(rules.join('\n'));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    for (const control of node.querySelectorAll(reachable[state])) control.classList.add(classOf(state));
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== own);
    };
  };
