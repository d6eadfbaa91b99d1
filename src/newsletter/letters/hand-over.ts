import { contentDirectory } from '../../site/content-directory.ts';
import { CommandError } from '../command/command-error.ts';
import { readNewsletterConfig } from '../config.ts';
import { readContent } from '../content.ts';
import type { CampaignProvider, HandedOverLetter } from '../delivery/campaigns/campaign.ts';
import { campaignProviderOf } from '../delivery/campaigns/campaign-provider-of.ts';
import { DeliveryError } from '../delivery/delivery.ts';
import { SetupError } from '../setup-error.ts';
import type { BuiltLetter } from './built-letter.ts';
import { unknownLetter } from './checks.ts';
import { builtLetters, type Desk, postalAddressOf, siteUrlOf } from './desk.ts';
import { frozen } from './letter-mail.ts';

const DONE: Readonly<
  Record<HandedOverLetter['what'], (provider: string, state: string) => string>
> = {
  made: (provider) =>
    `${provider} has a draft of it now. Nothing is sent: look at it and send it at`,
  updated: (provider) =>
    `${provider} had a draft of it, which is up to date now. Nothing is sent: look at it and send it at`,
  kept: (provider, state) =>
    `${provider} has it already, and not as a draft ("${state}"), so it was left as it is. Look at it at`,
};

/** The letter of this id. Throws a CommandError where it may not go out. */
function letterOf(id: string, letters: readonly BuiltLetter[]): BuiltLetter {
  const letter = letters.find((one) => one.id === id);
  if (letter === undefined) {
    throw new CommandError(
      unknownLetter(
        id,
        letters.map((one) => one.id),
      ),
    );
  }
  if (!letter.draft) return letter;
  throw new CommandError(
    `The letter "${id}" is a draft; take the line "draft: true" out of its file and run npm run build.`,
  );
}

/**
 * Makes a letter a draft at the provider, or brings the draft that is there up to date. It sends
 * nothing.
 *
 * @param providerOf tests have another one
 * @returns what to print
 * @throws CommandError where the letter is not to go out yet, or nowhere; SetupError with what the
 *   provider said where it does not take it
 */
export async function handOver(
  desk: Desk,
  id: string,
  providerOf: (
    ...settings: Parameters<typeof campaignProviderOf>
  ) => CampaignProvider | undefined = campaignProviderOf,
): Promise<string> {
  const letter = letterOf(id, await builtLetters(desk));
  const config = readNewsletterConfig(desk.env, siteUrlOf(desk.env['SITE_URL']));
  const provider = providerOf(config.provider);
  if (provider === undefined) {
    throw new CommandError(
      `There is no provider to hand it over to: set NEWSLETTER_PROVIDER to listmonk, buttondown or mailchimp, or send it from here with letter send ${id}.`,
    );
  }
  const content = await readContent(desk.site, contentDirectory);
  const from = { name: content.siteName, address: config.from };
  const { subject, html, text } = frozen(letter, postalAddressOf(config, content), from);
  const { preview, address } = letter;
  try {
    const {
      what,
      state,
      address: at,
    } = await provider.draft({
      ...{ id, subject, preview, address, html, text },
    });
    return `${DONE[what](provider.name, state)} ${at}`;
  } catch (error) {
    if (error instanceof DeliveryError) throw new SetupError(error.message);
    throw error;
  }
}
