/**
 * The steps by which the database came to its present shape, oldest first. A step that was released
 * is never changed; a new one is added. The number of steps taken is the database's `user_version`.
 *
 * Times are milliseconds since 1970. `address_hash` is a keyed hash: it says who without saying the
 * address, and outlives it.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE subscribers (
    address_hash TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'subscribed', 'unsubscribed')),
    page TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER
  ) STRICT;

  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    address_hash TEXT NOT NULL REFERENCES subscribers ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    page TEXT NOT NULL,
    wording TEXT NOT NULL,
    network TEXT NOT NULL
  ) STRICT;
  CREATE INDEX consents_by_address ON consents (address_hash);
  CREATE TRIGGER consents_stay BEFORE DELETE ON consents
    BEGIN SELECT RAISE(ABORT, 'The consent log is append-only.'); END;
  CREATE TRIGGER consents_stand BEFORE UPDATE ON consents
    BEGIN SELECT RAISE(ABORT, 'The consent log is append-only.'); END;

  CREATE TABLE suppressions (
    address_hash TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    errand TEXT NOT NULL CHECK (errand IN ('confirm', 'welcome', 'hand-over', 'nothing')),
    address_hash TEXT NOT NULL,
    email TEXT NOT NULL,
    page TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    ended_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    unseen INTEGER NOT NULL DEFAULT 0,
    why TEXT
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'waiting';
  CREATE INDEX outbox_by_address ON outbox (address_hash, errand, created_at);
  `,
];
