/** The token lives as long as the page: nothing is kept in the browser. */
const session = { username: "", token: "" };

const byId = (id) => document.getElementById(id);

const say = (text) => {
  byId("message").textContent = text;
};

/** What a service answers; its own words where it refuses. */
async function ask(path, options = {}) {
  const authorization = session.token === "" ? {} : { Authorization: `Bearer ${session.token}` };
  const response = await fetch(path, {
    ...options,
    headers: { ...authorization, "Content-Type": "application/json" },
  });
  const answer = await response.json();
  if (!response.ok) {
    if (response.status === 401 && session.token !== "") {
      leave();
      throw new Error("Your login is no longer valid: log in again.");
    }
    throw new Error(answer.error ?? `The service answered ${response.status}: try again in a moment.`);
  }
  return answer;
}

const post = (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) });

const submit = (operation, more = {}) =>
  post("submit", { Username: session.username, Operation: operation, ...more }).then(show);

/** Runs what a user asked for, and says what went wrong. */
const doing = (work) => async (event) => {
  event.preventDefault();
  try {
    say("");
    await work(event);
  } catch (error) {
    say(error.message);
  }
};

function show(ratings) {
  byId("none").hidden = ratings.length > 0;
  byId("ratings").replaceChildren(
    ...ratings.map(({ movieTitle, rating }) => {
      const item = document.createElement("li");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = "Remove";
      remove.setAttribute("aria-label", `Remove ${movieTitle}`);
      const removing = doing(async () => {
        await submit("remove", { Movie: movieTitle });
        say(`${movieTitle} is removed.`);
        byId("movie").focus(); // the button that had the focus is gone
      });
      remove.addEventListener("click", removing);
      item.append(`${movieTitle}: ${rating} of 5 `, remove);
      return item;
    }),
  );
}

function leave() {
  session.username = "";
  session.token = "";
  byId("own").hidden = true;
  byId("login").hidden = false;
  byId("ratings").replaceChildren();
  byId("recommended").replaceChildren();
  byId("username").focus();
}

const login = doing(async () => {
  const username = byId("username").value;
  const { token } = await post("login", { username, password: byId("password").value });
  Object.assign(session, { username, token });
  byId("password").value = "";
  byId("who").textContent = username;
  byId("login").hidden = true;
  byId("own").hidden = false;
  byId("movie").focus();
  say(`Welcome, ${username}.`);
  await submit("read");
});

const rate = doing(async () => {
  const movie = byId("movie").value;
  await submit("add", { Movie: movie, Rating: Number(byId("rating").value) });
  byId("movie").value = "";
  byId("movie").focus();
  say(`${movie} is rated.`);
});

const recommend = doing(async () => {
  const { movies } = await ask("recommend");
  byId("recommended").replaceChildren(
    ...movies.map((title) => {
      const item = document.createElement("li");
      item.textContent = title;
      return item;
    }),
  );
  say("Three movies are recommended.");
});

byId("login").addEventListener("submit", login);
byId("rate").addEventListener("submit", rate);
byId("recommend").addEventListener("click", recommend);
byId("logout").addEventListener("click", () => {
  leave();
  say("You are logged out.");
});
