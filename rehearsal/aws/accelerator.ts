import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at, text, texts } from "../world/object";

const PRESERVATION =
  "https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html";

/** Pairs of settings that Global Accelerator does not take together, of an endpoint and the balancer behind it. */
export function acceleratorFindings(estate: Estate): Judged[] {
  return estate.ofType("aws_globalaccelerator_endpoint_group").flatMap((group) =>
    at(group.values, "endpoint_configuration").flatMap((endpoint) => {
      const [balancer] = estate.withId(text(endpoint, "endpoint_id"));
      if (!balancer) return [];
      const [preserves] = at(endpoint, "client_ip_preservation_enabled");
      const { internal } = balancer.values;
      const isNetwork = text(balancer.values, "load_balancer_type") === "network";
      const endsTls = estate
        .ofType("aws_lb_listener")
        .filter(({ values }) => text(values, "load_balancer_arn") === text(balancer.values, "arn"))
        .some(({ values }) => text(values, "protocol") === "TLS");
      const say = (says: string): Judged => found(group, `endpoint_configuration: ${says}`, PRESERVATION);
      return [
        ...(internal === true && preserves === false
          ? [
              say(
                `${balancer.address} is internal, and Global Accelerator takes internal load balancers only with client_ip_preservation_enabled`,
              ),
            ]
          : []),
        ...(preserves === true && isNetwork && endsTls
          ? [
              say(
                `${balancer.address} has a TLS listener, through which no address is preserved; an application load balancer can end TLS, or what is behind`,
              ),
            ]
          : []),
        ...(preserves === true && isNetwork && texts(balancer.values, "security_groups").length === 0
          ? [say(`${balancer.address} has no security groups, without which no address is preserved`)]
          : []),
      ];
    }),
  );
}
