import { Marked, type Token } from 'marked';
import sanitize from 'sanitize-html';

/** A paragraph, heading, list, table or quotation of a text, safe to put into a page. */
export interface Block {
  /** HTML of allowed elements only. */
  html: string;
  /** The same without markup. */
  text: string;
}

const marked = new Marked({ gfm: true, breaks: false });

/** Headings begin at the second level: the page has the first. */
const LOWERED = { h1: 'h2', h5: 'h4', h6: 'h4' };

/** Everything that is not named here is dropped: no images, no raw HTML, no attributes but a link's address. */
const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...[
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'blockquote',
      'hr',
      'br',
      'strong',
      'em',
      'del',
      'code',
      'pre',
      'a',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: { ...LOWERED, a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer' }) },
};

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function textOf(html: string): string {
  return sanitize(html, { allowedTags: [], allowedAttributes: {} })
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Renders Markdown into its blocks in order; what has no text of its own (rules, blank lines, raw HTML) is left out. */
export function blocksOf(markdown: string): Block[] {
  const tokens = marked.lexer(markdown);
  return tokens.flatMap((token: Token) => {
    if (token.type === 'html' || token.type === 'space' || token.type === 'def') return [];
    const html = sanitize(marked.parser([token]), ALLOWED).trim();
    const text = textOf(html);
    return text === '' ? [] : [{ html, text }];
  });
}
