/** What every request of the API shares. */
import type { Service } from "../server/service";
import type { Settings } from "./settings";

export interface Api extends Service {
  readonly settings: Settings;
  /** What `GET /health` answers with. */
  health: number;
}
