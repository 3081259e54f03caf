/** What evidence may be, told apart by what the bytes are, never by the name. */
export const fileKinds = {
  pdf: { label: 'PDF', type: 'application/pdf', extensions: ['pdf'] },
  png: { label: 'PNG 图片', type: 'image/png', extensions: ['png'] },
  jpg: { label: 'JPG 图片', type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  docx: {
    label: 'Word 文档',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    label: 'Excel 表格',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
} as const;

export type FileKind = keyof typeof fileKinds;

/** Largest file, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Value of `accept` for choosing such a file. */
export const ACCEPTED = Object.values(fileKinds)
  .flatMap((kind) => kind.extensions.map((extension) => `.${extension}`))
  .join(',');

export function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(fileKinds, text);
}

/**
 * Kind of the bytes: PDF, PNG and JPEG by their signatures; a ZIP package by the part that Word or Excel puts in.
 * Null for anything else.
 */
export function kindOfBytes(bytes: Uint8Array): FileKind | null {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  if (!begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return null;
  if (holds(bytes, 'word/document.xml')) return 'docx';
  return holds(bytes, 'xl/workbook.xml') ? 'xlsx' : null;
}

/** A name to store and to show: without folders and control characters, at most 120 characters, ending as its kind. */
export function safeName(given: string, kind: FileKind): string {
  const last = given.split(/[\\/]/u).pop() ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  const stem = plain.replace(/\.[A-Za-z0-9]{1,8}$/u, '').slice(0, 110) || '附件';
  return `${stem}.${fileKinds[kind].extensions[0]}`;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Looks for an entry's name, which a ZIP package stores as plain text. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].map((letter) => letter.charCodeAt(0));
  let at = bytes.indexOf(wanted[0] ?? 0);
  while (at !== -1) {
    const start = at;
    if (wanted.every((byte, index) => bytes[start + index] === byte)) return true;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1);
  }
  return false;
}
