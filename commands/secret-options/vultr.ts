/** Storage that an environment on Vultr makes for its state. */
export const vultrStorage = (): object => ({
  state: {
    kind: "vultr-object-storage",
    bucket: "meridian-state",
    hostname: "ewr1.vultrobjects.com",
    tier: "tier_010k_5000m",
  },
});
