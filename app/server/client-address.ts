/** Who is calling: the connection's peer, or the client that a trusted proxy names. */
import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP, type Socket } from "node:net";
import type { Cidr } from "./values";

export interface Peer {
  /** The connection's other end; IPv4 addresses in IPv4 notation. */
  readonly address: string;
  readonly port: number;
  readonly trusted: boolean;
}

const IPV4_IN_IPV6 = "::ffff:";

const plain = (address: string): string =>
  address.startsWith(IPV4_IN_IPV6) && address.includes(".") ? address.slice(IPV4_IN_IPV6.length) : address;

/** `address:port`, with brackets around IPv6. */
export const hostPort = ({ address, port }: Peer): string =>
  address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;

export class ClientAddresses {
  private readonly trusted = new BlockList();
  private readonly trustsAnyone: boolean;
  private readonly peers = new WeakMap<object, Peer>();

  constructor(
    proxies: readonly Cidr[],
    private readonly header: string,
  ) {
    this.trustsAnyone = proxies.length > 0;
    for (const { address, prefix, family } of proxies) {
      this.trusted.addSubnet(address, prefix, family);
    }
  }

  /** The peer of a connection, worked out once; `connection` is what lives as long as it: a socket or a session. */
  peer(connection: object, socket: Socket | undefined): Peer {
    let peer = this.peers.get(connection);
    if (peer === undefined) {
      const address = plain(socket?.remoteAddress ?? "");
      peer = { address, port: socket?.remotePort ?? 0, trusted: this.trusts(address) };
      this.peers.set(connection, peer);
    }
    return peer;
  }

  /**
   * The client's address. Only a trusted peer is believed; of a list (`X-Forwarded-For`) the last address that is
   * not itself a trusted proxy counts, because everything before it may have been made up by the client.
   */
  client(peer: Peer, request: { readonly headers: IncomingHttpHeaders }): string {
    const value = peer.trusted ? request.headers[this.header] : undefined;
    if (value === undefined) {
      return peer.address;
    }
    const hops = String(value)
      .split(",")
      .map((hop) => plain(hop.trim()))
      .reverse();
    let client = peer.address;
    for (const hop of hops) {
      if (isIP(hop) === 0) {
        break;
      }
      client = hop;
      if (!this.trusts(hop)) {
        break;
      }
    }
    return client;
  }

  private trusts(address: string): boolean {
    const version = isIP(address);
    return this.trustsAnyone && version !== 0 && this.trusted.check(address, version === 4 ? "ipv4" : "ipv6");
  }
}
