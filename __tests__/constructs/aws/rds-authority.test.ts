import { WITHOUT_AUTHORITY } from "../../../config/clouds/aws/databases";
import { AWS_REGIONS } from "../../../config/clouds/aws/regions";
import { rdsAuthorities, rdsAuthority } from "../../../constructs/aws/rds-authority";

it("is known for every region but those that the configuration refuses, and for no other", () => {
  const known = AWS_REGIONS.filter((location) => !WITHOUT_AUTHORITY.includes(location));
  for (const location of known) expect(rdsAuthority(location)).toMatch(/^-----BEGIN CERTIFICATE-----/);
  for (const location of WITHOUT_AUTHORITY)
    expect(() => rdsAuthority(location)).toThrow(`no CA of RDS in ${location} is known`);
  expect(rdsAuthorities()).toHaveLength(known.length);
});

it("signs itself, as an authority, and for long", () => {
  for (const authority of rdsAuthorities()) {
    expect(authority.ca && authority.verify(authority.publicKey)).toBe(true);
    expect(new Date(authority.validTo).getFullYear()).toBeGreaterThanOrEqual(2061);
  }
});
