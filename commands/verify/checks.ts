import { PSEUDO_COUNTRIES } from "../../config/countries";
import { servingRegions } from "../../config/places";
import type { Environment } from "../../config/schema/environment";
import { COUNTRY_HEADER } from "../../constructs/traefik/rule";
import { ask, askPlainly, type Reply } from "./probe";
import type { Target } from "./targets";

export interface Finding {
  readonly target: string;
  readonly check: string;
  /** `skipped` where this environment, or what answers, has no such thing. */
  readonly result: "passed" | "failed" | "skipped";
  /** What was seen. */
  readonly seen: string;
}

export interface Settings {
  /** Questions that are asked of an entry point to see which regions answer. */
  readonly requests: number;
  /** Milliseconds until a question counts as lost. */
  readonly timeout: number;
  /** Port of plain HTTP. */
  readonly plainPort: number;
}

type Outcome = Omit<Finding, "target" | "check">;
type Check = (target: Target, environment: Environment, settings: Settings) => Promise<Outcome>;

const passed = (seen: string): Outcome => ({ result: "passed", seen });
const failed = (seen: string): Outcome => ({ result: "failed", seen });
const skipped = (seen: string): Outcome => ({ result: "skipped", seen });

const DAY = 24 * 60 * 60 * 1000;

/** Fewer mean that the renewal failed. */
const LEAST_DAYS = 7;

const certificate: Check = async (target, _environment, { timeout }) => {
  const { validTo } = await ask(target, { path: "/" }, timeout);
  const days = Math.floor((validTo.getTime() - Date.now()) / DAY);
  const seen = `valid for ${target.host}, ${days} days left`;
  return days < LEAST_DAYS ? failed(`${seen}; expected ${LEAST_DAYS} at least`) : passed(seen);
};

/** What the platform's API says of itself. */
interface Answer {
  readonly region?: string;
  readonly image?: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
}

const answerIn = ({ status, body }: Reply): Answer | undefined => {
  if (status !== 200) return undefined;
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === "object" && answer !== null && "region" in answer
      ? (answer as Answer)
      : undefined;
  } catch {
    return undefined;
  }
};

const NOT_OURS = "its answer at /api names no region: another program than the platform's API";

const region: Check = async (target, environment, { timeout }) => {
  const reply = await ask(target, { path: "/api" }, timeout);
  if (reply.status >= 500) return failed(`/api answers ${reply.status}`);
  const answer = answerIn(reply);
  if (answer === undefined) return skipped(NOT_OURS);
  const seen = `region ${answer.region}, image ${answer.image ?? "unknown"}`;
  const expected = target.region === undefined ? [...servingRegions(environment).keys()] : [target.region];
  return expected.includes(answer.region as string)
    ? passed(seen)
    : failed(`${seen}; expected ${expected.join(" or ")}`);
};

const alternation: Check = async (target, environment, { requests, timeout }) => {
  const { balancer } = environment;
  if (target.region !== undefined) return skipped("one cluster");
  if (balancer.kind !== "traefik" || balancer.routing.kind !== "round-robin")
    return skipped("regions do not take turns here");
  const regions: string[] = [];
  for (let asked = 0; asked < requests; asked++)
    regions.push(answerIn(await ask(target, { path: "/api" }, timeout))?.region ?? "no answer");
  const expected = [...servingRegions(environment).keys()];
  const missing = expected.filter((name) => !regions.includes(name));
  const seen = regions.join(" ");
  return missing.length > 0 ? failed(`${seen}; no answer of ${missing.join(", ")}`) : passed(seen);
};

const country: Check = async (target, environment, { timeout }) => {
  const { balancer, regions } = environment;
  if (target.region !== undefined || balancer.kind !== "traefik" || balancer.routing.kind !== "geo")
    return skipped("countries decide nothing here");
  const answer = answerIn(await ask(target, { path: "/api" }, timeout));
  const from = answer?.headers?.[COUNTRY_HEADER]?.[0];
  if (answer === undefined || from === undefined) return failed(`no ${COUNTRY_HEADER} arrived at a region`);
  const listed = Object.entries(regions).find(([, { countries }]) => countries?.includes(from));
  const expected = listed?.[0] ?? balancer.routing.defaultRegion;
  const seen = `from ${from} to ${answer.region}`;
  if (answer.region !== expected) return failed(`${seen}; expected ${expected}`);
  const lies = [
    ...Object.values(regions).flatMap(({ countries }) => countries?.[0] ?? []),
    ...PSEUDO_COUNTRIES,
  ];
  for (const lie of lies) {
    const reply = await ask(target, { path: "/api", headers: { [COUNTRY_HEADER]: lie } }, timeout);
    const reached = answerIn(reply)?.region;
    if (reached !== undefined && reached !== expected)
      return failed(`a caller who says ${COUNTRY_HEADER}: ${lie} is believed, and reaches ${reached}`);
  }
  return passed(`${seen}, whatever a caller says`);
};

const closed: Check = async (target, environment, { timeout, plainPort }) => {
  const open: string[] = [];
  const metrics = await ask(target, { path: "/metrics" }, timeout);
  if (/^# (?:HELP|TYPE) /m.test(metrics.body)) open.push("/metrics");
  const health = await ask(target, { path: "/health", method: "POST", body: "200" }, timeout);
  if (health.status < 400) open.push("POST /health");
  const old = await ask(target, { path: "/", version: "TLSv1.1" }, timeout).catch(() => undefined);
  if (old !== undefined) open.push("TLS 1.1");
  const plain = await askPlainly(target, plainPort, timeout);
  const isPlainOnPurpose = environment.certificates.kind === "none";
  const leadsToTls = plain?.location?.startsWith("https://") === true;
  if (plain !== undefined && plain.status < 400 && !leadsToTls && !isPlainOnPurpose)
    open.push(`plain HTTP (${plain.status})`);
  return open.length > 0
    ? failed(`open: ${open.join(", ")}`)
    : passed("/metrics, POST /health, TLS 1.1, plain HTTP");
};

/** By the words of the table. */
const CHECKS: Readonly<Record<string, Check>> = {
  certificate,
  "region and image": region,
  "regions in turn": alternation,
  country,
  "what must be closed": closed,
};

/** Asks a target everything. Where the certificate is not to be trusted, nothing more is asked. */
export async function verify(
  target: Target,
  environment: Environment,
  settings: Settings,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let isTrusted = true;
  for (const [check, run] of Object.entries(CHECKS)) {
    const outcome = isTrusted
      ? await run(target, environment, settings).catch((error: Error) => failed(reasonOf(error)))
      : skipped("not asked");
    if (run === certificate && outcome.result === "failed") isTrusted = false;
    findings.push({ target: target.name, check, ...outcome });
  }
  return findings;
}

const LONGEST = 160;

/** An error of several addresses has no text of its own. */
const reasonOf = (error: Error & { readonly code?: string }): string =>
  (error.message === "" ? (error.code ?? "no connection") : error.message).slice(0, LONGEST);
