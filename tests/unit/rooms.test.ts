import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const overrides = z.array(
  z.object({
    includes: z.array(z.string()),
    linter: z.object({
      rules: z.object({
        style: z
          .object({
            noRestrictedImports: z.object({
              options: z.object({
                patterns: z.tuple([
                  z.object({ group: z.tuple([z.string()]), message: z.string() }),
                ]),
              }),
            }),
          })
          .optional(),
      }),
    }),
  }),
);

const ROOMS = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it.each(ROOMS)('src/%s is linted for what it may know, and no room is forgotten', (room) => {
  const all = overrides.parse(JSON.parse(readFileSync('.biome.json', 'utf8')).overrides);
  const { rules } = all.find(({ includes }) => includes[0] === `src/${room}/**`)?.linter ?? {};
  const [rule] = rules?.style?.noRestrictedImports.options.patterns ?? [];
  const denied = /\{(.*)\}/.exec(rule?.group[0] ?? '')?.[1]?.split(',') ?? [];
  const known = /may know (.*?)\. See/.exec(rule?.message ?? '')?.[1]?.split(', ') ?? [];
  const others = ROOMS.filter((other) => other !== room && other !== 'styles');
  expect(denied.filter((one) => known.includes(one))).toEqual([]);
  expect(others.filter((other) => !denied.includes(other) && !known.includes(other))).toEqual([]);
});
