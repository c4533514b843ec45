import { type Queue, queueConfig } from "./queue";

/** A Prometheus elsewhere that gets every sample. There is none without authentication. */
export interface RemoteWrite {
  /** HTTPS. */
  readonly url: string;
  readonly authentication:
    | { readonly kind: "basic"; readonly username: string }
    | { readonly kind: "bearer" };
  readonly queue: Queue;
}

/** The Secret with the keys `username`, where there is one, and `token`. */
export const REMOTE_WRITE_SECRET = "remote-write";

/** The Secret's content. */
export const remoteWriteSecret = (
  { authentication }: RemoteWrite,
  token: string,
): Record<string, string> => ({
  ...(authentication.kind === "basic" ? { username: authentication.username } : {}),
  token,
});

const key = (name: string) => ({ name: REMOTE_WRITE_SECRET, key: name });

/** As a value of kube-prometheus-stack, `prometheus.prometheusSpec.remoteWrite`. */
export const remoteWriteValues = ({ url, authentication, queue }: RemoteWrite) => ({
  url,
  ...(authentication.kind === "basic"
    ? { basicAuth: { username: key("username"), password: key("token") } }
    : { authorization: { type: "Bearer", credentials: key("token") } }),
  queueConfig: queueConfig(queue),
});
