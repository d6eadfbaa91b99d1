import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SetupError } from '../setup-error.ts';

/** Who signs mails (RFC 6376), as the environment says it. */
export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** The path of the private key, in PEM. */
  readonly keyFile: string;
}

/** The same as nodemailer takes it. */
export interface DkimSigner {
  readonly domainName: string;
  readonly keySelector: string;
  readonly privateKey: string;
  readonly headerFieldNames: string;
}

// RFC 8058, section 4, asks for both headers to leave, and Gmail for its own; nodemailer signs neither
// the second nor the third by itself.
const SIGNED = [
  ...['From', 'Sender', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'To', 'Cc', 'MIME-Version'],
  ...['Content-Type', 'Content-Transfer-Encoding', 'In-Reply-To', 'References', 'List-ID'],
  ...['List-Unsubscribe', 'List-Unsubscribe-Post', 'Feedback-ID', 'Precedence', 'Auto-Submitted'],
].join(':');

/** What RFC 8301, section 3.2, asks of keys at least. */
const LEAST_BITS = 1024;

function keyIn(file: string): { readonly pem: string; readonly key: KeyObject } {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    throw new SetupError(
      `DKIM_KEY_FILE is "${file}", which cannot be read (${code}). It should be the private key that signs mails, in PEM.`,
    );
  }
  try {
    return { pem, key: createPrivateKey(pem) };
  } catch {
    throw new SetupError(
      `DKIM_KEY_FILE is "${file}", which holds no private key in PEM without a password, such as openssl genrsa 2048 makes.`,
    );
  }
}

/**
 * Reads the key that signs mails.
 *
 * @throws SetupError where it is no key that can: a signature that fails would leave mails unsigned
 */
export function dkimSigner({ domain, selector, keyFile }: DkimSettings): DkimSigner {
  const { pem, key } = keyIn(keyFile);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS) {
    throw new SetupError(
      `DKIM_KEY_FILE is "${keyFile}", whose key is of another kind. It should be an RSA key of at least ${LEAST_BITS} bits, such as openssl genrsa 2048 makes.`,
    );
  }
  return {
    domainName: domain,
    keySelector: selector,
    privateKey: pem,
    headerFieldNames: SIGNED,
  };
}
