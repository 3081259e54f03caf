/** A line of the report's title in words that stay together where the line must break. */
export const titleWords = (line: string): string[] => line.split(/(?<=年度|建设)|(?=（)/);
