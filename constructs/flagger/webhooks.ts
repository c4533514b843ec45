import { NAMESPACES } from "../../config/namespaces";
import type { CanaryService } from "./canary";
import type { Webhook } from "./objects";

/** Sends load, and keeps the gates that people open. */
export const LOAD_TESTER = `http://loadtester.${NAMESPACES.flagger}`;

/** How long one run of the load lasts, in intervals; a run that still goes is not started again. */
const RUN = 4;

/**
 * Load before the first user is sent to a version and during every check, the gate (if the service has one), and a way to
 * take any version back by hand.
 *
 * @param gateway - where the load goes: the same way as the users' requests, so that it is counted where they are
 */
export function webhooksOf({ canary }: CanaryService, gateway: string): readonly Webhook[] {
  const { load, intervalSeconds, gate } = canary;
  const command = `hey -z ${RUN * intervalSeconds}s -c ${load.connections} -q ${load.requestsPerSecond} ${gateway}`;
  const send = { url: `${LOAD_TESTER}/`, timeout: "5s", metadata: { type: "cmd", cmd: command } };
  const ask = (path: string) => ({ url: `${LOAD_TESTER}/${path}`, timeout: "5s" });
  return [
    ...(gate === "start" ? [{ name: "start", type: "confirm-rollout" as const, ...ask("gate/check") }] : []),
    { name: "first-load", type: "pre-rollout", ...send },
    { name: "load", type: "rollout", ...send },
    ...(gate === "promotion"
      ? [{ name: "promotion", type: "confirm-promotion" as const, ...ask("gate/check") }]
      : []),
    { name: "rollback", type: "rollback", ...ask("rollback/check") },
  ];
}
