/**
 * Tells which paragraph is being read: the last one of `text` that has entered the upper part of the window.
 * Children carry `data-paragraph`. Returns how to stop.
 */
export function inView(text: HTMLElement, tell: (paragraph: number) => void): () => void {
  const shown = new Set<number>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const paragraph = Number((entry.target as HTMLElement).dataset['paragraph']);
        if (entry.isIntersecting) shown.add(paragraph);
        else shown.delete(paragraph);
      }
      report();
    },
    { rootMargin: '0px 0px -55% 0px' },
  );
  const report = (): void => {
    if (shown.size > 0) tell(Math.max(...shown));
  };
  for (const child of Array.from(text.children)) observer.observe(child);
  window.addEventListener('scroll', report, { passive: true });
  return () => {
    observer.disconnect();
    window.removeEventListener('scroll', report);
  };
}
