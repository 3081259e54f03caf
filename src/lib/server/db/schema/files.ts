export interface FilesTables {
  file: {
    id: string;
    /** SHA-256 of the content, hex; also its name on disk. */
    digest: string;
    name: string;
    /** Kind found in the content: `pdf`, `png`, `jpg`, `docx`, `xlsx`. */
    kind: string;
    bytes: number;
    unit_id: string;
    uploaded_by: string;
    uploaded_at: string;
  };
}
