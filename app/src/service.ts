/** What every request shares. */

import type { CertificateStore } from "./certificate";
import type { ClientAddresses } from "./client-address";
import type { Faults } from "./faults";
import type { Log } from "./log";
import type { Build, Metrics } from "./metrics";
import type { Settings } from "./settings";

export interface Service {
  readonly settings: Settings;
  readonly build: Build;
  readonly log: Log;
  readonly faults: Faults;
  readonly metrics: Metrics;
  readonly addresses: ClientAddresses;
  /** Absent where plain HTTP was chosen. */
  readonly certificates: CertificateStore | undefined;
  /** What `GET /health` answers with. */
  health: number;
  /** Set by the first SIGTERM: readiness fails, and answers ask HTTP/1.1 clients to go elsewhere. */
  draining: boolean;
}
