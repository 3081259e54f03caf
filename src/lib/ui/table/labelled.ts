const body = /<tbody [^>]*?data-labels="([^"]*)"[^>]*>.*?<\/tbody>/gs;
const opening = /<(?:tr|td|th)(?=[ >])[^>]*>/g;

/**
 * The page with each column's label on its cells (`data-label`), as `cellLabels` writes them in the browser, so that
 * a phone without script shows them too. Labels stand on `<tbody data-labels>`, joined by tabs. A cell that names
 * itself is left alone; Svelte escapes `<` and `>` in attributes, so a tag ends where its first `>` stands.
 */
export function withCellLabels(html: string): string {
  if (!html.includes('data-labels="')) return html;
  return html.replace(body, (table, joined: string) => {
    const labels = joined.split('\t');
    let column = 0;
    return table.replace(opening, (tag) => {
      if (tag.startsWith('<tr')) {
        column = 0;
        return tag;
      }
      const label = labels[column++];
      return !label || tag.includes(' data-label=')
        ? tag
        : `${tag.slice(0, 3)} data-label="${label}"${tag.slice(3)}`;
    });
  });
}
