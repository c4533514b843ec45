/** `/data`: as many bytes as asked for, `|ABC...XYZ-ABC...|`, made as they are sent. */
import { text } from "../../server/description";
import type { Exchange } from "../../server/exchange";
import { READ_METHODS, type Route } from "../../server/router";
import { precondition } from "../precondition";
import { parseRange } from "../range";
import { requestedBytes } from "../requested-bytes";

const PATTERN = "-ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const BAR = 0x7c;

/** What is handed to the connection at once: large enough to be cheap, small enough that memory stays flat. */
const CHUNK_BYTES = 64 * 1024;
const BLOCK = Buffer.alloc(CHUNK_BYTES + PATTERN.length, PATTERN);

/** Bytes `start` to `start + length` of an answer of `size` bytes; shares memory with the pattern where it can. */
export function pattern(start: number, length: number, size: number): Buffer {
  const offset = start % PATTERN.length;
  const slice = BLOCK.subarray(offset, offset + length);
  if (start > 0 && start + length < size) {
    return slice;
  }
  const edge = Buffer.from(slice);
  if (length > 0 && start === 0) {
    edge[0] = BAR;
  }
  if (length > 0 && start + length === size) {
    edge[length - 1] = BAR;
  }
  return edge;
}

/** Writes while the connection takes more, waits for it otherwise, stops when it is gone. */
function send(exchange: Exchange, from: number, to: number, size: number): void {
  const { output } = exchange;
  let position = from;
  const pump = exchange.contain("drain of data", () => {
    while (position < to) {
      const length = Math.min(CHUNK_BYTES, to - position);
      const chunk = pattern(position, length, size);
      position += length;
      exchange.bytes += length;
      if (!output.write(chunk)) {
        return;
      }
    }
    output.off("drain", pump);
    output.end();
  });
  const finished = exchange.contain("finish of data", () => exchange.record());
  output.on("drain", pump);
  output.once("finish", finished);
  exchange.onAbort(() => output.off("drain", pump));
  pump();
}

/** Go's `strconv.ParseBool`. */
const isTrue = (value: string | null): boolean => value !== null && /^(1|t|T|true|True|TRUE)$/.test(value);

/** @param limit bytes of the largest answer */
export const data = (limit: number): Route => ({
  path: "/data",
  methods: READ_METHODS,
  describes: {
    summary: "As many bytes as asked for",
    query: {
      size: { description: "How many units", schema: { type: "integer", default: 1 } },
      unit: { description: "A power of 1024", schema: { enum: ["b", "kb", "mb", "gb", "tb"], default: "b" } },
      attachment: { description: "As a file, with ranges", schema: { type: "boolean", default: false } },
    },
    answers: {
      200: text("|ABC...XYZ-ABC...|"),
      206: text("A range of the file"),
      304: { description: "The tag of If-None-Match is that of the answer" },
      412: { description: "The tag of If-Match is another" },
      413: text("More than is made"),
      416: text("The range lies outside"),
    },
  },
  handle(exchange) {
    const size = requestedBytes(exchange.query("size"), exchange.query("unit"));
    if (size > limit) {
      exchange.text(413, `${size} bytes exceed the limit of ${limit} bytes\n`);
      return;
    }
    const attachment = isTrue(exchange.query("attachment"));
    const etag = `"data-${size}"`; // the size decides every byte
    const validators = ["ETag", etag, "Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff"];
    const failed = precondition(exchange.headers, etag);
    if (failed !== undefined) {
      exchange.begin(failed, validators);
      exchange.output.end();
      exchange.record();
      return;
    }
    const { range, "if-range": ifRange } = exchange.headers;
    const wanted =
      attachment && exchange.method === "GET" && (ifRange === undefined || ifRange === etag)
        ? parseRange(range, size)
        : "whole";
    if (wanted === "unsatisfiable") {
      exchange.text(416, "the range lies outside\n", ["Content-Range", `bytes */${size}`]);
      return;
    }
    const [from, to] = wanted === "whole" ? [0, size] : [wanted.from, wanted.to];
    const headers = [
      "Content-Type",
      "text/plain; charset=utf-8",
      "Content-Length",
      String(to - from),
      ...validators,
    ];
    if (attachment) {
      headers.push("Content-Disposition", 'attachment; filename="data.txt"', "Accept-Ranges", "bytes");
    }
    if (wanted !== "whole") {
      headers.push("Content-Range", `bytes ${from}-${to - 1}/${size}`);
    }
    exchange.begin(wanted === "whole" ? 200 : 206, headers);
    if (exchange.method === "HEAD") {
      exchange.output.end();
      exchange.record();
    } else {
      send(exchange, from, to, size);
    }
  },
});
