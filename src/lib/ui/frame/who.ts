/** As `access` names them; the words are those on screen. */
export const roleWords = {
  learner: '学员',
  coordinator: '培训管理员',
  leader: '领导',
  administrator: '系统管理员',
} as const;

export type FrameRole = keyof typeof roleWords;

/** Whom the frame greets. */
export interface Who {
  name: string;
  unitName: string;
  roles: FrameRole[];
}

/** The word of a role code; a code that has none is shown as it is. */
export function roleWord(code: string): string {
  return code in roleWords ? roleWords[code as FrameRole] : code;
}
