import ipaddr from "ipaddr.js";
import { z } from "zod";
import { isAddress, isHost } from "./address";
import { expected } from "./text";

export interface UrlParts {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
  /** Names of what stands behind the question mark. */
  readonly parameters: readonly string[];
}

/** What may stand behind the host; braces would be a template (RFC 3986, section 3.3). */
const REST =
  "(?:/(?:[\\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(?:\\?((?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*))?";

const URL_FORM = new RegExp(
  `^([a-z][a-z0-9+.-]*)://(?:([^\\s@/?#:]*)(?::([^\\s@/?#]*))?@)?(\\[[0-9a-fA-F:.]+\\]|[^\\s@/?#:]+)(?::(\\d+))?${REST}$`,
);

/** The parts of an absolute URL; undefined where it is none. */
export function urlParts(value: string): UrlParts | undefined {
  const [matched, scheme = "", user, password, host = "", port, query = ""] = URL_FORM.exec(value) ?? [];
  return matched !== undefined && isAuthority(host, port)
    ? { scheme, user, password, host, port, parameters: [...new URLSearchParams(query).keys()] }
    : undefined;
}

/** Whether a host and a port can exist. */
export const isAuthority = (host: string, port: string | undefined): boolean =>
  (isHost(host.toLowerCase()) ||
    isAddress(host) ||
    (host.startsWith("[") && ipaddr.IPv6.isValid(host.slice(1, -1)))) &&
  (port === undefined || isPort(port));

const isPort = (value: string): boolean => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535;

export interface UrlRules {
  /** @default - `https` alone */
  readonly schemes?: readonly string[];

  /** What holds a password or token instead: this is written into files that are not secret. */
  readonly secrets: string;
}

/** An absolute URL without credentials; one with them is not repeated in the message. */
export const url = (what: string, example: string, { schemes = ["https"], secrets }: UrlRules) => {
  const { error } = expected(`${what}, ${schemes.map(article).join(" or ")} URL`, example);
  return z.string({ error }).superRefine((value, context) => {
    const parts = urlParts(value);
    const credentials = parts && credentialsIn(parts);
    if (credentials !== undefined) {
      context.addIssue({
        code: "custom",
        message: `holds ${credentials}, which would be readable in every output; ${secrets}; ${error}`,
        params: { isSecret: true },
      });
    } else if (parts === undefined || !schemes.includes(parts.scheme)) {
      context.addIssue({ code: "custom", message: error });
    }
  });
};

const article = (scheme: string): string => `${/^[aeioh]/.test(scheme) ? "an" : "a"} ${scheme}`;

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.3, and what vendors call the same. */
const SECRET =
  /(?:^|[-_.])(?:access|api|auth)?[-_.]?(?:token|key|secret|password|passwd|pass|pwd|sig|signature|auth|credentials?|jwt)$/i;

/** What in a URL opens a door, if anything. The user of SSH is no secret, and no way in. */
export function credentialsIn({ scheme, user, password, parameters }: UrlParts): string | undefined {
  if (password !== undefined || (user !== undefined && scheme !== "ssh")) return "credentials";
  const parameter = parameters.find((name) => SECRET.test(name));
  return parameter === undefined ? undefined : `the parameter "${parameter}"`;
}
