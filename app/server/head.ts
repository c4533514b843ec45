/** The header of answers that are given again and again, as text that is made once. */
import { STATUS_CODES, validateHeaderName, validateHeaderValue } from "node:http";

export class Head {
  private readonly lines: string;
  private readonly byStatus = new Map<number, string>();

  /** @param extra more headers, name and value in turn; none of them about the connection or the length */
  constructor(
    readonly contentType: string,
    readonly extra: readonly string[] = [],
  ) {
    const headers = ["Content-Type", contentType, ...extra];
    let lines = "";
    for (let index = 0; index < headers.length; index += 2) {
      const [name = "", value = ""] = headers.slice(index, index + 2);
      validateHeaderName(name);
      validateHeaderValue(name, value);
      lines += `${name}: ${value}\r\n`;
    }
    this.lines = lines;
  }

  /** In HTTP/1.1: the status line and these headers. */
  text(status: number): string {
    let text = this.byStatus.get(status);
    if (text === undefined) {
      text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "unknown"}\r\n${this.lines}`;
      this.byStatus.set(status, text);
    }
    return text;
  }
}
