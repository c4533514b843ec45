import { z } from "zod";
import { K3S_VERSION, k3sMinor, UNKNOWN_MINOR } from "../../k3s";
import { operatorCidrs } from "../../schema/operators";
import { expected, flag, name, record, sshKey, text, url } from "../../schema/primitives";
import { backups } from "./backups";
import { flowLogs } from "./logs";

const sha256 = (what: string) =>
  text(`${what}: a SHA-256 of 64 hexadecimal digits in lower case`, "0".repeat(64), /^[0-9a-f]{64}$/);

/** Which release of K3s the nodes get, and from where. */
const k3s = record({
  /** Of a minor that the platform knows. @default "v1.36.4+k3s1" */
  version: text("a release of K3s", K3S_VERSION, /^v1\.\d+\.\d+\+k3s\d+$/)
    // Any other text is refused above already.
    .refine((value) => k3sMinor(value) !== undefined || !value.startsWith("v1."), { error: UNKNOWN_MINOR })
    .default(K3S_VERSION),
  /**
   * SHA-256 of the release's file `k3s`, as its publisher or your own audit states it.
   *
   * @default - the release's own checksum file decides, which proves an intact download and not its origin
   */
  sha256: sha256("the checksum of the release's file k3s").optional(),
  /** A mirror with the releases' folders. @default - https://github.com/k3s-io/k3s/releases/download */
  releases: url("a mirror of K3s' releases", "https://mirror.example.com/k3s", {
    secrets: "nodes read it without any",
  })
    .refine(
      (value) => !value.endsWith("/"),
      expected("a mirror of K3s' releases without a slash at its end", "https://mirror.example.com/k3s"),
    )
    .optional(),
});

/** Names that Azure refuses for administrators (https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile). */
const RESERVED_USERS =
  "administrator admin user user1 test user2 test1 user3 admin1 a actuser adm admin2 aspnet backup console david guest " +
  "john owner root server sql support sys test2 test3 user4 user5";

/** The subscription that everything goes into, and who administers its machines. */
export const account = record({
  kind: z.literal("azure"),
  /** The subscription that pays; its id is no secret. */
  subscriptionId: text(
    "an Azure subscription id",
    "00000000-0000-0000-0000-000000000000",
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  ),
  /** Administrator of the virtual machines; signs in with the key below, there is no password. */
  adminUsername: name("the administrator's user name", "meridian", 20)
    .refine((value) => !RESERVED_USERS.split(" ").includes(value), {
      error: 'is a user name that Azure reserves; expected one of your own, such as "meridian"',
    })
    .default("meridian"),
  /**
   * Azure takes RSA of 2048 bits or more, and Ed25519. Read when a machine is made; `az vm user update` changes the keys
   * of one that runs.
   */
  sshPublicKey: sshKey("an SSH public key", "ssh-ed25519 AAAA... you@example.com"),
  /** Also admits to the state's storage, where it is in Azure. */
  operatorCidrs,
  /**
   * Whether the machines' temporary disks and caches are encrypted too. Managed disks always are. A subscription must
   * have been allowed this once (`az feature register --namespace Microsoft.Compute --name EncryptionAtHost`), or no
   * machine is made: therefore not the default.
   *
   * @default false
   */
  encryptionAtHost: flag().default(false),
  /** Keeps who connected to what, in every network. @default - no logs */
  flowLogs: flowLogs.optional(),
  /** Keeps copies of the state of every K3s server. @default - no copies */
  backups: backups.optional(),
  /** What K3s is installed from, on every node. */
  k3s: k3s.prefault({}),
});
