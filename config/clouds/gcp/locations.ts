/**
 * Google's regions by their zones' letters (https://cloud.google.com/compute/docs/regions-zones). Clusters, databases and
 * registries are in all of them.
 */
const GCP_ZONES = {
  "africa-south1": "abc",
  "asia-east1": "abc",
  "asia-east2": "abc",
  "asia-northeast1": "abc",
  "asia-northeast2": "abc",
  "asia-northeast3": "abc",
  "asia-south1": "abc",
  "asia-south2": "abc",
  "asia-southeast1": "abc",
  "asia-southeast2": "abc",
  "australia-southeast1": "abc",
  "australia-southeast2": "abc",
  "europe-central2": "abc",
  "europe-north1": "abc",
  "europe-north2": "abc",
  "europe-southwest1": "abc",
  "europe-west1": "bcd",
  "europe-west10": "abc",
  "europe-west12": "abc",
  "europe-west2": "abc",
  "europe-west3": "abc",
  "europe-west4": "abc",
  "europe-west6": "abc",
  "europe-west8": "abc",
  "europe-west9": "abc",
  "me-central1": "abc",
  "me-central2": "abc",
  "me-west1": "abc",
  "northamerica-northeast1": "abc",
  "northamerica-northeast2": "abc",
  "northamerica-south1": "abc",
  "southamerica-east1": "abc",
  "southamerica-west1": "abc",
  "us-central1": "abcf",
  "us-east1": "bcd",
  "us-east4": "abc",
  "us-east5": "abc",
  "us-south1": "abc",
  "us-west1": "abc",
  "us-west2": "abc",
  "us-west3": "abc",
  "us-west4": "abc",
} as const satisfies Readonly<Record<string, string>>;

export type GcpLocation = keyof typeof GCP_ZONES;

export const GCP_LOCATIONS = Object.keys(GCP_ZONES) as [GcpLocation, ...GcpLocation[]];

/** What a message says of a location that Google does not have. */
export const KNOWN_LOCATION = `expected a region of Google's, such as "us-central1"; they are ${GCP_LOCATIONS.join(", ")}`;

/** The zones of a region by their whole names; none of one that is not in the table. */
export const zonesIn = (location: string): readonly string[] =>
  [...((GCP_ZONES as Readonly<Record<string, string>>)[location] ?? "")].map((zone) => `${location}-${zone}`);
