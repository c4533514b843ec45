/** The header in which Cloudflare tells the caller's country. */
export const COUNTRY_HEADER = "Cf-Ipcountry";

/** Matches requests for a host. */
export const forHost = (host: string): string => `Host(\`${host}\`)`;

/**
 * Matches requests whose country is one of a list: the header is there, and every value of it is in the list.
 *
 * `HeaderRegexp` is satisfied by *any* value of a header that was sent several times, so one matcher would let a second
 * header decide. The second matcher excludes requests that carry a value outside the list. Values are compared whole and
 * in capitals, as Cloudflare sends them.
 *
 * @param countries - codes of ISO 3166-1, at least one
 */
export const fromCountries = (countries: readonly string[]): string =>
  `${header(oneOf(countries))} && !${header(noneOf(countries))}`;

const header = (expression: string): string => `HeaderRegexp(\`${COUNTRY_HEADER}\`, \`${expression}\`)`;

const oneOf = (codes: readonly string[]): string => `^(?:${codes.join("|")})$`;

/** Every text but the codes. Go's regular expressions have no negation, so it is spelled out letter by letter. */
function noneOf(codes: readonly string[]): string {
  const seconds = new Map<string, string>();
  for (const [first = "", second = ""] of codes) seconds.set(first, (seconds.get(first) ?? "") + second);
  const alternatives = [".?", ".{3,}", `[^${[...seconds.keys()].join("")}].`];
  for (const [first, letters] of seconds) alternatives.push(`${first}[^${letters}]`);
  return `^(?:${alternatives.join("|")})$`;
}
