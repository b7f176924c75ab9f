"use strict";

const byId = (id) => document.getElementById(id);
const NAMES = { deck: "Deck", handout: "Handout", "cheat-sheet": "Cheat sheet" };
const MOST = 300; // documents listed at once
const KEPT = 300; // pictures kept, in the order in which they were fetched

let documents = [];
let current = null; // the name of the document that is shown
let events = null;
let state = null;
let saves = 0; // how often the document was saved while it was shown
const pictures = new Map(); // key: promise of the address of a picture and what it says

const make = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};
const asked = (path, more = {}) => `${path}?${new URLSearchParams({ document: current, ...more })}`;

// --- documents -------------------------------------------------------------------------------------

async function loadDocuments() {
  try {
    documents = await (await fetch("documents")).json();
  } catch {
    return;
  }
  byId("show-documents").hidden = documents.length < 2;
  listDocuments();
}

function listDocuments() {
  const sought = byId("find").value.toLowerCase();
  const found = documents.filter((name) => name.toLowerCase().includes(sought));
  byId("list").replaceChildren(
    ...found.slice(0, MOST).map((name) => {
      const link = make("a", { href: `#${encodeURIComponent(name)}`, textContent: name });
      if (name === current) link.setAttribute("aria-current", "page");
      return make("li", {}, link);
    }),
  );
  const left = found.length - MOST;
  byId("more").textContent = left > 0 ? `and ${left} more: write a part of a name above` : `${found.length} documents`;
}

function nameIn(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // a lone % that somebody wrote
  }
}

function openFromAddress() {
  const wanted = nameIn(location.hash.slice(1));
  if (wanted || documents.length === 1) open(wanted || documents[0]);
  else expand("show-documents", "documents", true);
}

function open(name) {
  if (events) events.close();
  current = name;
  state = null;
  for (const kept of pictures.values()) forget(kept);
  pictures.clear();
  byId("panels").replaceChildren();
  byId("problems").replaceChildren();
  byId("source").hidden = true;
  byId("title").textContent = name;
  document.title = `${name} – Triptych preview`;
  expand("show-documents", "documents", false);
  listDocuments();
  say("…");
  events = new EventSource(asked("events"));
  events.onmessage = (event) => show(JSON.parse(event.data));
  events.onerror = () => say(documents.includes(name) || state ? "The preview has been stopped." : "There is no such document.");
}

const say = (text) => {
  if (byId("standing").textContent !== text) byId("standing").textContent = text;
};

// --- what is shown ---------------------------------------------------------------------------------

function show(now) {
  if (now.standing === "working" && state && state.standing !== "working") saves += 1;
  state = now;
  document.documentElement.dataset.version = now.version;
  document.documentElement.dataset.standing = now.standing;
  if (now.title) byId("title").textContent = now.title;
  const errors = now.problems.filter((problem) => problem.severity === "error").length;
  const stays = now.panels.length ? "; the last good panels stay" : "";
  say(
    {
      working: "Working …",
      shown: errors ? `Up to date, ${errors} ${errors === 1 ? "error" : "errors"}` : "Up to date",
      broken: `Broken${stays}`,
      gone: `The file is gone${stays}`,
    }[now.standing],
  );
  for (const panel of now.panels) showPanel(panel, now);
  const names = now.panels.map((panel) => panel.name);
  for (const node of [...byId("panels").children]) if (!names.includes(node.dataset.name)) node.remove();
  showProblems(now);
}

function panelNode(name) {
  const known = [...byId("panels").children].find((node) => node.dataset.name === name);
  if (known) return known;
  const kind = name.split(" ")[0];
  const label = name.replace(kind, NAMES[kind] || kind);
  const heading = make("h2", { textContent: label });
  const alone = make("button", { type: "button", textContent: "Alone" });
  alone.setAttribute("aria-label", `${label} alone`);
  alone.setAttribute("aria-pressed", "false");
  alone.onclick = () => showAlone(node);
  const views = make("ol", { className: "views" });
  const node = make("section", { className: `panel ${kind}` }, make("header", {}, heading, alone), views);
  node.setAttribute("aria-label", label);
  node.dataset.name = name;
  byId("panels").append(node);
  return node;
}

function showPanel(panel, now) {
  const node = panelNode(panel.name);
  const views = node.querySelector(".views");
  views.lang = now.lang;
  const fresh = [];
  panel.views.forEach((view, index) => {
    const item = views.children[index] || newView(views);
    const changed = item.dataset.key !== view.key;
    if (changed && item.dataset.key) fresh.push(item);
    fill(item, view, index, panel.name);
  });
  while (views.children.length > panel.views.length) views.lastElementChild.remove();
  if (![...views.querySelectorAll("button")].some((button) => button.tabIndex === 0)) {
    const button = views.querySelector("button");
    if (button) button.tabIndex = 0;
  }
  if (fresh.length) follow(views, fresh);
}

function newView(views) {
  const picture = make("img", { alt: "" });
  const button = make("button", { type: "button", tabIndex: -1 });
  const item = make("li", { className: "view" }, picture, button);
  picture.onclick = () => choose(item);
  button.onclick = () => choose(item);
  views.append(item);
  nearby.observe(item);
  return item;
}

function fill(item, view, index, panel) {
  const kind = panel.startsWith("deck") ? "Slide" : "Page";
  const where = view.line && state.counts === "line" ? `, line ${view.line}` : "";
  const text = `${kind} ${index + 1}${view.name ? `: ${view.name}` : ""}${where}`;
  const button = item.querySelector("button");
  if (button.textContent !== text) button.textContent = text;
  item.dataset.line = view.line;
  if (item.dataset.key === view.key) return;
  item.dataset.key = view.key;
  item.querySelector("img").style.aspectRatio = `${view.width} / ${view.height}`;
  if (item.dataset.near) draw(item);
}

// Pictures are fetched when they come near what is seen; the old one stays until the new one is there.
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) target.dataset.near = "1";
      else delete target.dataset.near;
      if (isIntersecting) draw(target);
    }
  },
  { rootMargin: "300px" },
);

async function draw(item) {
  const key = item.dataset.key;
  if (item.dataset.drawn === key) return;
  const picture = await fetched(key);
  if (!picture || item.dataset.key !== key) return;
  const image = item.querySelector("img");
  const next = new Image();
  next.src = picture.address;
  await next.decode().catch(() => {});
  if (item.dataset.key !== key) return;
  image.src = picture.address;
  image.alt = picture.says;
  item.dataset.drawn = key;
}

function fetched(key) {
  if (!pictures.has(key)) {
    pictures.set(key, fetch(asked(`picture/${key}.svg`)).then(addressed, () => null));
    while (pictures.size > KEPT) {
      const [oldest, gone] = pictures.entries().next().value;
      pictures.delete(oldest);
      forget(gone);
    }
  }
  return pictures.get(key);
}

// Later, for it may be just about to be drawn.
function forget(kept) {
  kept.then((picture) => picture && setTimeout(() => URL.revokeObjectURL(picture.address), 10000));
}

async function addressed(answer) {
  if (answer.status !== 200) return null; // 204: it is no longer shown, and what is shown instead comes next
  const text = await answer.text();
  const said = new DOMParser().parseFromString(text.slice(0, text.indexOf("</desc>")) + "</desc></svg>", "image/svg+xml");
  const blob = new Blob([text], { type: "image/svg+xml" });
  return { address: URL.createObjectURL(blob), says: said.querySelector("desc")?.textContent || "" };
}

// Bring the first of what has changed into view, unless some of it is there already; once for each time of saving, for
// what changes later is what follows from it elsewhere.
function follow(views, items) {
  if (views.dataset.followed === String(saves)) return;
  views.dataset.followed = saves;
  if (views.contains(document.activeElement) && document.activeElement !== document.body) return;
  const frame = views.getBoundingClientRect();
  const boxes = items.map((item) => item.getBoundingClientRect());
  if (boxes.some((box) => box.bottom > frame.top && box.top < frame.bottom)) return;
  views.scrollTop += boxes[0].top - frame.top - 8;
}

// --- problems and source ---------------------------------------------------------------------------

function showProblems(now) {
  const items = now.problems.map((problem) => {
    const kind = make("span", { className: "kind", textContent: problem.severity });
    const text = make("span", { textContent: `: ${problem.message}` });
    const hint = problem.hint ? make("div", { className: "hint", textContent: problem.hint }) : "";
    const item = make("li", { className: problem.severity });
    if (problem.path && problem.path !== now.path) {
      item.append(`${problem.path}${problem.line ? `, line ${problem.line}` : ""}: `);
    } else if (problem.line && now.counts === "line") {
      const button = make("button", { type: "button", textContent: `Line ${problem.line}` });
      button.onclick = () => showSource(problem.line);
      item.append(button, " ");
    } else if (problem.place) item.append(`${problem.place}: `);
    item.append(kind, text, hint);
    return item;
  });
  const before = byId("problems").textContent;
  const list = make("ol", { id: "problems" }, ...(items.length ? items : [make("li", { textContent: "None." })]));
  if (list.textContent !== before) byId("problems").replaceWith(list);
}

async function showSource(line) {
  if (!line) return;
  let found;
  try {
    found = await (await fetch(asked("source", { line }))).json();
  } catch {
    return;
  }
  const list = byId("lines");
  list.start = found.first;
  list.replaceChildren(
    ...found.lines.map((text, index) => {
      const item = make("li", { textContent: text || " " });
      if (found.first + index === line) item.setAttribute("aria-current", "true");
      return item;
    }),
  );
  byId("source-title").textContent = found.lines.length ? `Line ${line}` : "There are no source lines";
  byId("source").hidden = false;
  byId("source-title").focus();
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function choose(item) {
  for (const other of document.querySelectorAll(".view.chosen")) other.classList.remove("chosen");
  item.classList.add("chosen");
  from = item.querySelector("button");
  if (state.counts === "line") showSource(Number(item.dataset.line));
}

let from = null; // where the focus was when the source was shown

function closeSource() {
  byId("source").hidden = true;
  if (from) from.focus();
}

// --- keys and buttons ------------------------------------------------------------------------------

function showAlone(node) {
  const main = byId("panels");
  const only = !node.classList.contains("only");
  main.classList.toggle("alone", only);
  for (const panel of main.children) {
    panel.classList.toggle("only", only && panel === node);
    panel.querySelector("header button").setAttribute("aria-pressed", String(only && panel === node));
  }
}

function expand(button, part, open) {
  byId(part).hidden = !open;
  byId(button).setAttribute("aria-expanded", String(open));
  if (open && part === "documents") byId("find").focus();
}

const shownPanels = () => [...byId("panels").children].filter((panel) => panel.offsetParent !== null);

function focusIn(panel, pick) {
  const buttons = panel ? [...panel.querySelectorAll(".view button")] : [];
  const at = buttons.findIndex((button) => button.tabIndex === 0);
  const next = buttons[Math.min(Math.max(pick(at, buttons.length), 0), buttons.length - 1)];
  if (!next) return;
  for (const button of buttons) button.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  next.closest(".view").scrollIntoView({ block: "nearest" });
}

const MOVES = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

document.addEventListener("keydown", (event) => {
  if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
  const panel = event.target.closest(".panel");
  const panels = shownPanels();
  if (panel && MOVES[event.key]) focusIn(panel, MOVES[event.key]);
  else if (panel && event.key === "ArrowLeft") focusIn(panels[panels.indexOf(panel) - 1], (at) => at);
  else if (panel && event.key === "ArrowRight") focusIn(panels[panels.indexOf(panel) + 1], (at) => at);
  else if (panels[Number(event.key) - 1]) focusIn(panels[Number(event.key) - 1], (at) => at);
  else if (event.key === "a" && panel) showAlone(panel);
  else if (event.key === "p") (byId("problems").querySelector("button") || byId("show-keys")).focus();
  else if (event.key === "Escape" && !byId("source").hidden) closeSource();
  else return;
  event.preventDefault();
});

const COLOURS = { "": "as the system", light: "light", dark: "dark" };

byId("colours").onclick = () => {
  const keys = Object.keys(COLOURS);
  const root = document.documentElement;
  const next = keys[(keys.indexOf(root.dataset.colours || "") + 1) % keys.length];
  root.dataset.colours = next;
  byId("colours").textContent = `Colours: ${COLOURS[next]}`;
};
for (const [button, part] of [["show-documents", "documents"], ["show-keys", "keys"]]) {
  byId(button).onclick = async () => {
    if (part === "documents" && byId(part).hidden) await loadDocuments();
    expand(button, part, byId(part).hidden);
  };
}
byId("find").oninput = listDocuments;
byId("close-source").onclick = closeSource;
addEventListener("hashchange", openFromAddress);
loadDocuments().then(openFromAddress);
