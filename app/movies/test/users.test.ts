import { parseUsers } from "../src/users";

const HASH = `scrypt$16384$8$5$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(32).toString("base64")}`;

it("reads a user from each line", () => {
  expect([...(parseUsers(`ada:${HASH}\n\ngrace.hopper:${HASH}\n`)?.keys() ?? [])]).toEqual([
    "ada",
    "grace.hopper",
  ]);
});

it.each([
  ["nobody", ""],
  ["a password instead of its hash", "ada:secret"],
  ["a user twice", `ada:${HASH}\nada:${HASH}`],
  ["no name", `:${HASH}`],
  ["a cost that is no power of two", `ada:${HASH.replace("16384", "16385")}`],
  ["a cost that takes all memory", `ada:${HASH.replace("16384", "1048576")}`],
  ["no rounds", `ada:${HASH.replace("$5$", "$0$")}`],
])("refuses %s", (_what, text) => {
  expect(parseUsers(text)).toBeUndefined();
});
