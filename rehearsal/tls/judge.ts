import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { text, texts, type WorldObject } from "../world/object";
import { readCertificate } from "./pair";

const LIFE = "https://datatracker.ietf.org/doc/html/rfc5280#section-6.1.3";
const USES = "https://datatracker.ietf.org/doc/html/rfc5280#section-4.2.1.12";

/** Certificates by themselves: whom they are signed by, how long they live, what they are for. */
export function certificateFindings(estate: Estate): Judged[] {
  return [
    ...estate.ofType("tls_locally_signed_cert").flatMap(signedFindings),
    ...estate.ofType("tls_self_signed_cert").flatMap((object) => authorityFindings(object, estate)),
  ];
}

function signedFindings(object: WorldObject): Judged[] {
  const [own, authority] = [text(object.values, "cert_pem"), text(object.values, "ca_cert_pem")].map(
    readCertificate,
  );
  if (!own || !authority) return [];
  const [years, most] = [yearsOf(own), yearsOf(authority)];
  const names = own.subjectAltName !== undefined;
  const uses = texts(object.values, "allowed_uses");
  return [
    ...(authority.ca
      ? []
      : [
          found(
            object,
            "ca_cert_pem: it is not the certificate of an authority: nobody accepts what it signs",
            LIFE,
          ),
        ]),
    ...(years > most
      ? [
          found(
            object,
            `validity_period_hours: it lasts ${years} years, longer than its authority with ${most}`,
            LIFE,
          ),
        ]
      : []),
    ...(names && !uses.includes("server_auth") && !uses.includes("any_extended")
      ? [
          found(
            object,
            "allowed_uses: it is for host names and lacks server_auth: no client accepts it",
            USES,
          ),
        ]
      : []),
    ...(!names &&
    object.values["is_ca_certificate"] !== true && // an authority's is for what it signs
    !uses.some((use) => /^(client_auth|server_auth|any_extended|code_signing|email_protection)$/.test(use))
      ? [found(object, "allowed_uses: it is neither for clients nor for servers", USES)]
      : []),
    ...(uses.some((use) => /_auth$/.test(use)) &&
    !uses.some((use) => /^(digital_signature|key_encipherment|key_agreement)$/.test(use))
      ? [found(object, "allowed_uses: without digital_signature its key cannot prove anything in TLS", USES)]
      : []),
  ];
}

/** By their lengths and not by their ends: what a later apply signs ends later than what it is signed with. */
const yearsOf = ({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string }): number =>
  Math.round((Date.parse(validTo) - Date.parse(validFrom)) / 86_400_000 / 3.65) / 100;

/** What signs others is an authority, with the right to sign. */
function authorityFindings(object: WorldObject, estate: Estate): Judged[] {
  const own = text(object.values, "cert_pem");
  const signs = estate
    .ofType("tls_locally_signed_cert")
    .some(({ values }) => text(values, "ca_cert_pem") === own);
  const isAuthority = object.values["is_ca_certificate"] === true;
  const uses = texts(object.values, "allowed_uses");
  return [
    ...(signs && !isAuthority
      ? [found(object, "is_ca_certificate: it signs others, and is no authority", LIFE)]
      : []),
    ...(isAuthority && !uses.includes("cert_signing")
      ? [found(object, "allowed_uses: an authority needs cert_signing", USES)]
      : []),
  ];
}
