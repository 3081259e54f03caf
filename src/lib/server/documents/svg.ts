/** What a drawing is called, for those who cannot see it. */
export interface DrawingName {
  /** Unique on its page; element ids inside the drawing begin with it. */
  id: string;
  title: string;
  description: string;
}

/**
 * Makes a drawing of ECharts fit a page under a strict CSP: style attributes become presentation attributes, the
 * style element and script hooks go, ids are made unique, the size follows the column, title and description are said.
 */
export function presentSvg(svg: string, name: DrawingName): string {
  const body = svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, rules: string) => asAttributes(rules))
    .replace(/(id="|url\(#)zr\d+-/g, `$1${name.id}-`)
    .replace(/\n+/g, '');
  const label = `<title>${escapeXml(name.title)}</title><desc>${escapeXml(name.description)}</desc>`;
  return body.replace(/<svg[^>]*?viewBox="([^"]*)"[^>]*>/, (_, box: string) => {
    const accessible = `role="img" aria-label="${escapeXml(`${name.title}。${name.description}`)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="100%" ${accessible}>${label}`;
  });
}

/** `font-size:12px;fill:red` → ` font-size="12" fill="red"`. */
function asAttributes(rules: string): string {
  return rules
    .split(';')
    .map((rule) => rule.split(':'))
    .filter(([property, value]) => property?.trim() && value?.trim())
    .map(
      ([property = '', value = '']) =>
        ` ${property.trim()}="${value.trim().replace(/^(\d+(?:\.\d+)?)px$/, '$1')}"`,
    )
    .join('');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
