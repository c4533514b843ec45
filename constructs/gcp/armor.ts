import { ComputeSecurityPolicy } from "@cdktf/provider-google/lib/compute-security-policy";
import { Construct } from "constructs";

export interface ArmorProps {
  readonly name: string;
  /** Requests that one address may make in a minute. */
  readonly requestsPerMinute: number;
  /** Whether attacks that Google knows are refused. */
  readonly attacks: boolean;
  /** Paths that answer 404, however they are written. */
  readonly blocked: readonly string[];
}

/** The last rule, which every policy has. */
const LAST = 2_147_483_647;

/** Google's rules by their names (https://cloud.google.com/armor/docs/waf-rules), at the sensitivity with the fewest mistakes. */
const ATTACKS = ["sqli-v33-stable", "xss-v33-stable"];

const EVERYBODY = { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } };

/** Rules that requests are held to before they reach a service. */
export class Armor extends Construct {
  constructor(scope: Construct, id: string, props: ArmorProps) {
    super(scope, id);
    new ComputeSecurityPolicy(this, "Resource", {
      name: props.name,
      rule: [
        ...props.blocked.map((path, index) => ({
          priority: 100 + index,
          action: "deny(404)",
          match: { expr: { expression: written(path) } },
        })),
        ...(props.attacks ? ATTACKS : []).map((set, index) => ({
          priority: 1000 + index,
          action: "deny(403)",
          match: { expr: { expression: `evaluatePreconfiguredWaf('${set}', {'sensitivity': 1})` } },
        })),
        {
          priority: 2000,
          action: "throttle",
          match: EVERYBODY,
          rateLimitOptions: {
            conformAction: "allow",
            exceedAction: "deny(429)",
            enforceOnKey: "IP",
            rateLimitThreshold: { count: props.requestsPerMinute, intervalSec: 60 },
          },
        },
        { priority: LAST, action: "allow", match: EVERYBODY },
      ],
    });
  }
}

/** A path and all below it, with letters of any case, slashes that are doubled, and characters written as `%6d`. */
const written = (path: string): string =>
  `request.path.lower().urlDecode().matches('^${path
    .toLowerCase()
    .replaceAll(".", "[.]")
    .replaceAll("/", "/+")}(/.*)?$')`;
