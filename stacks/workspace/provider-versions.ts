/** A provider that runs at another version than the one its bindings were generated from. */
interface ProviderVersion {
  readonly version: string;
  /** What goes wrong with the bindings' own version. */
  readonly reason: string;
}

/**
 * The providers whose bindings are too old to run; every other provider runs at the version of its bindings. Versions are
 * exact, so that the checksums in `config/locks` are of what runs. The typed arguments stay those of the bindings. No new major versions: they remove arguments that the bindings write.
 */
export const PROVIDER_VERSIONS: Readonly<Record<string, ProviderVersion>> = {
  azurerm: {
    version: "4.75.0",
    reason:
      "up to 4.74 a virtual machine extension that fails is not recorded in the state, and the next apply refuses to create it again until it is imported",
  },
  cloudflare: {
    version: "5.22.0",
    reason:
      "the settings of authenticated origin pulls have no id before 5.17 and crash the provider before 5.20; an uploaded certificate is replaced at every apply before 5.17",
  },
};
