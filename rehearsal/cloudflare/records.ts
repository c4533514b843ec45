import { clustersOf } from "../kubernetes/cluster";
import { answers, entriesOf } from "../kubernetes/network/entries";
import { contentOf, mountedFile } from "../kubernetes/traefik/judge";
import { covers, isForClients, isSignedBy, namesOf, readCertificate } from "../tls/pair";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import type { Flow } from "../world/flow";
import { at, text, texts, type WorldObject } from "../world/object";

const RECORDS = "https://developers.cloudflare.com/dns/manage-dns-records/reference/proxied-dns-records/";
const RANGES = "https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/";
const ORIGIN = "https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/";

/** Findings where a record leads to no server that answers to its name, or a proxied one has no certificate for it. */
export function recordFindings(estate: Estate): Judged[] {
  const records = estate.ofType("cloudflare_dns_record");
  return [
    ...records.flatMap((record) => [...leadFindings(record, estate), ...proxyFindings(record)]),
    ...originFindings(records, estate),
    ...pullFindings(estate),
    ...nameFindings(records, estate),
    ...requestFindings(estate),
  ];
}

function leadFindings(record: WorldObject, estate: Estate): Judged[] {
  const [name, address] = [text(record.values, "name"), text(record.values, "content")];
  const there = clustersOf(estate).filter(({ builtIn }) => builtIn.addresses.includes(address));
  const isPrivate =
    text(record.values, "type") === "A" &&
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.|169\.254\.)/.test(address);
  const entries = there.flatMap(entriesOf);
  return [
    ...(isPrivate
      ? [
          found(
            record,
            `content: ${address} is a private address, which nobody reaches from outside`,
            RECORDS,
          ),
        ]
      : []),
    ...(there.length > 0 && entries.length > 0 && !entries.some((entry) => answers(entry, name))
      ? [
          found(
            record,
            `leads to ${address}, where nobody answers to ${name}; the routes there are for ${[...new Set(entries.map(({ host }) => host))].join(", ")}`,
            RECORDS,
          ),
        ]
      : []),
  ];
}

/** Cloudflare decides how long a proxied record lives. */
function proxyFindings(record: WorldObject): Judged[] {
  const isProxied = record.values["proxied"] === true;
  const ttl = Number(record.values["ttl"]);
  return [
    ...(isProxied && ttl !== 1
      ? [found(record, `ttl: a proxied record has 1 (automatic), not ${ttl}`, RECORDS)]
      : []),
    ...(isProxied && !/^(A|AAAA|CNAME)$/.test(text(record.values, "type"))
      ? [found(record, `proxied: a record of type ${text(record.values, "type")} cannot be`, RECORDS)]
      : []),
  ];
}

/** An origin certificate is for names whose records are proxied: others do not trust it. */
function originFindings(records: readonly WorldObject[], estate: Estate): Judged[] {
  const names = records.map(({ values }) => text(values, "name"));
  return estate.ofType("cloudflare_origin_ca_certificate").flatMap((certificate) =>
    texts(certificate.values, "hostnames").flatMap((host) => {
      const record = records.find(({ values }) => text(values, "name") === host);
      const made = text(certificate.values, "certificate");
      return [
        ...(!record && !host.startsWith("*.")
          ? [
              found(
                certificate,
                `hostnames: there is no record ${host}; there are ${names.join(", ")}`,
                ORIGIN,
              ),
            ]
          : []),
        ...(record && record.values["proxied"] !== true
          ? [
              found(
                certificate,
                `hostnames: ${host} is not proxied, and only Cloudflare trusts this certificate`,
                ORIGIN,
              ),
            ]
          : []),
        ...(covers(made, host) === false
          ? [found(certificate, `is for ${namesOf(made)}, not for ${host}`, ORIGIN)]
          : []),
      ];
    }),
  );
}

/** The certificate that Cloudflare shows to origins is one that they accept. */
function pullFindings(estate: Estate): Judged[] {
  const accepted = clustersOf(estate).flatMap((cluster) =>
    cluster.releases
      .filter(({ chart }) => chart === "traefik")
      .flatMap((release) => {
        const options = Object.values((at(contentOf(release), "tls.options")[0] ?? {}) as object);
        const files = options.flatMap((option) => texts(option, "clientAuth.caFiles"));
        return files.flatMap((file) => mountedFile(file, release, cluster) ?? []);
      }),
  );
  const source =
    "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/zone-level/";
  return estate.ofType("cloudflare_authenticated_origin_pulls_certificate").flatMap((pull) => {
    const shown = text(pull.values, "certificate");
    const isAccepted =
      accepted.length === 0 || accepted.some((authority) => isSignedBy(shown, authority) !== false);
    return [
      ...(isAccepted
        ? []
        : [
            found(
              pull,
              "certificate: no origin accepts it: its authority is in nobody's clientAuth.caFiles",
              source,
            ),
          ]),
      ...(isForClients(shown) === false
        ? [found(pull, "certificate: it is not for clients: client_auth is not among its uses", source)]
        : []),
    ];
  });
}

/** A record's name lies in its zone, where the zone's own name is known. */
function nameFindings(records: readonly WorldObject[], estate: Estate): Judged[] {
  const zones = estate.ofType(/^(data\.)?cloudflare_zone$/);
  return records.flatMap((record) => {
    const [name, id] = [text(record.values, "name"), text(record.values, "zone_id")];
    const zone = zones.find(({ values }) => [text(values, "id"), text(values, "zone_id")].includes(id));
    const apex = text(zone?.values, "name");
    if (apex === "" || name === apex || name === "@" || name.endsWith(`.${apex}`)) return [];
    return [found(record, `name: ${name} is not in its zone, ${apex}`, RECORDS)];
  });
}

const KEYS: Readonly<Record<string, string>> = { "origin-rsa": "rsa", "origin-ecc": "ec" };

/** A certificate of one algorithm is asked for with a request of the same. */
function requestFindings(estate: Estate): Judged[] {
  return estate.ofType("cloudflare_origin_ca_certificate").flatMap((object) => {
    const asked = text(object.values, "request_type");
    const made = readCertificate(text(object.values, "certificate"))?.publicKey.asymmetricKeyType;
    const wanted = KEYS[asked];
    if (!wanted || !made || made === wanted) return [];
    return [found(object, `request_type: ${asked} does not fit csr, whose key is ${made}`, ORIGIN)];
  });
}

/** Users come through Cloudflare to what is proxied, and by themselves to what is not. */
export function recordFlows(estate: Estate): Flow[] {
  const ranges = estate
    .ofType("data.cloudflare_ip_ranges")
    .flatMap(({ values }) => texts(values, "ipv4_cidrs"));
  return estate
    .ofType("cloudflare_dns_record")
    .filter(({ values }) => text(values, "type") === "A")
    .map((record) => {
      const isProxied = record.values["proxied"] === true;
      return {
        of: record,
        who: isProxied
          ? `Cloudflare, for ${text(record.values, "name")},`
          : `whoever asks for ${text(record.values, "name")}`,
        from: isProxied ? [...new Set(ranges)] : [],
        to: String(at(record.values, "content")[0] ?? ""),
        port: 443,
        source: RANGES,
      };
    });
}
