/** Height of the bar that lies over the text, and a little more than a paragraph is scrolled below it. */
const BAR = 76;

/**
 * Tells which paragraph is being read: the first one below the bar, or the last when the end of the text is in view.
 * Children of `text` carry `data-paragraph`. Returns how to stop.
 */
export function inView(text: HTMLElement, tell: (paragraph: number) => void): () => void {
  const children = Array.from(text.children);
  const last = children[children.length - 1];
  const shown = new Set<number>();
  const report = (): void => {
    if (shown.size === 0 || !last) return;
    const isEnd = last.getBoundingClientRect().bottom <= window.innerHeight;
    tell(isEnd ? children.length : Math.min(...shown));
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const paragraph = Number((target as HTMLElement).dataset['paragraph']);
        if (isIntersecting) shown.add(paragraph);
        else shown.delete(paragraph);
      }
      report();
    },
    { rootMargin: `-${BAR}px 0px 0px 0px` },
  );
  for (const child of children) observer.observe(child);
  window.addEventListener('scroll', report, { passive: true });
  return () => {
    observer.disconnect();
    window.removeEventListener('scroll', report);
  };
}
