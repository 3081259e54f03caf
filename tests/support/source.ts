import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Paths of the files below `folder` that `pattern` matches, sorted; with `/` on every system. */
export function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .sort();
}

/** Syntax tree of a TypeScript file. */
export function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Every node below `root`, `root` included, as it is written; without the tokens between, which take most of the time. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const take = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, take);
  };
  take(root);
  return nodes;
}

/** Exported functions of a file by name. */
export function exportedFunctions(file: ts.SourceFile): ts.FunctionDeclaration[] {
  return file.statements
    .filter(ts.isFunctionDeclaration)
    .filter((one) => one.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword));
}

const writing = new Set(['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto']);

/** A call that changes a table; `table` is null where it is not written out as text. */
export interface Write {
  table: string | null;
  line: number;
}

/** Calls of Kysely below `root` that change a table, and raw SQL that does. */
export function writesIn(root: ts.Node): Write[] {
  const file = root.getSourceFile();
  const lineOf = (node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  return nodesOf(root).flatMap((node) => {
    const table = writtenTable(node);
    return table === undefined ? [] : [{ table, line: lineOf(node) }];
  });
}

function writtenTable(node: ts.Node): string | null | undefined {
  if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText()))
    return rawTable(node.template.getText());
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (!writing.has(node.expression.name.text)) return undefined;
  const [first] = node.arguments;
  return first && ts.isStringLiteralLike(first) ? (first.text.split(' ')[0] ?? null) : null;
}

function rawTable(text: string): string | undefined {
  return /\b(?:insert\s+into|update|delete\s+from)\s+["']?([a-z_]+)/i.exec(text)?.[1];
}

/** Specifiers that a TypeScript file imports or re-exports, types left out. */
export function importsOf(file: ts.SourceFile): string[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const isTypeOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    const { moduleSpecifier } = statement;
    return isTypeOnly || !moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)
      ? []
      : [moduleSpecifier.text];
  });
}

/** A re-export of values: their names (null: all of them) and the file they come from. */
export interface ReExport {
  names: string[] | null;
  from: string;
}

/** What an index file re-exports, types left out. */
export function exportsOf(file: ts.SourceFile): ReExport[] {
  return file.statements.filter(ts.isExportDeclaration).flatMap((statement): ReExport[] => {
    const { exportClause, moduleSpecifier, isTypeOnly } = statement;
    if (isTypeOnly || !moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    if (!exportClause) return [{ names: null, from: moduleSpecifier.text }];
    if (!ts.isNamedExports(exportClause)) return [];
    const values = exportClause.elements.filter((one) => !one.isTypeOnly);
    return [{ names: values.map((one) => (one.propertyName ?? one.name).text), from: moduleSpecifier.text }];
  });
}
