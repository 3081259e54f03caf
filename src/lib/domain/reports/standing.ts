/** How a report stands, by its latest freeze; null where there is none. */
export function standsAs(last: { kind: string; number: number } | null): string {
  return last === null || last.kind === 'draft' ? '草稿' : `已签发（第 ${last.number} 次封存）`;
}
