import type { HastNode } from 'satteri';
import { isReservedId } from '../../articles/page-ids.ts';
import {
  attributeOf,
  isElement,
  nameOf,
  nodesOf,
  textOf,
  type WrittenElement,
} from '../../articles/text-tree.ts';
import { COMPONENT_NAMES } from '../../site/component-names.ts';
import type { ContentMistake } from '../../site/content-error.ts';
import { sideOf } from '../markdown.ts';
import { componentMistakes } from './component-mistakes.ts';
import { FOREIGN, whyNoElement } from './elements.ts';
import { leftovers, rowMistakes } from './leftovers.ts';
import type { ContentTargets } from './references.ts';
import type { WrittenText } from './written-text.ts';

/** What is wrong with a text that cites the sources `cited`: each mistake with its line. `isThere` is asked for what it imports. */
export function textMistakes(
  written: WrittenText,
  cited: ReadonlySet<string>,
  known: ContentTargets,
  isThere: (path: string) => boolean,
): ContentMistake[] {
  const { file, tree, seen } = written;
  const elements = nodesOf(tree).filter(isElement);
  const html = new Set(nodesOf(tree, isForeign).filter(isElement));
  const strays = file.endsWith('.md') ? strayComponents(seen) : [];
  const told = new Map<string, number>();
  const at: At = (element, what, sentence) => {
    // Where HTML stands in a text in Markdown, nobody knows what came from which line.
    const all = [...seen.matchAll(what)];
    const count = told.get(what.source) ?? 0;
    told.set(what.source, count + 1);
    const { index } = all[count] ?? all[0] ?? {};
    const line = index === undefined ? undefined : seen.slice(0, index).split('\n').length;
    return { file, line: element.position?.start.line ?? line, sentence };
  };
  return [
    ...expressionMistakes(written),
    ...importMistakes(written, isThere),
    ...elements.flatMap((element) => {
      const name = nameOf(element);
      const isStray = strays.some((stray) => stray.name.toLowerCase() === name);
      const noElement = html.has(element) && !isStray ? whyNoElement(name) : undefined;
      return [
        ...elementMistakes(element, at),
        ...[...componentMistakes(element, known, cited), ...(noElement ? [noElement] : [])].map(
          (sentence) => at(element, new RegExp(`<${name}\\b`, 'gi'), sentence),
        ),
      ];
    }),
    ...strays.map(({ line, sentence }) => ({ file, line, sentence })),
    ...idMistakes(elements, at),
    ...termMistakes(tree, at),
    ...leftovers(written),
    ...rowMistakes(written),
  ];
}

/** What is drawn or written in a language of its own. */
function isForeign(element: WrittenElement): boolean {
  return FOREIGN.test(nameOf(element));
}

/** A mistake of an element, on its line; `what` finds those of its kind where that is not known. */
type At = (element: WrittenElement, what: RegExp, sentence: string) => ContentMistake;

function elementMistakes(element: WrittenElement, at: At): ContentMistake[] {
  const name = nameOf(element);
  const mistakes: ContentMistake[] = [];
  const tell = (what: RegExp, sentence: string) => mistakes.push(at(element, what, sentence));
  const words = /^h[1-6]$/.test(name) ? textOf(element).trim() : '';
  if (name === 'h1' && words) {
    tell(
      new RegExp(`^# |<h1\\b|^${escaped(words)}\\n=`, 'gm'),
      `the page has its title already. Found: "# ${words}". Begin headings with two hashes: ## ${words}.`,
    );
  }
  if (/^h[1-6]$/.test(name) && !words) {
    tell(
      /^#{1,6}\s*(?:#*\s*)$|^#{1,6}\s+(?:!\[|<)/gm,
      'a heading has no words. Write some, or delete it.',
    );
  }
  for (const attribute of attributesOf(element)) {
    if (!/^(?:style|on[a-z]+)$/i.test(attribute)) continue;
    const value = attributeOf(element, attribute) ?? '';
    if (/^t[hd]$/.test(name) && sideOf(value)) continue;
    tell(
      new RegExp(`<${name}\\b[^>]*\\s${attribute}\\s*=`, 'gi'),
      `<${name}> has the attribute "${attribute.toLowerCase()}", which the security policy blocks. Delete it.`,
    );
  }
  const target = name === 'a' ? attributeOf(element, 'href') : undefined;
  const wrong = target === undefined ? undefined : whyNoAddress(target);
  if (target !== undefined && wrong) {
    const written = [target, decoded(target)].filter(Boolean).map(escaped).join('|');
    tell(new RegExp(written || '\\]\\(\\s*\\)', 'g'), wrong);
  }
  return mistakes;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Schemes that browsers follow from no page, or that lead to the writer's own machine. */
const NOWHERE = /^(?:javascript|vbscript|data|file|blob|about|[a-z]):/i;

function whyNoAddress(target: string): string | undefined {
  const found = `Found: ${JSON.stringify(target.slice(0, 80))}.`;
  if (target.trim() === '') return 'a link leads nowhere. Write its address between the brackets.';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  if (NOWHERE.test(target)) {
    return `a link has a kind of address that readers can't follow. ${found} Allowed: https, mailto, tel and the like.`;
  }
  if (!URL.canParse(target)) return `a link has no address that a browser can read. ${found}`;
  return undefined;
}

/** Components in a file that can have none: the page would leave them out. */
function strayComponents(seen: string) {
  return [...seen.matchAll(/<([A-Z][A-Za-z]*)(?=[\s/>])/g)]
    .filter(([, name = '']) => whyNoElement(name.toLowerCase()) !== undefined)
    .map(({ index, 1: name = '' }) => ({
      name,
      line: seen.slice(0, index).split('\n').length,
      sentence: COMPONENTS.has(name)
        ? `<${name}> works in .mdx files alone. Rename this one, so that it ends in .mdx.`
        : `<${name}> is no tag of HTML that texts have. Delete it. For the sign itself write &lt;.`,
    }));
}

const COMPONENTS: ReadonlySet<string> = new Set(COMPONENT_NAMES);

function attributesOf(element: WrittenElement): string[] {
  return element.type === 'element'
    ? Object.keys(element.properties)
    : element.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' ? [one.name] : []));
}

/** Ids that the writer gives, to more than one element or to one that the page needs. */
function idMistakes(elements: readonly WrittenElement[], at: At): ContentMistake[] {
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
    const attribute = `\\sid=["']?${escaped(id)}["'\\s>]`;
    if (again) {
      // Behind the first one, which is right.
      const written = new RegExp(`(?<=${attribute}.*)${attribute}`, 'gs');
      return [at(element, written, `the id "${id}" is used twice. Give this one another.`)];
    }
    return isReservedId(id)
      ? [
          at(
            element,
            new RegExp(attribute, 'g'),
            `the id "${id}" is one that the page needs itself. Choose another.`,
          ),
        ]
      : [];
  });
}

/** Where a button can't be (HTML Standard, 4.10.6), or where its word would be said as more than a word. */
const NO_TERM_IN = /^(?:a|button|label|summary|h[1-6])$/;

/** Terms that open a second time in one text, have no word to open them with, or stand where none can. */
function termMistakes(tree: HastNode, at: At): ContentMistake[] {
  const seen = new Set<string>();
  const mistakes: ContentMistake[] = [];
  const walk = (node: HastNode, within: string | undefined) => {
    const name = isElement(node) ? nameOf(node) : '';
    if (isElement(node) && name === 'Term') {
      const id = attributeOf(node, 'id') ?? '';
      const tell = (sentence: string) => mistakes.push(at(node, /<Term\b/g, sentence));
      const words = textOf(node).trim();
      if (words === '') tell(`<Term> has no word to open. Write <Term id="${id}">the word</Term>.`);
      if (seen.has(id)) {
        tell(
          `<Term id="${id}"> stands in this text before. Delete the tag here, and leave the word.`,
        );
      }
      if (within) tell(`<Term> can't stand in <${within}>. Put it around the word in a sentence.`);
      seen.add(id);
    }
    if (!('children' in node)) return;
    const around = NO_TERM_IN.test(name) ? name : within;
    for (const child of node.children) walk(child, around);
  };
  walk(tree, undefined);
  return mistakes;
}

/** Braces of MDX that hold more than a comment or a text: nothing gives them a value. */
function expressionMistakes({ file, tree }: WrittenText): ContentMistake[] {
  if (!file.endsWith('.mdx')) return [];
  const nodes = nodesOf(tree);
  // Who imports or exports something writes code on purpose.
  if (nodes.some((node) => node.type === 'mdxjsEsm')) return [];
  return nodes.flatMap((node) =>
    codeIn(node).flatMap((value) => {
      const code = value.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim();
      const known = /^(?:(["'`])[^"'`$]*\1|[\d.]+|true|false|(?:frontmatter|props)\b.*)$/s;
      if (code === '' || known.test(code)) return [];
      const sentence = `braces mean code in MDX, and nothing here is called so. Found: {${value}}. For the signs themselves write \\{ and \\}.`;
      return [{ file, line: node.position?.start.line, sentence }];
    }),
  );
}

/** What stands in braces as a node, or as attributes of one. */
function codeIn(node: HastNode): string[] {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return [node.value];
  if (!isElement(node) || node.type === 'element') return [];
  return node.attributes.flatMap(({ value }) =>
    typeof value === 'object' && value !== null ? [value.value] : [],
  );
}

/** Code of MDX that is none, and files that it imports which are not there. */
function importMistakes(
  { file, tree }: WrittenText,
  isThere: (path: string) => boolean,
): ContentMistake[] {
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== 'mdxjsEsm') return [];
    const line = node.position?.start.line;
    if (!CODE.test(node.value)) {
      const sentence =
        'a line that begins with import or export is code in MDX, and this one is none. Begin it with another word.';
      return [{ file, line, sentence }];
    }
    return [...node.value.matchAll(/\bfrom\s*["'](\.[^"']*)["']|\bimport\s*["'](\.[^"']*)["']/g)]
      .map(([, from, alone]) => from ?? alone ?? '')
      .filter((path) => !isThere(path))
      .map((path) => {
        const sentence = `there is no file to import. Found: ${JSON.stringify(path)}. Components need no import; delete the line.`;
        return { file, line, sentence };
      });
  });
}

/** What is code at all: an import of something, or an export of something that has a name. */
const CODE =
  /^(?:import\s*(?:[\w*{][^"']*from\s*)?["'][^"']+["']|export\s+(?:(?:const|let)\s+[\w$]+\s*=\s*\S|(?:async\s+)?function\b|default\b|\{|\*))/s;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
