import type { Attachment } from 'svelte/attachments';

/**
 * Writes each column's label on its cells (`data-label`), which phones show before the value.
 * A cell that names itself is left alone. `rows` is here so that new rows are labelled too.
 */
export function cellLabels(labels: string[], rows: unknown[]): Attachment<HTMLTableSectionElement> {
  return (body) => {
    if (rows.length === 0) return;
    for (const row of Array.from(body.rows)) {
      Array.from(row.cells).forEach((cell, index) => {
        if (!cell.dataset.label && labels[index]) cell.dataset.label = labels[index];
      });
    }
  };
}
