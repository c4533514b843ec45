import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { type Behaviour, Refusal } from "../emulator/behaviour";
import { isValues, type Value, type Values } from "../emulator/values";
import {
  certificate,
  certificateRequest,
  encodedAlternatives,
  encodedName,
  type Issue,
  keyId,
  publicKeyOf,
  readAuthority,
  readRequest,
  type Subject,
} from "./certificate";
import { bytesOf, pemOf } from "./der";
import { algorithmName, forms, newKey, publicForms, readKey, secretPart } from "./key";

const HOUR = 3_600_000;

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const amount = (value: Value | undefined, otherwise = 0): number =>
  typeof value === "number" || typeof value === "bigint" ? Number(value) : otherwise;
const list = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(text) : []);

/** Undefined for what stands in for a key that only a user has: then everything is invented. */
function privateKey(pem: Value | undefined): KeyObject | undefined {
  const key = readKey(text(pem));
  if (!key && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text(pem))) return undefined;
  if (!key)
    throw new Refusal(
      "Failed to parse private key PEM",
      "failed to decode PEM block: decoded bytes 0, undecoded 0",
    );
  return key;
}

function subjectOf(values: Values): Subject {
  const block = Array.isArray(values["subject"]) ? values["subject"][0] : values["subject"];
  const name = isValues(block) ? block : {};
  const entries = Object.entries(name).flatMap(([key, value]): [string, string | string[]][] => {
    if (typeof value === "string") return [[key, value]];
    return Array.isArray(value) ? [[key, list(value)]] : [];
  });
  return {
    name: Object.fromEntries(entries),
    dnsNames: list(values["dns_names"]),
    ipAddresses: list(values["ip_addresses"]),
    uris: list(values["uris"]),
  };
}

/** From now, to the second, as Go's clock is written. */
function validity(values: Values) {
  const start = new Date(Math.floor(Date.now() / 1000) * 1000);
  const end = new Date(start.getTime() + amount(values["validity_period_hours"]) * HOUR);
  return { notBefore: start, notAfter: end };
}

function issued(issue: Issue): Values {
  const { bytes, serial } = certificate(issue);
  const written = (date: Date) => date.toISOString().replace(/\.\d+Z$/, "Z");
  return {
    cert_pem: pemOf("CERTIFICATE", bytes),
    validity_start_time: written(issue.notBefore),
    validity_end_time: written(issue.notAfter),
    ready_for_renewal: false,
    id: BigInt(`0x${serial.toString("hex")}`).toString(),
  };
}

/** A certificate is made anew once its early renewal begins. */
function outdated(state: Values): string | undefined {
  const end = Date.parse(text(state["validity_end_time"]));
  const renewal = end - amount(state["early_renewal_hours"]) * HOUR;
  return Number.isFinite(end) && Date.now() >= renewal ? "ready_for_renewal" : undefined;
}

function isParsable(bytes: Buffer): boolean {
  try {
    return new X509Certificate(bytes).serialNumber !== "";
  } catch {
    return false;
  }
}

function isReadable(request: Buffer): boolean {
  try {
    return readRequest(request).publicKey.length > 0;
  } catch {
    return false;
  }
}

const DEFAULTS = {
  early_renewal_hours: 0,
  is_ca_certificate: false,
  ready_for_renewal: false,
  set_authority_key_id: false,
  set_subject_key_id: false,
};

/** https://registry.terraform.io/providers/hashicorp/tls/4.1.0/docs */
export const TLS_BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  tls_private_key: {
    defaults: { ecdsa_curve: "P224", rsa_bits: 2048 },
    secretPart,
    make: (values) =>
      forms(newKey(text(values["algorithm"]), text(values["ecdsa_curve"]), amount(values["rsa_bits"], 2048))),
  },
  tls_cert_request: {
    make: (values) => {
      const key = privateKey(values["private_key_pem"]);
      if (!key) return {};
      return {
        cert_request_pem: pemOf("CERTIFICATE REQUEST", certificateRequest(subjectOf(values), key)),
        key_algorithm: algorithmName(key),
      };
    },
  },
  tls_self_signed_cert: {
    defaults: DEFAULTS,
    outdated,
    make: (values) => {
      const key = privateKey(values["private_key_pem"]);
      if (!key) return {};
      const subject = subjectOf(values);
      const isAuthority = values["is_ca_certificate"] === true;
      const publicKey = publicKeyOf(key);
      if (isAuthority && Object.keys(subject.name).length === 0) {
        throw new Refusal(
          "Invalid Configuration for CA Certificate",
          "Must contain at least one Distinguished Name when creating Certificate Authority (CA)",
        );
      }
      const issue: Issue = {
        subject: encodedName(subject.name),
        issuer: encodedName(subject.name),
        publicKey,
        issuerKey: key,
        alternatives: encodedAlternatives(subject),
        authority: values["set_authority_key_id"] === true ? keyId(publicKey) : undefined,
        uses: list(values["allowed_uses"]),
        isAuthority,
        hasKeyId: isAuthority || values["set_subject_key_id"] === true,
        ...validity(values),
      };
      return { ...issued(issue), key_algorithm: algorithmName(key) };
    },
  },
  tls_locally_signed_cert: {
    defaults: DEFAULTS,
    outdated,
    make: (values) => {
      const issuerKey = privateKey(values["ca_private_key_pem"]);
      if (!issuerKey) return {};
      const request = bytesOf("CERTIFICATE REQUEST", text(values["cert_request_pem"]));
      const authority = bytesOf("CERTIFICATE", text(values["ca_cert_pem"]));
      if (!request)
        throw new Refusal(
          "Failed to decode certificate request PEM",
          "failed to decode PEM block: decoded bytes 0, undecoded 0",
        );
      if (!authority)
        throw new Refusal(
          "Failed to decode CA certificate PEM",
          "failed to decode PEM block: decoded bytes 0, undecoded 0",
        );
      if (!isParsable(authority) || !isReadable(request)) return {}; // stand-ins
      const { subject, keyId: authorityId } = readAuthority(authority);
      if (
        !publicKeyOf(issuerKey).equals(
          new X509Certificate(authority).publicKey.export({ type: "spki", format: "der" }),
        )
      ) {
        throw new Refusal(
          "Failed to create certificate",
          "x509: provided PrivateKey doesn't match parent's PublicKey",
        );
      }
      const issue: Issue = {
        ...readRequest(request),
        issuer: subject,
        issuerKey,
        authority: authorityId,
        uses: list(values["allowed_uses"]),
        isAuthority: values["is_ca_certificate"] === true,
        hasKeyId: values["is_ca_certificate"] === true || values["set_subject_key_id"] === true,
        ...validity(values),
      };
      return { ...issued(issue), ca_key_algorithm: algorithmName(issuerKey) };
    },
  },
  "data.tls_public_key": {
    make: (values) => {
      const key = createPrivateKey(text(values["private_key_pem"]) || text(values["private_key_openssh"]));
      return {
        ...publicForms(key),
        algorithm: algorithmName(key),
        id: keyId(publicKeyOf(key)).toString("hex"),
      };
    },
  },
};
