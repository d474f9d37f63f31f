import type { SyntaxNode } from '@lezer/common';
import type { ParsedCode } from './grammar';

/** What the packages of JavaScript are called here: the name under which their functions are known. */
const packages: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs': 'tf',
  '@tensorflow/tfjs-core': 'tf',
  '@tensorflow/tfjs-node': 'tf',
  '@tensorflow/tfjs-node-gpu': 'tf',
  '@tensorflow/tfjs-layers': 'tf',
  mathjs: 'math',
};

/**
 * What the names that a text imports stand for: `F` -> `torch.nn.functional`, `gelu` -> `torch.nn.functional.gelu`,
 * in Python, JavaScript (import and require) and C++ (namespace F = torch::nn::functional, using).
 */
export function aliasesOf(code: ParsedCode): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  code.tree.iterate({
    enter: ({ name, node }) => {
      if (name === 'ImportStatement') pythonImport(node, code, aliases);
      else if (name === 'ImportDeclaration') scriptImport(node, code, aliases);
      else if (name === 'VariableDeclaration') scriptRequire(node, code, aliases);
      else if (name === 'NamespaceDefinition' && node.lastChild?.name === 'ScopedIdentifier') {
        namespaceAlias(node, code, aliases);
      } else if (name === 'UsingDeclaration') usingDeclaration(node, code, aliases);
      else return !/(Expression|ArgList|ArgumentList|String|Comment)$/.test(name);
      return false;
    },
  });
  return aliases;
}

const textOf = (node: SyntaxNode, { text }: ParsedCode): string => text.slice(node.from, node.to);

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** `import a.b as c, d` and `from a.b import c as d, e` */
function pythonImport(node: SyntaxNode, code: ParsedCode, aliases: Map<string, string>): void {
  const words = childrenOf(node).map((child) => textOf(child, code));
  const importAt = words.indexOf('import');
  if (importAt < 0) return;
  const from = words[0] === 'from' ? words.slice(1, importAt).join('') : undefined;
  let path = '';
  let alias: string | undefined;
  const close = () => {
    if (path !== '' && path !== '*') {
      if (from !== undefined) aliases.set(alias ?? path, from.startsWith('.') ? `${from}${path}` : `${from}.${path}`);
      else if (alias !== undefined) aliases.set(alias, path);
    }
    path = '';
    alias = undefined;
  };
  for (let i = importAt + 1; i < words.length; i++) {
    const word = words[i]!;
    if (word === ',') close();
    else if (word === 'as') alias = words[++i];
    else if (word !== '(' && word !== ')') path += word;
  }
  close();
}

const packageOf = (written: string): string | undefined => {
  const name = written.slice(1, -1);
  return Object.hasOwn(packages, name) ? packages[name] : undefined;
};

/** `import * as tf from '...'`, `import { relu as r } from '...'` */
function scriptImport(node: SyntaxNode, code: ParsedCode, aliases: Map<string, string>): void {
  const children = childrenOf(node);
  const source = children.find((child) => child.name === 'String');
  const module = source === undefined ? undefined : packageOf(textOf(source, code));
  if (module === undefined) return;
  for (const child of children) {
    if (child.name === 'VariableDefinition') aliases.set(textOf(child, code), module);
    if (child.name !== 'ImportGroup') continue;
    let imported: string | undefined;
    for (const part of childrenOf(child)) {
      if (part.name === 'VariableName') imported = textOf(part, code);
      else if (part.name === 'VariableDefinition') {
        const local = textOf(part, code);
        aliases.set(local, `${module}.${imported ?? local}`);
        imported = undefined;
      }
    }
  }
}

/** `const tf = require('...')` */
function scriptRequire(node: SyntaxNode, code: ParsedCode, aliases: Map<string, string>): void {
  const match = /^\w+\s+(\w+)\s*=\s*require\(\s*('[^']*'|"[^"]*")\s*\)/.exec(textOf(node, code).slice(0, 200));
  const module = match === null ? undefined : packageOf(match[2]!);
  if (module !== undefined) aliases.set(match![1]!, module);
}

/** `namespace F = torch::nn::functional;` */
function namespaceAlias(node: SyntaxNode, code: ParsedCode, aliases: Map<string, string>): void {
  const [alias, path] = childrenOf(node).filter((child) => child.name.endsWith('Identifier'));
  if (alias !== undefined && path !== undefined) {
    aliases.set(textOf(alias, code), textOf(path, code).replaceAll('::', '.'));
  }
}

/** `using std::exp;` */
function usingDeclaration(node: SyntaxNode, code: ParsedCode, aliases: Map<string, string>): void {
  const target = childrenOf(node).find((child) => child.name === 'ScopedIdentifier');
  if (target === undefined) return;
  const path = textOf(target, code).replaceAll('::', '.').replace(/^\./, '');
  aliases.set(path.slice(path.lastIndexOf('.') + 1), path);
}
