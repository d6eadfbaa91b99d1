/** What the owner asks for who moves the list. */
export interface MoveCommand {
  readonly kind: 'move';
  /** The database, with its password, as it was typed; undefined for what DATABASE_URL says. */
  readonly to: string | undefined;
}

/** Options that only this command has. */
export const MOVE_OPTIONS = { to: { type: 'string' } } as const;

/** The help text. */
export const MOVE_USAGE = `  move [--to postgres://USER:PASSWORD@HOST/DATABASE]
                 copies the list from its file to a database of PostgreSQL,
                 compares both, and lets nobody use the file any more; without
                 --to it is what DATABASE_URL says. Stop the server before
`;
