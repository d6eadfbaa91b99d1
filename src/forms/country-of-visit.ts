import { newChoiceOf, putCountriesBack, showCountryFirst } from './country-first.ts';

/**
 * Where the country that a reader chose is remembered until the tab closes: in the session storage of
 * this browser, which no request carries. Who has chosen none fetches nothing of this.
 */
export const COUNTRY_KEY = 'second-thoughts:country';

/** Shows the country of this visit first on the whole page, if there is one. */
export function showCountryOfVisit(): void {
  const country = stored();
  if (country) showCountryFirst(country, forgetCountry);
}

/** Remembers the country that `choice` holds, if it was just chosen, and shows it first. */
export function rememberCountry(choice: HTMLSelectElement): void {
  const country = newChoiceOf(choice);
  if (!country) return;
  try {
    sessionStorage.setItem(COUNTRY_KEY, country);
  } catch {
    // Storage is blocked: it is chosen again on each page.
  }
  showCountryFirst(country, forgetCountry);
}

/** Forgets it, and puts everything back. */
export function forgetCountry(): void {
  try {
    sessionStorage.removeItem(COUNTRY_KEY);
  } catch {
    // Nothing was remembered.
  }
  putCountriesBack();
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(COUNTRY_KEY);
  } catch {
    return null;
  }
}
