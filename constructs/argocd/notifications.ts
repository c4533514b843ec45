import type { Gitops } from "../../config/schema/environment";
import { resources } from "../kubernetes/resources";

type Alerts = Gitops["alerts"];

/** The Secret that the controller reads, and the key with the chat's URL. */
export const NOTIFICATIONS_SECRET = "argocd-notifications-secret";
export const ALERT_URL = "alert-url";

/** What chats call the text of a message. */
const TEXT: Readonly<Record<Exclude<Alerts["kind"], "none">, string>> = {
  slack: "text",
  discord: "content",
  msteams: "text",
  rocket: "text",
};

/**
 * Values of the chart's notifications: a chat is told of what could not be delivered, and of what is not well afterwards
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/services/webhook/).
 */
export function notificationValues(alerts: Alerts): object {
  if (alerts.kind === "none") return { enabled: false };
  const message = `{
  "${TEXT[alerts.kind]}": {{ printf "%s: %s, %s" .app.metadata.name .app.status.health.status (default "" .app.status.operationState.message) | toJson }}${
    alerts.channel === undefined ? "" : `,\n  "channel": ${JSON.stringify(alerts.channel)}`
  }
}`;
  return {
    enabled: true,
    resources: resources("20m", "64Mi", "128Mi"),
    secret: { create: false, name: NOTIFICATIONS_SECRET },
    notifiers: {
      "service.webhook.chat": `url: $${ALERT_URL}\nheaders:\n  - name: Content-Type\n    value: application/json\n`,
    },
    templates: {
      "template.failure": `webhook:\n  chat:\n    method: POST\n    body: |\n${message.replace(/^/gm, "      ")}\n`,
    },
    triggers: {
      "trigger.failure": `- when: app.status?.operationState.phase in ['Error', 'Failed'] or app.status.health.status == 'Degraded'\n  send: [failure]\n`,
    },
    subscriptions: [{ recipients: ["chat"], triggers: ["failure"] }],
  };
}
