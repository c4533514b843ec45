import { z } from "zod";
import type { Rule } from "../../problem";
import type { Environment } from "../../schema/environment";
import { expected, record, text, url } from "../../schema/primitives";

/** Who is told when CloudWatch finds that a region, or a part of it, answers no more. */
export const alarms = record({
  /**
   * E-mail addresses. AWS asks each to confirm, once for the accelerator's topic and once for that of every region; until then it
   * is told nothing.
   */
  emails: z
    .array(
      text(
        "an e-mail address",
        "platform@example.com",
        /^[\w.+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
      ),
      expected("a list of e-mail addresses", ["platform@example.com"]),
    )
    .default([]),
  /** Addresses that SNS posts to. Each must confirm its subscription, as those of on-call services do by themselves. */
  urls: z
    .array(
      url("an address that SNS posts to", "https://events.example.com/sns", {
        secrets: "an address that is a secret is subscribed by hand, to the topics <environment>-alarms",
      }),
      expected("a list of addresses", ["https://events.example.com/sns"]),
    )
    .default([]),
});

const alarmsOf = ({ infrastructure }: Environment) =>
  infrastructure.kind === "aws" ? infrastructure.alarms : undefined;

/** Alarms without a recipient are worse than none: they look as if people were told. */
export const somebodyIsTold: Rule = (environment) => {
  const told = alarmsOf(environment);
  return told && told.emails.length + told.urls.length === 0
    ? [
        {
          path: ["infrastructure", "alarms"],
          message:
            'tells nobody; expected at least one of emails and urls, such as { "emails": ["platform@example.com"] }',
        },
      ]
    : [];
};

/** They watch the accelerator and the load balancers that Terraform makes behind it. */
export const alarmsHaveAnAccelerator: Rule = (environment) =>
  alarmsOf(environment) && environment.balancer.kind !== "global-accelerator"
    ? [
        {
          path: ["infrastructure", "alarms"],
          message:
            'watch an accelerator and its load balancers; expected balancer { "kind": "global-accelerator" }, or no alarms',
        },
      ]
    : [];
