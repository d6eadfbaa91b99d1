import { attributeOf, nameOf, type WrittenElement } from '../../articles/text-tree.ts';
import { allowedInsteadOf } from '../../messages/messages.ts';
import { COMPONENT_NAMES } from '../../site/component-names.ts';
import { day, shown } from '../../site/content-error.ts';
import { whyNoElement } from './elements.ts';
import type { ContentTargets } from './references.ts';

/** What a component's attribute may say. `undefined` where it is right, or where nobody can tell. */
interface Attribute {
  readonly name: string;
  readonly allowedInstead: (
    value: string,
    known: ContentTargets,
    cited: ReadonlySet<string>,
  ) => string | undefined;
}

const oneOf = (value: string, allowed: Iterable<string> | undefined, where: string) => {
  const names = allowed && [...allowed];
  return !names || names.includes(value)
    ? undefined
    : `${names.join(', ') || 'nothing yet'} ${where}`;
};

/** Components that name something, by what they are called. */
const NAMING: Readonly<Record<string, readonly Attribute[]>> = {
  Message: [
    {
      name: 'id',
      allowedInstead: (id, { messages, unreadMessages }) =>
        !messages || unreadMessages.has(id.replace(/\/.*/, ''))
          ? undefined
          : allowedInsteadOf(id, messages),
    },
  ],
  Chart: [
    {
      name: 'id',
      allowedInstead: (id, { charts }) => oneOf(id, charts, '(content/charts/)'),
    },
  ],
  Term: [
    {
      name: 'id',
      allowedInstead: (id, { terms }) => oneOf(id, terms, '(the terms of content/glossary.yaml)'),
    },
  ],
  Tool: [
    {
      name: 'id',
      allowedInstead: (id, { site }) =>
        oneOf(
          id,
          site?.tools.map((tool) => tool.id),
          '(the tools of content/site.yaml)',
        ),
    },
  ],
  Checked: [
    {
      name: 'reviewed',
      allowedInstead: (reviewed) =>
        day.safeParse(`${reviewed}-01`).success ? undefined : 'a month as YYYY-MM',
    },
  ],
  MarginFigure: [
    {
      name: 'id',
      allowedInstead: (id, { figures }, cited) => {
        if (!figures || cited.has(figures[id]?.source ?? '')) return undefined;
        const source = figures[id]?.source;
        return source === undefined
          ? 'an id of content/figures.yaml'
          : `a figure whose source the text cites, so with [@${source}] where it says this`;
      },
    },
  ],
};

const KNOWN: ReadonlySet<string> = new Set(COMPONENT_NAMES);

/**
 * What is wrong with a component: that there is none of this name, or that it names what there is not.
 * `cited` are the sources that its text cites.
 */
export function componentMistakes(
  element: WrittenElement,
  known: ContentTargets | undefined,
  cited: ReadonlySet<string>,
): string[] {
  const component = nameOf(element);
  if (element.type === 'element' || !/^[A-Z]/.test(component)) return [];
  if (!KNOWN.has(component) && whyNoElement(component.toLowerCase()) === undefined) {
    return [`tags of HTML are in lower case in MDX. Write <${component.toLowerCase()}>.`];
  }
  if (!KNOWN.has(component)) {
    return [
      `<${component}> is no component. Allowed: ${COMPONENT_NAMES.join(', ')}. For the sign itself write &lt;.`,
    ];
  }
  return (NAMING[component] ?? []).flatMap(({ name, allowedInstead }) => {
    const value = attributeOf(element, name);
    if (value === undefined)
      return isWritten(element, name)
        ? []
        : [`<${component}> lacks what it is about. Write <${component} ${name}="…" />.`];
    const allowed = known && allowedInstead(value, known, cited);
    return allowed === undefined
      ? []
      : [
          `the field "<${component} ${name}>" is wrong. Found: ${shown(value)}. Allowed: ${allowed}.`,
        ];
  });
}

/** Whether an attribute is there, such as one in braces, which only the build can read. */
function isWritten(element: WrittenElement, name: string): boolean {
  return (
    element.type !== 'element' &&
    element.attributes.some(
      (one) => one.type !== 'mdxJsxAttribute' || (one.name === name && one.value),
    )
  );
}
