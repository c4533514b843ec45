import { COUNTRIES, COUNTRY_LISTS, PSEUDO_COUNTRIES } from "../../config/countries";

it("knows the 249 codes of ISO 3166-1 and Kosovo's, each once", () => {
  expect(COUNTRIES).toHaveLength(250);
  expect(new Set(COUNTRIES).size).toBe(250);
});

it.each(Object.entries(COUNTRY_LISTS))("%s lists countries, each once", (_, list) => {
  expect(new Set(list).size).toBe(list.length);
  expect(COUNTRIES).toEqual(expect.arrayContaining([...list]));
});

it("counts 26 and 55 American codes", () => {
  expect(COUNTRY_LISTS["americas-26"]).toHaveLength(26);
  expect(COUNTRY_LISTS.americas).toHaveLength(55);
});

it("keeps Cloudflare's pseudo codes apart from countries", () => {
  expect(PSEUDO_COUNTRIES.filter((code) => COUNTRIES.includes(code))).toEqual([]);
});
