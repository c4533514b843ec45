/** `node connections.js PORT COUNT`: one TLS connection after another, each with one request. */
const tls = require("node:tls");

const [port, count] = process.argv.slice(2).map(Number);
const secureContext = tls.createSecureContext();

/** Resolves with the session that the next connection may resume, once the server has closed. */
const one = (session) =>
  new Promise((resolve, reject) => {
    let ticket;
    let answer = "";
    const socket = tls.connect({
      port,
      host: "127.0.0.1",
      rejectUnauthorized: false,
      secureContext,
      session,
    });
    socket.on("session", (fresh) => {
      ticket = fresh;
    });
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => (answer.endsWith("\r\n\r\n1") ? resolve(ticket) : reject(new Error(answer))));
    socket.write("GET /bench HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  });

(async () => {
  let session;
  for (let index = 0; index < count; index += 1) {
    // Every fourth handshake is a full one; the others resume, as browsers and balancers do.
    session = await one(index % 4 === 0 ? undefined : session);
  }
})();
