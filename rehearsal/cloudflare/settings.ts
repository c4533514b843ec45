import type { Rule } from "../rules/rule";

const SETTINGS = "https://developers.cloudflare.com/api/resources/zones/subresources/settings/";
const SETTING = /^cloudflare_zone_setting$/;

const SWITCH = ["on", "off"];

/** What each setting of a zone may be. Settings with objects, numbers or lists are not here. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "0rtt": SWITCH,
  always_online: SWITCH,
  always_use_https: SWITCH,
  automatic_https_rewrites: SWITCH,
  brotli: SWITCH,
  browser_check: SWITCH,
  cache_level: ["aggressive", "basic", "simplified"],
  development_mode: SWITCH,
  early_hints: SWITCH,
  email_obfuscation: SWITCH,
  hotlink_protection: SWITCH,
  http2: SWITCH,
  http3: SWITCH,
  ip_geolocation: SWITCH,
  ipv6: SWITCH,
  min_tls_version: ["1.0", "1.1", "1.2", "1.3"],
  opportunistic_encryption: SWITCH,
  opportunistic_onion: SWITCH,
  origin_error_page_pass_thru: SWITCH,
  privacy_pass: SWITCH,
  pseudo_ipv4: ["off", "add_header", "overwrite_header"],
  response_buffering: SWITCH,
  rocket_loader: SWITCH,
  security_level: ["off", "essentially_off", "low", "medium", "high", "under_attack"],
  server_side_exclude: SWITCH,
  ssl: ["off", "flexible", "full", "strict", "origin_pull"],
  tls_1_3: ["on", "off", "zrt"],
  tls_client_auth: SWITCH,
  true_client_ip_header: SWITCH,
  websockets: SWITCH,
};

/** Names of settings, with those that take something else than a word. */
const NAMES = [
  ...Object.keys(VALUES),
  ...["browser_cache_ttl", "challenge_ttl", "ciphers", "edge_cache_ttl", "h2_prioritization"],
  ...["image_resizing", "max_upload", "nel", "polish", "proxy_read_timeout", "security_header"],
];

export const CLOUDFLARE_SETTINGS: readonly Rule[] = [
  { types: SETTING, attribute: "setting_id", expect: { oneOf: NAMES }, open: true, source: SETTINGS },
  ...Object.entries(VALUES).map(
    ([name, oneOf]): Rule => ({
      types: SETTING,
      when: { setting_id: new RegExp(`^${name}$`) },
      attribute: "value",
      expect: { oneOf },
      source: SETTINGS,
    }),
  ),
];
