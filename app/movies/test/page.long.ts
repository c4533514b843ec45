/** The page in Chromium, as a user of a keyboard has it, with a real PostgreSQL behind it. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import axe from "axe-core";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { eventually } from "../../test/support/api";
import { Postgres } from "./support/postgres";
import { type Movies, PASSWORDS, PROGRAM, startMovies, urlOf } from "./support/services";

const CHROMIUM = "/usr/bin/chromium";

let postgres: Postgres;
let movies: Movies;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (!fs.existsSync(CHROMIUM)) {
    throw new Error(`no ${CHROMIUM}: apt-get install chromium`);
  }
  postgres = await Postgres.start();
  const env = { DATABASE_URL: postgres.url("movies_owner") };
  spawnSync(process.execPath, [PROGRAM, "migrate", "--application-role=movies_app"], { env });
  movies = await startMovies(postgres.url("movies_app"));
  browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    acceptInsecureCerts: true,
    args: ["--no-sandbox", "--disable-dev-shm-usage"], // Chromium refuses its sandbox to root
  });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await postgres?.remove();
});

beforeEach(async () => {
  await postgres.run("movies_owner", "delete from ratings");
  await page?.close();
  page = await browser.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(urlOf(movies.web));
});

afterEach(() => expect(complaints.splice(0)).toEqual([]));

const message = (): Promise<string> => page.$eval("#message", ({ textContent }) => textContent ?? "");

const says = (text: string): Promise<unknown> =>
  eventually(`"${text}"`, async () => (await message()) === text, 10_000);

const focused = (): Promise<string> =>
  page.evaluate("document.activeElement.id || document.activeElement.textContent") as Promise<string>;

/** Types and presses as fingers do: nothing here looks for an element. */
async function keys(...presses: readonly string[]): Promise<void> {
  for (const press of presses) {
    if (press === "Tab" || press === "Enter") {
      await page.keyboard.press(press);
    } else {
      await page.keyboard.type(press);
    }
  }
}

const logIn = async (word: string = PASSWORDS.ada): Promise<void> => {
  await keys("Tab", "ada", "Tab", word, "Enter");
};

const texts = (selector: string): Promise<string[]> =>
  page.$$eval(selector, (items) => items.map(({ textContent }) => (textContent ?? "").trim()));

it("lets a user log in, rate, remove and ask for recommendations by keyboard alone", async () => {
  await logIn();
  await says("Welcome, ada.");
  expect(await focused()).toBe("movie");

  await keys("Rashomon", "Tab", "4", "Enter");
  await says("Rashomon is rated.");
  expect(await texts("#ratings li")).toEqual(["Rashomon: 4 of 5 Remove"]);
  expect(await focused()).toBe("movie");

  await keys("Tab", "Tab", "Tab");
  expect(await focused()).toBe("Remove");
  await keys("Tab");
  expect(await focused()).toBe("recommend");
  await keys("Enter");
  await says("Three movies are recommended.");
  expect(await texts("#recommended li")).toHaveLength(3);

  await page.keyboard.down("Shift");
  await keys("Tab");
  await page.keyboard.up("Shift");
  await keys("Enter");
  await says("Rashomon is removed.");
  expect(await texts("#ratings li")).toEqual([]);
});

it("says what is wrong, and lets the user try again", async () => {
  await logIn("not the password");
  await says("no such user, or another password: check both and try again");
  expect(await page.$eval("#own", (own) => own.hasAttribute("hidden"))).toBe(true);
  await page.$eval("#password", (field) => field.setAttribute("value", ""));
  await page.focus("#password");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await keys(PASSWORDS.ada, "Enter");
  await says("Welcome, ada.");
});

it("shows a title as text, whatever it holds", async () => {
  await logIn();
  await says("Welcome, ada.");
  const title = "<img src=x onerror=alert(1)>";
  await keys(title, "Tab", "1", "Enter");
  await says(`${title} is rated.`);
  expect(await texts("#ratings li")).toEqual([`${title}: 1 of 5 Remove`]);
  expect(await page.$("#ratings img")).toBeNull();
});

it("keeps no login in the browser, and forgets it on logging out", async () => {
  await logIn();
  await says("Welcome, ada.");
  expect(
    await page.evaluate("document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)"),
  ).toBe("");
  await page.click("#logout");
  await says("You are logged out.");
  expect(await focused()).toBe("username");
  await page.reload();
  expect(await page.$eval("#own", (own) => own.hasAttribute("hidden"))).toBe(true);
});

it("works behind a prefix that an ingress strips", async () => {
  await page.setExtraHTTPHeaders({ "x-forwarded-prefix": "/webapp" });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(urlOf(movies.web));
  expect(asked).toEqual(expect.arrayContaining(["/webapp/page.css", "/webapp/page.js"]));
});

it.each([
  ["before", async () => {}],
  [
    "after",
    async () => {
      await logIn();
      await says("Welcome, ada.");
      await keys("Rashomon", "Tab", "4", "Enter");
      await says("Rashomon is rated.");
      await page.click("#recommend");
      await says("Three movies are recommended.");
    },
  ],
])("has nothing %s logging in that axe finds fault with", async (_when, act) => {
  await act();
  await page.evaluate(axe.source); // past the page's own policy, which forbids foreign scripts
  const { violations, passes } = (await page.evaluate("axe.run()")) as {
    violations: { id: string; nodes: { html: string }[] }[];
    passes: unknown[];
  };
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(passes.length).toBeGreaterThan(15);
});
