export const HOURS_PER_YEAR = 8760;

/** A CA is valid for ten years, and never renewed by itself. */
export const AUTHORITY_HOURS = 10 * HOURS_PER_YEAR;

/**
 * A certificate is renewed by the first apply within this many hours of its end. Half a year: an environment that is not
 * applied for months must not expire, and an alert has time to be heard.
 */
export const RENEWAL_HOURS = HOURS_PER_YEAR / 2;
