import type { NewsletterConfig } from '../../config.ts';
import type { Provider } from '../delivery.ts';
import { buttondown } from './buttondown.ts';
import { listmonk } from './listmonk.ts';
import { mailchimp } from './mailchimp.ts';

/** The provider that is configured; undefined where the list stays here. */
export function providerOf({ provider, confirm }: NewsletterConfig): Provider | undefined {
  const confirms = confirm === 'provider';
  switch (provider.NEWSLETTER_PROVIDER) {
    case 'listmonk':
      return listmonk(
        {
          url: provider.LISTMONK_URL,
          list: provider.LISTMONK_LIST,
          user: provider.LISTMONK_USER,
          token: provider.LISTMONK_TOKEN,
        },
        confirms,
      );
    case 'buttondown':
      return buttondown(provider.BUTTONDOWN_KEY, confirms);
    case 'mailchimp':
      return mailchimp({ key: provider.MAILCHIMP_KEY, list: provider.MAILCHIMP_LIST }, confirms);
    case 'embedded':
    case 'none':
    case 'form':
      return undefined;
  }
}
