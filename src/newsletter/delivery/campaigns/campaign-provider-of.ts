import type { ProviderSettings } from '../../config.ts';
import { buttondownCampaigns } from './buttondown-campaigns.ts';
import type { CampaignProvider } from './campaign.ts';
import { listmonkCampaigns } from './listmonk-campaigns.ts';
import { mailchimpCampaigns } from './mailchimp-campaigns.ts';

/** The provider that sends letters; undefined where they are sent from here, or nobody's key is known. */
export function campaignProviderOf(settings: ProviderSettings): CampaignProvider | undefined {
  switch (settings.NEWSLETTER_PROVIDER) {
    case 'listmonk':
      return listmonkCampaigns({
        url: settings.LISTMONK_URL,
        list: settings.LISTMONK_LIST,
        user: settings.LISTMONK_USER,
        token: settings.LISTMONK_TOKEN,
      });
    case 'buttondown':
      return buttondownCampaigns(settings.BUTTONDOWN_KEY);
    case 'mailchimp':
      return mailchimpCampaigns({ key: settings.MAILCHIMP_KEY, list: settings.MAILCHIMP_LIST });
    case 'embedded':
    case 'none':
    case 'form':
      return undefined;
  }
}
