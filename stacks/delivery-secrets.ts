import type { Construct } from "constructs";
import type { Gitops } from "../config/schema/environment";
import { secretVariable } from "../constructs/secret-variable";

/** What a delivery by a repository is given that is secret. */
export const deliverySecrets = (scope: Construct, { repository, alerts }: Gitops) => ({
  /** Reads a private repository. */
  deployKey: (): string | undefined =>
    repository.access === "public"
      ? undefined
      : secretVariable(
          scope,
          "git_deploy_key",
          "Private half of a deploy key that may read the repository, PEM as ssh-keygen writes it",
        ),

  /** Opens the door to a chat. */
  alertUrl: (): string | undefined =>
    alerts.kind === "none"
      ? undefined
      : secretVariable(
          scope,
          "delivery_alert_url",
          `URL of the ${alerts.kind} webhook that hears of failed deliveries`,
        ),
});
