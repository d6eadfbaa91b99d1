/** What OpenSSL and Node call a certificate that nobody whom this machine trusts has signed. */
const UNKNOWN_SIGNER: readonly unknown[] = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/**
 * What is wrong with the certificate of a mail server, and what its owner does about it; undefined
 * where `code` is about something else. Checking is only to be given up within this machine.
 *
 * @param code of the error (Node's "X509 certificate error codes" and "TLS errors")
 * @param isLocal whether the server runs on this machine
 */
export function certificateAdvice(code: unknown, isLocal: boolean): string | undefined {
  if (UNKNOWN_SIGNER.includes(code)) {
    const local = isLocal ? ', or end SMTP_URL with ?tls.rejectUnauthorized=false' : '';
    return `The certificate of the mail server is signed by nobody whom this machine trusts (${code}). Set NODE_EXTRA_CA_CERTS to a file with the certificate of its signer, and start again${local}.`;
  }
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return `The certificate of the mail server has expired (${code}). Renew it there.`;
    case 'CERT_NOT_YET_VALID':
      return `The certificate of the mail server is not valid yet (${code}). See whether the clock of this machine is right.`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `The certificate of the mail server is for another name (${code}). Write the name that it is for into SMTP_URL.`;
    default:
      return undefined;
  }
}
