/**
 * `layers.js LAYER PORT CERT KEY`: the bare HTTP layers that Node offers, answering 1 and doing nothing else. They tell
 * what the layer costs and what the API adds to it.
 */
const fs = require("node:fs");
const http2 = require("node:http2");
const https = require("node:https");
const tls = require("node:tls");

const [layer, port, cert, key] = process.argv.slice(2);
const pair = { cert: fs.readFileSync(cert), key: fs.readFileSync(key) };
const answer = (_request, response) => {
  response.writeHead(200, ["Content-Type", "text/plain", "Content-Length", "1"]);
  response.end("1");
};

const LAYERS = {
  /** What the API is built on. */
  https: () => https.createServer({ ...pair, keepAliveTimeout: 120_000 }, answer),
  /** What the API's HTTP/2 is built on: streams, without the objects that imitate HTTP/1. */
  http2: () =>
    http2.createSecureServer(pair).on("stream", (stream) => {
      stream.on("error", () => {});
      stream.respond({ ":status": 200, "content-type": "text/plain", "content-length": "1" });
      stream.end("1");
    }),
  /** No HTTP at all: the floor that TLS and system calls set. */
  "tls-only": () =>
    tls.createServer(pair, (socket) => {
      socket.on("error", () => {});
      socket.on("data", () =>
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n1"),
      );
    }),
};

LAYERS[layer]().listen(Number(port), "127.0.0.1");
