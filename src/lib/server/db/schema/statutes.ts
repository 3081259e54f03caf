export interface StatutesTables {
  statute: {
    id: string;
    title: string;
    /** Without 中华人民共和国; by which lessons and questions cite it. */
    plain_title: string;
    version_on: string;
    effective_on: string | null;
    preamble: string;
    appendix: string;
    /** SHA-256 over title, texts and articles: tells a repeated import from a changed one. */
    digest: string;
    imported_at: string;
  };
  article: {
    id: string;
    statute_id: string;
    number: string;
    ordinal: number;
    chapter: string;
    body: string;
  };
}
