import type { List } from '../list.ts';
import { FULL_TOO_OFTEN, type KnownMail, type MailClue } from '../returns.ts';
import { type Database, personLock, type Transaction } from './database.ts';
import type { Departures } from './departures.ts';
import { integer, type Row, text } from './row.ts';

// Behind the last hexadecimal digit.
const AFTER_ALL = 'g';

/** What came back, and what became of letters. */
export function mailReturns(
  database: Database,
  letterTag: (letter: string) => string,
  { leave }: Departures,
): Pick<List, 'knownMail' | 'takeReturn' | 'letterFigures'> {
  const ofPeople = `
    SELECT letter, person FROM letter_mails WHERE person >= ? AND person < ?`;
  const ofMessage = 'SELECT letter, person FROM letter_mails WHERE message = ?';
  const isListed = 'SELECT 1 FROM subscribers WHERE hash = ?';
  const insert = `
    INSERT INTO letter_returns (letter, person, kind, code, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`;
  const lastLetters = `
    SELECT (
      SELECT COUNT(*) FROM letter_returns AS back
      WHERE back.letter = mail.letter AND back.person = mail.person AND back.kind = 'full'
    ) AS came_back
    FROM letter_mails AS mail
    WHERE person = ? AND state IN ('sent', 'unsure') 
    ORDER BY COALESCE(ended_at, 0) DESC, id DESC LIMIT ?`;
  // A person who left, and the last letter that they had got then. Whom we took off, or was imported
  // as one who had left elsewhere, has a source in the log.
  const figures = `
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
        WHERE letter = letters.id AND kind <> 'complaint' AND NOT EXISTS (
          SELECT 1 FROM letter_mails AS mail WHERE mail.letter = letters.id
            AND mail.person = letter_returns.person AND mail.state = 'failed')) AS returned,
      (SELECT count(*) FROM letter_returns
        WHERE letter = letters.id AND kind = 'complaint') AS complaints,
      (SELECT count(*) FROM departed WHERE letter = letters.id) AS departed
    FROM letters ORDER BY coalesce(begun_at, asked_at) DESC, id`;

  const mailIn = (row: Row): KnownMail | undefined =>
    row && { letter: text(row, 'letter'), person: text(row, 'person') };

  const mailOf = async (clue: MailClue): Promise<KnownMail | undefined> => {
    switch (clue.kind) {
      case 'return-address': {
        const { letter, person } = clue;
        const rows = await database.all(ofPeople, person, person + AFTER_ALL);
        return mailIn(rows.find((row) => letterTag(text(row, 'letter')) === letter));
      }
      case 'message':
        return mailIn(await database.get(ofMessage, clue.message));
      case 'person':
        return { letter: undefined, person: clue.person };
    }
  };

  const fullInARow = async (within: Transaction, person: string): Promise<number> => {
    const rows = await within.all(lastLetters, person, FULL_TOO_OFTEN);
    const arrived = rows.findIndex((row) => integer(row, 'came_back') === 0);
    return arrived < 0 ? rows.length : arrived;
  };

  return {
    async knownMail(clues) {
      for (const clue of clues) {
        const mail = await mailOf(clue);
        if (mail !== undefined) return mail;
      }
      return undefined;
    },

    takeReturn: ({ letter, person, kind, code, at }) =>
      database.transaction(async (within) => {
        await within.lock([personLock(person)]);
        const listed = (await within.get(isListed, person)) !== undefined;
        // Of somebody who is not here, only what became of a letter is of any use.
        if (!listed && letter === undefined) return { news: true, removed: false, fullInARow: 0 };
        const news = (await within.run(insert, letter ?? '', person, kind, code, at)) > 0;
        const full = kind === 'full' ? await fullInARow(within, person) : 0;
        const ends = kind === 'gone' || kind === 'complaint' || full >= FULL_TOO_OFTEN;
        // A report that is read again must not take off who came back since.
        if (!news || !listed || !ends) return { news, removed: false, fullInARow: full };
        const how = { at, page: '', wording: '', network: '' };
        const source = kind === 'complaint' ? 'complaint' : `delivery report ${code}`;
        await leave(within, person, how, { source, givenOn: undefined });
        return { news, removed: true, fullInARow: full };
      }),

    letterFigures: async () =>
      (await database.all(figures)).map((row) => ({
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
