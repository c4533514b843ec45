import type { Socket } from "node:net";
import { ClientAddresses, hostPort } from "../server/client-address";
import { cidrs } from "../server/values";

const addresses = (proxies: string, header = "x-forwarded-for") =>
  new ClientAddresses(cidrs.parse(proxies) ?? [], header);

const socket = (remoteAddress: string) => ({ remoteAddress, remotePort: 4711 }) as Socket;

const client = (proxies: string, peer: string, forwarded: string) => {
  const known = addresses(proxies);
  return known.client(known.peer({}, socket(peer)), { headers: { "x-forwarded-for": forwarded } });
};

it("is the peer where nobody is trusted", () => {
  expect(client("", "203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
});

it("is the peer where the peer is not among the trusted", () => {
  expect(client("10.0.0.0/8", "203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
});

it("is what a trusted peer says", () => {
  expect(client("10.0.0.0/8", "10.1.2.3", "198.51.100.1")).toBe("198.51.100.1");
});

it("ignores what the client itself put before the first proxy's entry", () => {
  expect(client("10.0.0.0/8", "10.1.2.3", "1.1.1.1, 198.51.100.1, 10.9.9.9")).toBe("198.51.100.1");
});

it("stops at what is no address", () => {
  expect(client("10.0.0.0/8", "10.1.2.3", "198.51.100.1, unknown, 10.9.9.9")).toBe("10.9.9.9");
  expect(client("10.0.0.0/8", "10.1.2.3", "\u0007")).toBe("10.1.2.3");
});

it("trusts IPv4 peers that arrive on an IPv6 socket, and IPv6 networks", () => {
  expect(client("10.0.0.0/8", "::ffff:10.1.2.3", "198.51.100.1")).toBe("198.51.100.1");
  expect(client("fd00::/8", "fd00::7", "2001:db8::1")).toBe("2001:db8::1");
});

it("reads the header that is configured", () => {
  const known = addresses("10.0.0.0/8", "cf-connecting-ip");
  const peer = known.peer({}, socket("10.1.2.3"));
  expect(
    known.client(peer, { headers: { "cf-connecting-ip": "198.51.100.9", "x-forwarded-for": "1.1.1.1" } }),
  ).toBe("198.51.100.9");
});

it("is written with its port, IPv6 in brackets", () => {
  const known = addresses("");
  expect(hostPort(known.peer({}, socket("::ffff:127.0.0.1")))).toBe("127.0.0.1:4711");
  expect(hostPort(known.peer({}, socket("2001:db8::1")))).toBe("[2001:db8::1]:4711");
});
