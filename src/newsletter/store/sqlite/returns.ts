import type { DatabaseSync } from 'node:sqlite';
import { FULL_TOO_OFTEN, type KnownMail, type MailClue } from '../returns.ts';
import type { Departures } from './departures.ts';
import { integer, type Row, text } from './row.ts';
import type { Store } from './store.ts';
import { transaction } from './transaction.ts';

// Behind the last hexadecimal digit.
const AFTER_ALL = 'g';

/** What came back, and what became of letters. */
export function mailReturns(
  database: DatabaseSync,
  letterTag: (letter: string) => string,
  { leave }: Departures,
): Pick<Store, 'knownMail' | 'takeReturn' | 'letterFigures'> {
  const ofPeople = database.prepare(`
    SELECT letter, person FROM letter_mails WHERE person >= ? AND person < ?`);
  const ofMessage = database.prepare('SELECT letter, person FROM letter_mails WHERE message = ?');
  const isListed = database.prepare('SELECT 1 FROM subscribers WHERE hash = ?');
  const insert = database.prepare(`
    INSERT INTO letter_returns (letter, person, kind, code, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`);
  const lastLetters = database.prepare(`
    SELECT EXISTS (
      SELECT 1 FROM letter_returns AS back
      WHERE back.letter = mail.letter AND back.person = mail.person AND back.kind = 'full'
    ) AS came_back
    FROM letter_mails AS mail
    WHERE person = ? AND state IN ('sent', 'unsure') ORDER BY ended_at DESC, id DESC LIMIT ?`);
  // A person who left, and the last letter that they had got then. Whom we took off, or was imported
  // as one who had left elsewhere, has a source in the log.
  const figures = database.prepare(`
    WITH departed AS (
      SELECT DISTINCT consents.subscriber AS person, (
        SELECT letter FROM letter_mails AS mail
        WHERE mail.person = consents.subscriber AND mail.state IN ('sent', 'unsure')
          AND mail.ended_at <= consents.at
        ORDER BY mail.ended_at DESC, mail.id DESC LIMIT 1) AS letter
      FROM consents WHERE event IN ('unsubscribe', 'forget') AND source IS NULL
    )
    SELECT id, subject,
      (SELECT count(*) FROM letter_mails WHERE letter = letters.id AND state = 'sent') AS sent,
      (SELECT count(*) FROM letter_mails WHERE letter = letters.id AND state = 'unsure') AS unsure,
      (SELECT count(*) FROM letter_mails WHERE letter = letters.id AND state = 'failed') AS failed,
      (SELECT count(DISTINCT person) FROM letter_returns
        WHERE letter = letters.id AND kind <> 'complaint') AS returned,
      (SELECT count(*) FROM letter_returns
        WHERE letter = letters.id AND kind = 'complaint') AS complaints,
      (SELECT count(*) FROM departed WHERE letter = letters.id) AS departed
    FROM letters ORDER BY coalesce(begun_at, asked_at) DESC, id`);

  const mailIn = (row: Row): KnownMail | undefined =>
    row && { letter: text(row, 'letter'), person: text(row, 'person') };

  const mailOf = (clue: MailClue): KnownMail | undefined => {
    switch (clue.kind) {
      case 'return-address': {
        const { letter, person } = clue;
        const rows = ofPeople.all(person, person + AFTER_ALL);
        return mailIn(rows.find((row) => letterTag(text(row, 'letter')) === letter));
      }
      case 'message':
        return mailIn(ofMessage.get(clue.message));
      case 'person':
        return { letter: undefined, person: clue.person };
    }
  };

  const fullInARow = (person: string): number => {
    const last = lastLetters.all(person, FULL_TOO_OFTEN).map((row) => integer(row, 'came_back'));
    const arrived = last.indexOf(0);
    return arrived < 0 ? last.length : arrived;
  };

  return {
    knownMail(clues) {
      for (const clue of clues) {
        const mail = mailOf(clue);
        if (mail !== undefined) return mail;
      }
      return undefined;
    },

    takeReturn: ({ letter, person, kind, code, at }) =>
      transaction(database, () => {
        const listed = isListed.get(person) !== undefined;
        // Of somebody who is not here, only what became of a letter is of any use.
        if (!listed && letter === undefined) return { news: true, removed: false, fullInARow: 0 };
        const news = Number(insert.run(letter ?? '', person, kind, code, at).changes) > 0;
        const full = kind === 'full' ? fullInARow(person) : 0;
        const ends = kind === 'gone' || kind === 'complaint' || full >= FULL_TOO_OFTEN;
        // A report that is read again must not take off who came back since.
        if (!news || !listed || !ends) return { news, removed: false, fullInARow: full };
        const how = { at, page: '', wording: '', network: '' };
        const source = kind === 'complaint' ? 'complaint' : `delivery report ${code}`;
        leave(person, how, { source, givenOn: undefined });
        return { news, removed: true, fullInARow: full };
      }),

    letterFigures: () =>
      figures.all().map((row) => ({
        letter: text(row, 'id'),
        subject: text(row, 'subject'),
        sent: integer(row, 'sent'),
        unsure: integer(row, 'unsure'),
        failed: integer(row, 'failed'),
        returned: integer(row, 'returned'),
        complaints: integer(row, 'complaints'),
        left: integer(row, 'departed'),
      })),
  };
}
