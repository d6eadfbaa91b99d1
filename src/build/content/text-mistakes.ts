import type { HastNode } from 'satteri';
import { treeOf, withoutUnseen } from '../../articles/article-text.ts';
import { isReservedId } from '../../articles/page-ids.ts';
import {
  attributeOf,
  isElement,
  isVerbatim,
  nameOf,
  nodesOf,
  textOf,
  type WrittenElement,
} from '../../articles/text-tree.ts';
import { COMPONENT_NAMES } from '../../layouts/component-names.ts';
import type { Mistake } from '../../site/content-error.ts';
import type { ContentFile } from './content-file.ts';

/** A text as it was written: its front matter is blank, so that its lines are those of the file. */
export interface WrittenText extends ContentFile {
  readonly tree: HastNode;
  /** The text without what no page shows, line for line. */
  readonly seen: string;
}

/** Reads the text of an article or a page, or tells what is no MDX in it. */
export function readWritten({ file, text }: ContentFile): WrittenText | Mistake {
  try {
    return { file, text, tree: treeOf(text, file), seen: withoutUnseen(text) };
  } catch (error) {
    return notMdx(file, text, error instanceof Error ? error.message : String(error));
  }
}

/** The parser says `line:column: what (a note) (a code)`. */
function notMdx(file: string, text: string, message: string): Mistake {
  const [, row = '', column = '', what = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const line = Number(row) || undefined;
  const rest = text.split('\n')[Number(row) - 1]?.slice(Number(column) - 1) ?? '';
  const found = JSON.stringify(/^\S*/.exec(rest)?.[0] || rest.slice(0, 20));
  const [, unclosed] = /closing tag for `?(<[^>`]*>)`?/.exec(what) ?? [];
  if (rest.startsWith('<!--')) {
    return {
      file,
      line,
      sentence: 'a comment is written as in HTML. In MDX it is {/* a comment */}.',
    };
  }
  if (/^Expected a closing tag/.test(what) && unclosed) {
    const name = unclosed.replace(/^<|[\s>].*$/g, '');
    return {
      file,
      line,
      sentence: `${unclosed} has no end. Write </${name}> behind what is in it, ${name === name.toLowerCase() ? `or &lt;${name}> for the signs themselves` : `or <${name} /> where nothing is`}.`,
    };
  }
  if (/expression/.test(what) || rest.startsWith('{')) {
    return {
      file,
      line,
      sentence: `braces mean code in MDX. Found: ${JSON.stringify(text.split('\n')[Number(row) - 1]?.trim() ?? '')}. For the signs themselves write \\{ and \\}.`,
    };
  }
  if (rest.startsWith('<')) {
    return {
      file,
      line,
      sentence: `"<" begins a tag in MDX. Found: ${found}. For the sign itself write &lt;.`,
    };
  }
  const plain = what.replace(/ \((?:note: .*|mdx[\w:-]*)\)/gs, '').trim();
  return { file, line, sentence: `${plain}. Found: ${found}.` };
}

/** What is wrong with a text that can be read: each mistake with its line. */
export function textMistakes(written: WrittenText): Mistake[] {
  const { file, tree, seen } = written;
  const elements = [...nodesOf(tree)].filter(isElement);
  const at = (what: string | RegExp, sentence: string): Mistake => ({
    file,
    line: lineOf(seen, what),
    sentence,
  });
  return [
    ...expressionMistakes(written),
    ...elements.flatMap((element) => elementMistakes(element, at)),
    ...idMistakes(elements, at),
    ...leftovers(written),
  ];
}

type At = (what: string | RegExp, sentence: string) => Mistake;

function elementMistakes(element: WrittenElement, at: At): Mistake[] {
  const name = nameOf(element);
  const mistakes: Mistake[] = [];
  if (name === 'h1') {
    const words = textOf(element).trim();
    mistakes.push(
      at(
        new RegExp(`^# |<h1\\b|^${escaped(words)}\\n=`, 'm'),
        `the page has its title already. Found: "# ${words}". Begin headings with two hashes: ## ${words}.`,
      ),
    );
  }
  if (
    /^h[2-6]$/.test(name) &&
    [...nodesOf(element)].every((node) => node.type !== 'text' || !node.value.trim())
  ) {
    mistakes.push(
      at(
        /^#{2,6}\s*(?:#*\s*)$|^#{2,6}\s+!\[/m,
        'a heading has no words. Write some, or delete it.',
      ),
    );
  }
  for (const attribute of attributesOf(element)) {
    if (!/^(?:style|on[a-z]+)$/i.test(attribute)) continue;
    const value = attributeOf(element, attribute) ?? '';
    if (/^t[hd]$/.test(name) && /^text-align: \w+$/.test(value)) continue;
    mistakes.push(
      at(
        new RegExp(`<${name}\\b[^>]*\\s${attribute}\\s*=`, 'i'),
        `<${name}> has a ${attribute.toLowerCase()} attribute, which the security policy blocks. Delete it.`,
      ),
    );
  }
  if (element.type !== 'element' && /^[A-Z]/.test(name) && !KNOWN.has(name)) {
    mistakes.push(
      at(
        `<${name}`,
        `<${name}> is no component. Allowed: ${COMPONENT_NAMES.join(', ')}. For the sign itself write &lt;.`,
      ),
    );
  }
  return mistakes;
}

const KNOWN: ReadonlySet<string> = new Set(COMPONENT_NAMES);

function attributesOf(element: WrittenElement): string[] {
  return element.type === 'element'
    ? Object.keys(element.properties)
    : element.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' ? [one.name] : []));
}

/** Ids that the writer gives, to more than one element or to one that the page needs. */
function idMistakes(elements: readonly WrittenElement[], at: At): Mistake[] {
  const seen = new Set<string>();
  return elements.flatMap((element) => {
    const id = attributeOf(element, 'id');
    // A component takes its id as the name of something else. Footnotes get theirs from Markdown.
    if (
      id === undefined ||
      /^[A-Z]/.test(nameOf(element)) ||
      /^(?:user-content-|footnote-label)/.test(id)
    )
      return [];
    const again = seen.has(id);
    seen.add(id);
    const written = new RegExp(`\\sid=["']?${escaped(id)}["'\\s>]`, again ? 'g' : '');
    if (again) return [at(written, `the id "${id}" is used twice. Give this one another.`)];
    return isReservedId(id)
      ? [at(written, `the id "${id}" is one that the page needs itself. Choose another.`)]
      : [];
  });
}

/** Signs of a comment that readers would see. */
function leftovers({ file, text, tree }: WrittenText): Mistake[] {
  const signs = file.endsWith('.mdx') ? /<!--|-->/ : /<!--|\{\/\*/;
  const shown = [...nodesOf(tree, isVerbatim)].flatMap((node) =>
    node.type === 'text' ? node.value : [],
  );
  const [sign] = signs.exec(shown.join('\n')) ?? [];
  if (!sign) return [];
  const sentence =
    sign === '{/*'
      ? 'readers would see this comment. In a .md file it is <!-- a comment -->.'
      : 'readers would see this comment. Put it on lines of its own, without an empty line in it.';
  return [{ file, line: lineOf(text, sign), sentence }];
}

/** Braces of MDX that hold more than a comment or a text: nothing gives them a value. */
function expressionMistakes({ file, text, tree }: WrittenText): Mistake[] {
  if (!file.endsWith('.mdx')) return [];
  const nodes = [...nodesOf(tree)];
  // Who imports or exports something writes code on purpose.
  if (nodes.some((node) => node.type === 'mdxjsEsm')) return [];
  const values = nodes.flatMap((node) => {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return [node.value];
    if (!isElement(node) || node.type === 'element') return [];
    return node.attributes.flatMap(({ value }) =>
      typeof value === 'object' && value !== null
        ? [value.value]
        : typeof value === 'string'
          ? []
          : [],
    );
  });
  return values.flatMap((value) => {
    const code = value.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim();
    if (
      code === '' ||
      /^(?:(["'`])[^"'`$]*\1|[\d.]+|true|false|(?:frontmatter|props)\b.*)$/s.test(code)
    )
      return [];
    const sentence = `braces mean code in MDX, and nothing here is called so. Found: {${value}}. For the signs themselves write \\{ and \\}.`;
    return [{ file, line: lineOf(text, `{${value}}`), sentence }];
  });
}

/** The line, from 1, on which `what` begins; of a pattern with `g`, the second such line. */
function lineOf(text: string, what: string | RegExp): number | undefined {
  const all =
    typeof what === 'string'
      ? [text.indexOf(what)]
      : what.global
        ? [...text.matchAll(what)].slice(1, 2).map(({ index }) => index)
        : [text.search(what)];
  const [index = -1] = all;
  return index < 0 ? undefined : text.slice(0, index).split('\n').length;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
