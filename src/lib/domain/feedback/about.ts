/** The question that a person saw explained: by the try and its place there, never by the bank's own id. */
export interface About {
  /** A 随堂测 or 免修测, an attempt of an exam, or a run of practice. */
  source: 'check' | 'exam' | 'practice';
  attemptId: string;
  /** Counts from one. */
  position: number;
}

/** As it stands in an address: `exam.0190….3`. */
export function aboutText({ source, attemptId, position }: About): string {
  return `${source}.${attemptId}.${position}`;
}

/** Reads what an address says; null for anything that names no question. */
export function aboutFrom(text: string): About | null {
  const [, source, attemptId, position] =
    /^(check|exam|practice)\.([\w-]{1,64})\.([1-9]\d{0,2})$/u.exec(text) ?? [];
  if (source === undefined || attemptId === undefined) return null;
  return { source: source as About['source'], attemptId, position: Number(position) };
}

/** The address of the page on which such a question is said to be wrong. */
export function aboutHref(about: About, page: string): string {
  return `/feedback?kind=question&about=${aboutText(about)}&from=${encodeURIComponent(page)}`;
}
