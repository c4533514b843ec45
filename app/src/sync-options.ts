/** What a deployment of `sync-certificates` may vary. */
import * as value from "./values";

export const SYNC_OPTIONS = {
  from: {
    env: ["API_SYNC_FROM"],
    value: "DIR",
    default: "/secret",
    description: "folder with tls.crt and tls.key, such as a mounted Secret",
    schema: value.file,
  },
  to: {
    env: ["API_SYNC_TO"],
    value: "DIR",
    default: "/cert",
    description: "folder that gets versions/<digest>/ and the symlink current",
    schema: value.file,
  },
  watch: {
    env: ["API_SYNC_WATCH"],
    value: "true|false",
    default: "false",
    description: "keep running, and copy again whenever the source changes",
    schema: value.toggle,
  },
  interval: {
    env: ["API_SYNC_INTERVAL"],
    value: "DURATION",
    default: "5s",
    description: "how often the source is looked at",
    schema: value.duration(50, 3_600_000),
  },
} as const;
