import { X509Certificate } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * The CA behind the certificates of RDS in a region, PEM: valid until 2061. These are the roots "RSA2048 G1" of AWS' own bundle
 * (https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem), one for each region.
 *
 * @param location - AWS' name of the region
 */
export function rdsAuthority(location: string): string {
  const found = rdsAuthorities().find(({ subject }) =>
    subject.includes(`CN=Amazon RDS ${location} Root CA RSA2048 G1`),
  );
  if (!found) throw new Error(`no CA of RDS in ${location} is known`);
  return found.toString();
}

/** Those of all regions. */
export const rdsAuthorities = (): readonly X509Certificate[] =>
  (
    fs
      .readFileSync(path.join(__dirname, "rds-authorities.pem"), "utf8")
      .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  ).map((pem) => new X509Certificate(pem));

/** The name of these authorities at RDS, which gives an instance a certificate by the one of its region. */
export const RDS_AUTHORITY = "rds-ca-rsa2048-g1";
