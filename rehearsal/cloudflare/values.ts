import type { RuleTable } from "../rules/rule";
import { CLOUDFLARE_SETTINGS } from "./settings";

const DNS = "https://developers.cloudflare.com/api/resources/dns/subresources/records/methods/create/";
const ORIGIN = "https://developers.cloudflare.com/api/resources/origin_ca_certificates/methods/create/";
const RECORD = /^cloudflare_dns_record$/;

export const CLOUDFLARE_VALUES: RuleTable = {
  rules: [
    {
      types: /^(data\.)?cloudflare_/,
      attribute: "zone_id",
      expect: /^[0-9a-f]{32}$/,
      says: "a zone's id: 32 hexadecimal digits",
      source: "https://developers.cloudflare.com/fundamentals/account/find-account-and-zone-ids/",
    },
    {
      types: RECORD,
      attribute: "type",
      expect: {
        oneOf: [
          "A",
          "AAAA",
          "CAA",
          "CERT",
          "CNAME",
          "DNSKEY",
          "DS",
          "HTTPS",
          "LOC",
          "MX",
          "NAPTR",
          "NS",
          "OPENPGPKEY",
          "PTR",
          "SMIMEA",
          "SRV",
          "SSHFP",
          "SVCB",
          "TLSA",
          "TXT",
          "URI",
        ],
      },
      source: DNS,
    },
    { types: RECORD, when: { type: /^A$/ }, attribute: "content", expect: "ipv4", source: DNS },
    { types: RECORD, when: { type: /^AAAA$/ }, attribute: "content", expect: "ipv6", source: DNS },
    {
      types: RECORD,
      when: { type: /^(NS|MX|PTR)$/ },
      attribute: "content",
      expect: "host name",
      source: DNS,
    },
    {
      types: RECORD,
      when: { type: /^TXT$/ },
      attribute: "content",
      expect: /^[\s\S]{1,2048}$/,
      says: "a text of at most 2048 characters",
      source: DNS,
    },
    { types: RECORD, attribute: "priority", expect: { from: 0, to: 65535 }, source: DNS },
    {
      types: RECORD,
      attribute: "comment",
      expect: /^[\s\S]{0,500}$/,
      says: "a comment of at most 500 characters",
      source: "https://developers.cloudflare.com/dns/manage-dns-records/reference/record-attributes/",
    },
    { types: RECORD, when: { type: /^CNAME$/ }, attribute: "content", expect: "host name", source: DNS },
    {
      types: RECORD,
      attribute: "ttl",
      expect: /^(1|[3-9]\d|\d{3,4}|[1-7]\d{4}|8[0-5]\d{3}|86[0-3]\d\d|86400)$/,
      says: "1 (automatic) or between 30 and 86400 seconds",
      source: DNS,
    },
    { types: RECORD, attribute: "name", expect: "host name", source: DNS },
    {
      types: /^cloudflare_origin_ca_certificate$/,
      attribute: "requested_validity",
      expect: { oneOf: ["7", "30", "90", "365", "730", "1095", "5475"] },
      source: ORIGIN,
    },
    {
      types: /^cloudflare_origin_ca_certificate$/,
      attribute: "request_type",
      expect: { oneOf: ["origin-rsa", "origin-ecc", "keyless-certificate"] },
      source: ORIGIN,
    },
    {
      types: /^cloudflare_origin_ca_certificate$/,
      attribute: "csr",
      expect: "certificate request",
      source: ORIGIN,
    },
    {
      types: /^cloudflare_authenticated_origin_pulls_certificate$/,
      attribute: "certificate",
      expect: "certificate",
      source:
        "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/zone-level/",
    },
    {
      types: /^cloudflare_authenticated_origin_pulls_certificate$/,
      attribute: "private_key",
      expect: "private key",
      source:
        "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/zone-level/",
      secret: true,
    },
    {
      types: /^cloudflare_origin_ca_certificate$/,
      attribute: "hostnames",
      expect: "host name",
      source: ORIGIN,
    },
    ...CLOUDFLARE_SETTINGS,
  ],
  pairs: [
    {
      types: /^cloudflare_authenticated_origin_pulls_certificate$/,
      certificate: "certificate",
      key: "private_key",
      source:
        "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/zone-level/",
    },
  ],
  demands: [
    {
      types: RECORD,
      when: { type: /^(MX|URI)$/ },
      needs: ["priority"],
      says: "a record of this type has a priority",
      source: DNS,
    },
    {
      types: RECORD,
      when: { type: /^(CAA|CERT|DNSKEY|DS|HTTPS|LOC|NAPTR|SMIMEA|SRV|SSHFP|SVCB|TLSA)$/ },
      needs: ["data"],
      says: "a record of this type has its parts in data",
      source: DNS,
    },
    {
      types: RECORD,
      when: { type: /^(A|AAAA|CNAME|TXT|MX|NS)$/ },
      needs: ["content"],
      says: "a record of this type has content",
      source: DNS,
    },
  ],
};
