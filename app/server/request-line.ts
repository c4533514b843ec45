/** The log's line of one request. */
import type { Peer } from "./client-address";
import type { Exchange } from "./exchange";
import { quote } from "./log";
import type { RouteMetrics } from "./metrics";

/** What clients choose is cut, so that no line grows beyond 8 KiB however its characters are escaped. */
const clip = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit)}...` : text;

const METHOD_LIMIT = 32;
const PATH_LIMIT = 768;
const AGENT_LIMIT = 256;

/** What seldom changes between the requests of a connection. */
interface Caller {
  readonly client: string;
  readonly agent: string | undefined;
  readonly protocol: string;
  readonly text: string;
}

const callers = new WeakMap<Peer, Caller>();

function callerText(exchange: Exchange): string {
  const { service, peer, protocol, userAgent: agent } = exchange;
  const client = service.addresses.client(peer, exchange);
  const known = callers.get(peer);
  if (known?.client === client && known.agent === agent && known.protocol === protocol) {
    return known.text;
  }
  const text =
    `,"client":"${client}"${client === peer.address ? "" : `,"peer":"${peer.address}"`},"protocol":"${protocol}"` +
    `${agent === undefined ? "" : `,"user_agent":${quote(clip(agent, AGENT_LIMIT))}`}`;
  callers.set(peer, { client, agent, protocol, text });
  return text;
}

/** What is the same for the requests of a route, mostly. */
interface Known {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
}

const known = new WeakMap<RouteMetrics, Known>();

function routeText({ method, path, bytes }: Exchange, route: RouteMetrics, status: number): string {
  const last = known.get(route);
  if (last?.path === path && last.method === method && last.status === status && last.bytes === bytes) {
    return last.text;
  }
  const text =
    `,"method":${quote(clip(method, METHOD_LIMIT))},"path":${quote(clip(path, PATH_LIMIT))},"route":"${route.path}",` +
    `"status":${status},"bytes":${bytes},"duration_us":`;
  known.set(route, { method, path, status, bytes, text });
  return text;
}

/** What follows the time and the message. Few pieces: each costs an allocation. */
export function requestLine(
  exchange: Exchange,
  route: RouteMetrics,
  status: number,
  milliseconds: number,
  aborted: boolean,
  trace: string | undefined,
): string {
  const end = `${trace === undefined ? "" : `,"trace_id":"${trace}"`}${aborted ? ',"aborted":true}\n' : "}\n"}`;
  return routeText(exchange, route, status) + Math.round(milliseconds * 1000) + callerText(exchange) + end;
}
