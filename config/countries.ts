/**
 * Country lists for geo routing: ISO 3166-1 alpha-2 codes, as Cloudflare sends them in `Cf-Ipcountry`
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-ipcountry).
 */

/**
 * The 26 American states that the platform's first deployment sent to the United States. Its author suspected gaps, and
 * there are: nine sovereign states and every territory are missing. `americas` is the complete list.
 */
const AMERICAS_26 = "US CA MX BR AR CL CO PE VE UY BO EC GT CU DO HN PY NI SV CR PA JM TT GY SR BZ".split(
  " ",
);

/** The nine sovereign American states that `americas-26` lacks. */
const OTHER_STATES = "AG BB BS DM GD HT KN LC VC".split(" ");

/**
 * American territories with a code of their own (UN M49 region 019, https://unstats.un.org/unsd/methodology/m49/).
 * Bouvet Island (BV) and South Georgia (GS), which M49 counts as South America, have no inhabitants and lie nearer to
 * Africa and Antarctica: they stay with the default region.
 */
const TERRITORIES = "AI AW BL BM BQ CW FK GF GL GP KY MF MQ MS PM PR SX TC VG VI".split(" ");

/** The lists that a region may name instead of writing codes. */
export const COUNTRY_LISTS = {
  "americas-26": AMERICAS_26,
  americas: [...AMERICAS_26, ...OTHER_STATES, ...TERRITORIES],
} as const;

export type CountryList = keyof typeof COUNTRY_LISTS;

/** Cloudflare's codes that are no country: `XX` unknown, `T1` the Tor network. They go to the default region. */
export const PSEUDO_COUNTRIES = ["XX", "T1"] as const;

/** The officially assigned codes of ISO 3166-1 (249), and Kosovo's, which Cloudflare sends and ISO leaves to its users. */
export const COUNTRIES: readonly string[] = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA " +
  "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA " +
  "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS " +
  "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS " +
  "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW " +
  "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ");
