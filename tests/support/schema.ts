import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const folder = 'src/lib/server/db/schema';

export interface Column {
  name: string;
  type: 'text' | 'integer';
  nullable: boolean;
}

export interface DeclaredTable {
  /** Room that owns the table: the name of its schema file. */
  room: string;
  name: string;
  columns: Column[];
}

/** Every table that the schema's types declare, read from their source. */
export function declaredTables(): DeclaredTable[] {
  return readdirSync(folder)
    .filter((file) => file !== 'index.ts')
    .flatMap((file) => tablesOf(basename(file, '.ts'), join(folder, file)));
}

function tablesOf(room: string, path: string): DeclaredTable[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const interfaces = new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((one) => [one.name.text, one]),
  );
  return [...interfaces.values()]
    .filter((one) => one.name.text.endsWith('Tables'))
    .flatMap((one) => properties(one.members))
    .map(({ name, type }) => ({
      room,
      name,
      columns: properties(rowMembers(type, interfaces)).map(columnOf),
    }));
}

interface Property {
  name: string;
  type: ts.TypeNode;
}

function properties(members: readonly ts.TypeElement[]): Property[] {
  return members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText().replaceAll(/['"]/g, ''),
    type: member.type as ts.TypeNode,
  }));
}

function rowMembers(
  type: ts.TypeNode,
  known: Map<string, ts.InterfaceDeclaration>,
): readonly ts.TypeElement[] {
  if (ts.isTypeLiteralNode(type)) return type.members;
  const row = ts.isTypeReferenceNode(type) ? known.get(type.typeName.getText()) : undefined;
  if (!row) throw new Error(`${type.getText()} is not declared beside its table`);
  return row.members;
}

/** `number` (and unions of numbers) are integers; every other type is stored as text. */
function columnOf({ name, type }: Property): Column {
  const parts = type
    .getText()
    .replace(/^Generated<(.*)>$/, '$1')
    .split('|')
    .map((part) => part.trim());
  const stored = parts.filter((part) => part && part !== 'null');
  const isNumber = stored.every((part) => part === 'number' || /^\d+$/.test(part));
  return { name, type: isNumber ? 'integer' : 'text', nullable: parts.includes('null') };
}
