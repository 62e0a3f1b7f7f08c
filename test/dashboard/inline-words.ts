import { parseSync } from 'vite';

/** Names, and what is nobody's word: keys of a keyboard, tags of a language, headers. */
const NAMES: readonly string[] = [
  'Baton',
  ...['Escape', 'Tab', 'Enter', 'Home', 'End', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Backspace'],
  ...['Arrow', 'Ctrl', 'Shift', 'K', 'Workers AI', 'PushManager', 'Notification'],
];

/** What is typed into a field by whoever knows what it is: addresses, models, a property’s name. */
const EXAMPLES =
  /^(https?:\/\/\S+|\S+@\S+|@cf\/\S+|gpt-\S+|plan|gold|\{\w+\}|<script src="| (async|data-).*|key_…|Refused| well| badly)$/;

/** Attributes whose text is read by somebody, whatever it looks like. */
const READ = /^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|hint|act|cancel)$/;
/** Attributes that are never read. */
const UNREAD =
  /^(class|style|d|transform|viewBox|points|id|for|href|src|pattern|fill|stroke|rel|target|autocomplete|media|key)$/;
/** What may stand in code and still is a text: it begins with a capital, or has a space between words. */
const LIKE_WORDS = /^\s*\p{Lu}\p{Ll}|\p{L}{2,}[,:]? \p{L}{2,}|^[,:]? \p{Ll}{2,}/u;

/** Calls whose argument is a selector. */
const ELEMENTS = /^(querySelector(All)?|closest|matches)$/;

interface Node {
  type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The texts for people that stand in a source file itself, in order. */
export function inlineWords(file: string, source: string): string[] {
  const found: string[] = [];
  const say = (text: string, read: boolean) => {
    const rest = NAMES.reduce(
      (all, name) => all.replaceAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'), ''),
      text,
    );
    if (EXAMPLES.test(text)) return;
    if (read ? /\p{L}/u.test(rest) : LIKE_WORDS.test(rest)) found.push(text);
  };
  const walk = (node: Node, read: boolean): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
        return;
      case 'CallExpression':
        if (isNode(node.callee) && ELEMENTS.test(String((node.callee.property as Node | undefined)?.name))) return;
        break;
      case 'JSXText':
        return void (/\p{L}/u.test(String(node.value)) && say(String(node.value).trim(), true));
      case 'Literal':
        return void (typeof node.value === 'string' && say(node.value, read));
      case 'TemplateElement':
        return say((node.value as { cooked: string }).cooked, read);
      case 'JSXAttribute':
        return attribute(node);
      case 'JSXExpressionContainer':
        return walk(node.expression as Node, read);
      case 'JSXElement':
      case 'JSXFragment':
        for (const child of node.type === 'JSXElement' ? childrenOf(node.openingElement as Node) : [])
          walk(child, false);
        for (const child of node.children as Node[]) walk(child, true);
        return;
      case 'ConditionalExpression':
        walk(node.test as Node, false);
        walk(node.consequent as Node, read);
        return walk(node.alternate as Node, read);
      case 'LogicalExpression':
        walk(node.left as Node, node.operator !== '&&' && read);
        return walk(node.right as Node, read);
      case 'TemplateLiteral':
        for (const part of node.quasis as Node[]) walk(part, read);
        for (const part of node.expressions as Node[]) walk(part, read);
        return;
    }
    // `words[`${edge}Tomorrow`]` is a key.
    if (node.type === 'MemberExpression' && node.computed) return walk(node.object as Node, false);
    if (node.type.startsWith('TS') && !isNode(node.expression)) return;
    for (const child of node.type.startsWith('TS') ? [node.expression as Node] : childrenOf(node)) walk(child, false);
  };
  const attribute = ({ name, value }: Node): void => {
    const called = String((name as Node).name);
    if (isNode(value) && !UNREAD.test(called)) walk(value, READ.test(called));
  };
  walk(parseSync(file, source).program as unknown as Node, false);
  return found;
}
