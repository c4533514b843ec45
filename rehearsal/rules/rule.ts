import type { Format } from "./formats";

/** A value that a cloud checks and a schema does not. */
export interface Rule {
  /** Only where these arguments have these values. */
  readonly when?: Readonly<Record<string, RegExp>>;
  /** Types that it holds for; `data.<type>` and `provider.<name>` are written so. */
  readonly types: RegExp;
  /** Path of the argument; lists on the way are entered. */
  readonly attribute: string;
  readonly expect:
    | Format
    | RegExp
    | { readonly oneOf: readonly string[] }
    | { readonly from: number; readonly to: number };
  /**
   * The list grows faster than a table can follow: a value that is not in it is an error where it looks like a typing
   * mistake of one that is, and otherwise a warning, or nothing where people have names of their own (`quiet`).
   *
   * @default - the list is complete
   */
  readonly open?: boolean | "quiet";
  /** Spellings that the cloud takes for one. @default - none but the one in the list */
  readonly normal?: (value: string) => string;
  /** What a good value is, with an example. @default - said by the format, or the list of good values */
  readonly says?: string;
  readonly source: string;
  /** The value is never printed. */
  readonly secret?: boolean;
}

/** An argument that a cloud demands though the schema calls it optional. */
export interface Demand {
  readonly types: RegExp;
  /** Only where these arguments have these values; an absent argument counts as the empty text. */
  readonly when?: Readonly<Record<string, RegExp>>;
  /** One of them must be there. */
  readonly needs: readonly string[];
  readonly says: string;
  readonly source: string;
}

/** Arguments that together open ports to some callers. Those of a group are judged together, once all is up. */
export interface Exposure {
  readonly types: RegExp;
  /** The arguments that name what is opened: rules of one firewall add up. @default - the resource stands for itself */
  readonly of?: readonly string[];
  /** The block that holds the arguments. @default - the resource itself */
  readonly within?: string;
  readonly when: Readonly<Record<string, RegExp>>;
  /** Ports or ranges such as `8000-9000`. */
  readonly ports: readonly string[];
  /** Who may connect. */
  readonly from: readonly string[];
  /** Who may connect where the arguments name no caller. @default - no caller */
  readonly otherwise?: string;
  /** A range that is given as two arguments, or what is opened with all arguments. */
  readonly guarded:
    | { readonly low: string; readonly high: string }
    | { readonly always: string }
    | Record<never, never>;
  readonly source: string;
}

/** A certificate and its key, in arguments of one resource. */
export interface Pair {
  readonly types: RegExp;
  readonly certificate: string;
  readonly key: string;
  /** It is shown by a client. @default - by a client or a server */
  readonly isClient?: true;
  readonly source: string;
}

export interface RuleTable {
  readonly rules: readonly Rule[];
  readonly pairs?: readonly Pair[];
  readonly demands?: readonly Demand[];
  readonly exposures?: readonly Exposure[];
}
