import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { type Behaviour, Refusal } from "../emulator/behaviour";
import type { Value, Values } from "../emulator/values";

const number = (value: Value | undefined, otherwise = 0): number =>
  typeof value === "number" || typeof value === "bigint" ? Number(value) : otherwise;
const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

const SETS = {
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  lower: "abcdefghijklmnopqrstuvwxyz",
  numeric: "0123456789",
  special: "!@#$%&*()-_=+[]{}<>:?",
} as const;

type Kind = keyof typeof SETS;

/** Characters of each kind at least as many as are asked for, and the rest of any kind. */
function characters(values: Values): string {
  const length = number(values["length"]);
  const kinds = (Object.keys(SETS) as Kind[]).map((kind) => ({
    isOn: values[kind] !== false,
    least: number(values[`min_${kind}`]),
    set:
      kind === "special" && text(values["override_special"]) !== ""
        ? text(values["override_special"])
        : SETS[kind],
  }));
  const least = kinds.reduce((sum, kind) => sum + kind.least, 0);
  if (length < least) {
    const detail = `The length must be at least the sum of min_upper + min_lower + min_numeric + min_special (${least}), got: ${length}`;
    throw new Refusal("Invalid Attribute Value", detail);
  }
  const all = kinds
    .filter(({ isOn }) => isOn)
    .map(({ set }) => set)
    .join("");
  if (all === "") throw new Refusal("Create Random String Error", "the character set is empty");
  const one = (set: string) => set[randomInt(set.length)] as string;
  const demanded = kinds.flatMap(({ set, least: count }) => Array.from({ length: count }, () => one(set)));
  const rest = Array.from({ length: length - demanded.length }, () => one(all));
  return shuffled([...demanded, ...rest]).join("");
}

function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

const STRING: Values = {
  lower: true,
  min_lower: 0,
  min_numeric: 0,
  min_special: 0,
  min_upper: 0,
  number: true,
  numeric: true,
  special: true,
  upper: true,
};

function identifier(values: Values): Values {
  const bytes = randomBytes(number(values["byte_length"], 8));
  const prefix = text(values["prefix"]);
  return {
    id: bytes.toString("base64url"),
    b64_url: prefix + bytes.toString("base64url"),
    b64_std: prefix + bytes.toString("base64"),
    hex: prefix + bytes.toString("hex"),
    dec: prefix + BigInt(`0x${bytes.toString("hex") || "0"}`).toString(),
  };
}

function integer(values: Values): Values {
  const [least, most] = [number(values["min"]), number(values["max"])];
  if (most < least) {
    throw new Refusal(
      "Create Random Integer Error",
      "The minimum (min) value needs to be smaller than or equal to maximum (max) value.",
    );
  }
  const result = least + randomInt(most - least + 1);
  return { result, id: String(result) };
}

const WORDS = [
  "able",
  "bold",
  "calm",
  "deft",
  "eager",
  "fair",
  "glad",
  "heron",
  "ibis",
  "jay",
  "kite",
  "lark",
  "mole",
  "newt",
  "otter",
  "puma",
];

/** https://registry.terraform.io/providers/hashicorp/random/3.7.2/docs */
export const RANDOM_BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  random_password: {
    defaults: STRING,
    make: (values) => ({
      result: characters(values),
      bcrypt_hash: `$2a$10$${characters({ length: 53, special: false })}`,
      id: "none",
    }),
  },
  random_string: {
    defaults: STRING,
    make: (values) => {
      const result = characters(values);
      return { result, id: result };
    },
  },
  random_id: { make: identifier },
  random_integer: { make: integer },
  random_uuid: {
    make: () => {
      const result = randomUUID();
      return { result, id: result };
    },
  },
  random_bytes: {
    make: (values) => {
      const bytes = randomBytes(number(values["length"]));
      return { base64: bytes.toString("base64"), hex: bytes.toString("hex") };
    },
  },
  random_pet: {
    defaults: { length: 2, separator: "-" },
    make: (values) => {
      const words = Array.from(
        { length: number(values["length"], 2) },
        () => WORDS[randomInt(WORDS.length)] as string,
      );
      const prefix = text(values["prefix"]);
      return { id: [...(prefix ? [prefix] : []), ...words].join(text(values["separator"]) || "-") };
    },
  },
  random_shuffle: {
    make: (values) => {
      const input = Array.isArray(values["input"]) ? values["input"] : [];
      const count = number(values["result_count"], input.length);
      const result = Array.from({ length: Math.ceil(count / Math.max(1, input.length)) }, () =>
        shuffled(input),
      ).flat();
      return { result: result.slice(0, count), id: "-" };
    },
  },
};
