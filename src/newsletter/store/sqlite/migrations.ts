/**
 * The schema, step by step. A database counts its steps in `user_version`. Once released, a step is
 * never edited: a change is a new step at the end.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Who is on the list, or asked to be. Found by the keyed hash of the address.
  CREATE TABLE subscribers (
    hash TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'subscribed', 'unsubscribed')),
    page TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER
  ) STRICT, WITHOUT ROWID;

  -- Who must not be written to. Survives the deletion of the subscriber.
  CREATE TABLE suppressions (
    hash TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- What happened, when and under which words: the proof of consent. Holds no address.
  CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    subscriber TEXT NOT NULL,
    event TEXT NOT NULL
      CHECK (event IN ('sign-up', 'trapped', 'confirm', 'unsubscribe', 'import', 'forget')),
    at INTEGER NOT NULL,
    page TEXT NOT NULL,
    wording TEXT NOT NULL,
    network TEXT NOT NULL,
    -- For an import: where the consent was given, and on which day.
    source TEXT,
    given_on TEXT
  ) STRICT;
  CREATE INDEX consents_of_subscriber ON consents (subscriber);
  CREATE TRIGGER consents_stay BEFORE DELETE ON consents
    BEGIN SELECT RAISE(ABORT, 'The consent log only grows: nothing is deleted from it.'); END;
  CREATE TRIGGER consents_are_final BEFORE UPDATE ON consents
    BEGIN SELECT RAISE(ABORT, 'The consent log only grows: nothing in it is changed.'); END;

  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    subscriber TEXT NOT NULL REFERENCES subscribers (hash) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tokens_of_subscriber ON tokens (subscriber);
  CREATE INDEX tokens_by_expiry ON tokens (expires_at);

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    errand TEXT NOT NULL CHECK (errand IN ('confirm', 'welcome', 'hand-over', 'nothing')),
    subscriber TEXT NOT NULL,
    page TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    -- For a line that somebody has taken: when it is free again.
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Of those, the last ones of which nobody saw the end.
    unseen INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    last_error TEXT
  ) STRICT;
  CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
  CREATE INDEX outbox_done ON outbox (finished_at) WHERE state = 'done';
  CREATE INDEX outbox_of_subscriber ON outbox (subscriber, created_at);

  -- One row: what the key of this database makes of a known text.
  CREATE TABLE key_check (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    hash TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- Who left is deleted now, and only suppressed. 'left': may come back by signing up and confirming.
  -- 'forgotten': asked to be deleted, so that no sign-up writes there either.
  ALTER TABLE suppressions ADD COLUMN reason TEXT NOT NULL DEFAULT 'left'
    CHECK (reason IN ('left', 'forgotten'));
  UPDATE suppressions SET reason = 'forgotten'
    WHERE hash IN (SELECT subscriber FROM consents WHERE event = 'forget');

  CREATE TABLE subscribers_now (
    hash TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'subscribed')),
    page TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- When a mail that asks to confirm was last queued.
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  -- Leaving deleted all tokens, so that whoever has one, or waits for one, asked to come back since.
  INSERT INTO subscribers_now
    SELECT hash, email, iif(status = 'unsubscribed', 'pending', status), page, created_at, asked_at,
      iif(status = 'unsubscribed', NULL, confirmed_at)
    FROM subscribers
    WHERE status <> 'unsubscribed'
      OR hash IN (SELECT subscriber FROM tokens)
      OR hash IN (SELECT subscriber FROM outbox WHERE errand = 'confirm' AND state = 'waiting');

  -- Dropping a table deletes its rows first, and what refers to them goes along.
  CREATE TABLE tokens_now AS
    SELECT * FROM tokens WHERE subscriber IN (SELECT hash FROM subscribers_now);
  DROP TABLE tokens;
  DROP TABLE subscribers;
  ALTER TABLE subscribers_now RENAME TO subscribers;
  CREATE INDEX subscribers_unconfirmed ON subscribers (asked_at) WHERE status = 'pending';
  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    subscriber TEXT NOT NULL REFERENCES subscribers (hash) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO tokens SELECT hash, subscriber, expires_at FROM tokens_now;
  DROP TABLE tokens_now;
  CREATE INDEX tokens_of_subscriber ON tokens (subscriber);
  CREATE INDEX tokens_by_expiry ON tokens (expires_at);

  -- 'take-back': whoever left is to be taken off at a provider, which needs the address until then.
  CREATE TABLE outbox_now (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    errand TEXT NOT NULL
      CHECK (errand IN ('confirm', 'welcome', 'hand-over', 'take-back', 'nothing')),
    subscriber TEXT NOT NULL,
    page TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    -- For a line that somebody has taken: when it is free again.
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Of those, the last ones of which nobody saw the end.
    unseen INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    last_error TEXT,
    email TEXT CHECK (email IS NULL OR (errand = 'take-back' AND state = 'waiting'))
  ) STRICT;
  INSERT INTO outbox_now SELECT *, NULL FROM outbox;
  DROP TABLE outbox;
  ALTER TABLE outbox_now RENAME TO outbox;
  CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
  CREATE INDEX outbox_done ON outbox (finished_at) WHERE state = 'done';
  CREATE INDEX outbox_of_subscriber ON outbox (subscriber, created_at);

  -- One row for each time that somebody was deleted, until the files hold no trace of them.
  CREATE TABLE erasures (
    id INTEGER PRIMARY KEY AUTOINCREMENT
  ) STRICT;
  -- Of those who left before this step: whoever opens the database next takes their traces away.
  INSERT INTO erasures (id) SELECT 1 WHERE EXISTS (SELECT 1 FROM suppressions);

  -- Files that the command line made with addresses in them.
  CREATE TABLE copies (
    path TEXT PRIMARY KEY,
    made_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The list is read in parts, the oldest first.
  CREATE INDEX subscribers_by_age ON subscribers (created_at);

  CREATE TABLE outbox_now (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    errand TEXT NOT NULL
      CHECK (errand IN ('confirm', 'welcome', 'hand-over', 'leave', 'forget', 'nothing')),
    subscriber TEXT NOT NULL,
    -- Keyed hash of the mailbox, by whatever spelling of its address.
    mailbox TEXT NOT NULL,
    -- The address, encrypted, of an errand for whom is deleted here. Deleted when the errand ends.
    sealed TEXT,
    page TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    -- 0: at once. For a line that somebody has taken: when it is free again.
    due_at INTEGER NOT NULL,
    -- Those that failed.
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Those of which nobody saw whether the mail arrived.
    unseen INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    last_error TEXT
  ) STRICT;
  -- What had been taken and not answered counted as unseen, wherever it was. What was to be taken
  -- back is an errand to leave now, and its address is sealed once the key is known. The first lists
  -- of the second step had no column for one: the name then means the NULL around it.
  INSERT INTO outbox_now
    SELECT id, iif(errand = 'take-back', 'leave', errand), subscriber, subscriber,
      (SELECT email FROM outbox WHERE outbox.id = line.id), page, created_at, state, due_at,
      attempts, 0, finished_at, last_error
    FROM (SELECT outbox.id, errand, subscriber, page, created_at, state, due_at, attempts,
      finished_at, last_error, NULL AS email FROM outbox) AS line;
  -- The bytes of those addresses are to go as well.
  INSERT INTO erasures (id)
    SELECT NULL WHERE EXISTS (SELECT 1 FROM outbox_now WHERE sealed IS NOT NULL);
  DROP TABLE outbox;
  ALTER TABLE outbox_now RENAME TO outbox;
  CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
  CREATE INDEX outbox_done ON outbox (finished_at) WHERE state = 'done';
  CREATE INDEX outbox_failed ON outbox (finished_at) WHERE state = 'failed';
  CREATE INDEX outbox_of_subscriber ON outbox (subscriber);
  CREATE INDEX outbox_of_mailbox ON outbox (mailbox, created_at);

  -- A sign-up that led to nothing proves nothing, and anybody can send any number of them.
  DROP TRIGGER consents_stay;
  CREATE TRIGGER consents_stay BEFORE DELETE ON consents
    WHEN OLD.event NOT IN ('sign-up', 'trapped')
    BEGIN SELECT RAISE(ABORT, 'The consent log only grows: nothing is deleted from it.'); END;
  CREATE INDEX consents_of_sign_ups ON consents (at) WHERE event IN ('sign-up', 'trapped');

  -- Written to find out whether the list can be written.
  CREATE TABLE probe (
    bytes BLOB NOT NULL
  ) STRICT;

  -- What the server tells the command line.
  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The letters, as they were when sending them was asked for.
  CREATE TABLE letters (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    sender TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'paused', 'cancelled', 'done')),
    -- Why it is paused.
    why TEXT,
    asked_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    -- When its readers were written down.
    begun_at INTEGER,
    finished_at INTEGER,
    -- How many of its mails came to an end, and from which of them on failures count.
    ended INTEGER NOT NULL DEFAULT 0,
    counted_from INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  -- One row for each letter and person, who is known by the keyed hash alone.
  CREATE TABLE letter_mails (
    id INTEGER PRIMARY KEY,
    letter TEXT NOT NULL REFERENCES letters (id),
    person TEXT NOT NULL,
    -- The part of its Message-ID before the at sign.
    message TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
      CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'left')),
    -- Who has taken it.
    owner TEXT,
    due_at INTEGER NOT NULL DEFAULT 0,
    -- Those that were refused for now.
    attempts INTEGER NOT NULL DEFAULT 0,
    -- What the server said last.
    answer TEXT,
    -- As which of the letter's mails it came to an end, and when.
    ended INTEGER,
    ended_at INTEGER,
    UNIQUE (letter, person)
  ) STRICT;
  CREATE INDEX letter_mails_of_person ON letter_mails (person);
  CREATE INDEX letter_mails_by_message ON letter_mails (message);
  CREATE INDEX letter_mails_free ON letter_mails (letter, due_at)
    WHERE state = 'waiting' AND owner IS NULL;
  CREATE INDEX letter_mails_open ON letter_mails (letter, owner)
    WHERE state IN ('waiting', 'sending');
  CREATE INDEX letter_mails_ended ON letter_mails (letter, ended) WHERE ended IS NOT NULL;

  -- Processes that send, and the number of their last sign of life.
  CREATE TABLE senders (
    id TEXT PRIMARY KEY,
    beat INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- One row: when the next mail of a letter may go, by the rate of all processes together.
  CREATE TABLE send_rate (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    free_at REAL NOT NULL
  ) STRICT;
  `,
  `
  -- What came back of a letter's mails, or of another one ('' as the letter), once of each kind.
  CREATE TABLE letter_returns (
    letter TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('gone', 'full', 'refused', 'complaint')),
    code TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (letter, person, kind)
  ) STRICT, WITHOUT ROWID;
  `,
];
