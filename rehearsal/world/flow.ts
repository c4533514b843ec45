import type { WorldObject } from "./object";

/** A connection that something will make once it runs. */
export interface Flow {
  /** Who needs it. */
  readonly of: WorldObject;
  /** Such as `users, through Cloudflare`. */
  readonly who: string;
  /** Addresses or networks that it comes from; empty where it is enough that some caller is admitted. */
  readonly from: readonly string[];
  /** The address that it goes to. */
  readonly to: string;
  readonly port: number;
  readonly source: string;
}

/** Why a connection does not get through. */
export interface Denial {
  /** The rule that decides, or the absence of one. */
  readonly says: string;
  readonly source: string;
}
