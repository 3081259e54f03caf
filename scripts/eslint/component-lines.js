/**
 * Limits the script and markup of a component. Styles do not count: they are data, and scoped to what is counted.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export default {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, required: ['max'] }],
    messages: {
      tooLong: '{{lines}} lines of script and markup, {{max}} allowed. Split the component by noun.',
    },
  },
  create(context) {
    const { max } = context.options[0];
    let styleLines = 0;
    return {
      SvelteStyleElement(node) {
        styleLines += node.loc.end.line - node.loc.start.line + 1;
      },
      'Program:exit'(node) {
        const lines = context.sourceCode.lines.length - styleLines;
        if (lines > max) context.report({ node, messageId: 'tooLong', data: { lines, max } });
      },
    };
  },
};
