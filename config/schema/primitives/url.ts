import ipaddr from "ipaddr.js";
import { isAddress, isHost } from "./address";
import { parsed } from "./text";

export interface UrlParts {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
}

/** What may stand behind the host; braces would be a template of somebody's (RFC 3986, section 3.3). */
const REST = "(?:/[\\w.~!$&'()*+,;=:@%/-]*)?(?:\\?[\\w.~!$&'()*+,;=:@%/?-]*)?";

const URL_FORM = new RegExp(
  `^([a-z][a-z0-9+.-]*)://(?:([^\\s@/?#:]*)(?::([^\\s@/?#]*))?@)?(\\[[0-9a-fA-F:.]+\\]|[^\\s@/?#:]+)(?::(\\d+))?${REST}$`,
);

/** The parts of an absolute URL; undefined where it is none. */
export function urlParts(value: string): UrlParts | undefined {
  const [matched, scheme = "", user, password, host = "", port] = URL_FORM.exec(value) ?? [];
  return matched !== undefined && isAuthority(host, port)
    ? { scheme, user, password, host, port }
    : undefined;
}

/** Whether a host and a port can be somebody's. */
export const isAuthority = (host: string, port: string | undefined): boolean =>
  (isHost(host.toLowerCase()) ||
    isAddress(host) ||
    (host.startsWith("[") && ipaddr.IPv6.isValid(host.slice(1, -1)))) &&
  (port === undefined || isPort(port));

const isPort = (value: string): boolean => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535;

export interface UrlRules {
  /** @default - `https` alone */
  readonly schemes?: readonly string[];

  /** What holds a password or token instead: this is written into files that everybody reads. */
  readonly secrets: string;
}

/** An absolute URL without credentials. */
export const url = (what: string, example: string, { schemes = ["https"], secrets }: UrlRules) =>
  parsed(`${what}, ${schemes.map(article).join(" or ")} URL`, example, (value) => {
    const parts = urlParts(value);
    if (parts === undefined || !schemes.includes(parts.scheme)) return "";
    return hasCredentials(parts)
      ? `holds credentials, which would be readable in every output; ${secrets}`
      : undefined;
  });

const article = (scheme: string): string => `${/^[aeioh]/.test(scheme) ? "an" : "a"} ${scheme}`;

/** The user of SSH is no secret, and no way in. */
const hasCredentials = ({ scheme, user, password }: UrlParts): boolean =>
  password !== undefined || (user !== undefined && scheme !== "ssh");
