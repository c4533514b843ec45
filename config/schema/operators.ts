import { z } from "zod";
import { cidr, expected } from "./primitives";

/** CIDRs from which operators reach SSH and the Kubernetes API; the whole Internet is refused. */
export const operatorCidrs = z
  .array(
    cidr("an operator's network", "203.0.113.7/32").refine((value) => !value.endsWith("/0"), {
      error:
        'must not be open to the world; expected the networks that you work from, such as "203.0.113.7/32"',
    }),
    expected("a list of networks that operators work from", ["203.0.113.7/32"]),
  )
  .min(1, expected("at least one network that operators work from", ["203.0.113.7/32"]));
