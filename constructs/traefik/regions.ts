/** A cluster that serves users. */
export interface Backend {
  /** Unique among all backends. */
  readonly name: string;

  /** IPv4 address on which it answers HTTPS at port 443. */
  readonly address: string;

  /** The name that it answers to and that its certificate proves. */
  readonly hostName: string;
}

/** A region, with the clusters that serve its users in turn. */
export interface BackendRegion {
  readonly name: string;

  /** Whose users it serves, as codes of ISO 3166-1; no code in two regions. */
  readonly countries: readonly string[];

  /** At least one. */
  readonly clusters: readonly Backend[];
}

/** How a request finds its region. */
export type Routing =
  | { readonly kind: "round-robin" }
  | {
      readonly kind: "geo";

      /** The region of every country that no region lists, and of requests without a usable country. */
      readonly defaultRegion: string;

      /** Whether the other regions, in their order, serve the users of one that is down. Otherwise the answer is 503. */
      readonly failover: boolean;
    };
