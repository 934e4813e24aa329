// The playground's page: sends what people do, and keeps what they see up to date. No build step.
"use strict";

const setup = JSON.parse(document.body.dataset.setup);
const $ = (selector, inside = document) => inside.querySelector(selector);
const $$ = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const log = $(".scroll");
const compose = $("#compose");
let thread = "";
let modalKey = $("#modal dialog")?.dataset.key ?? "";
const seen = new Set(setup.seen);
let acted = 0;

// -- talking to the playground -------------------------------------------------------------------------

async function act(what) {
  acted = Date.now();
  const answer = await fetch(`${setup.base}/act`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(what),
  }).catch(() => null);
  if (!answer) { toast(setup.words.lost); return {}; }
  const body = await answer.json();
  if (body.error) toast(body.error);
  await refresh();
  return body;
}

function toast(text) {
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = text;
  $("#toasts").append(note);
  setTimeout(() => note.remove(), 7000);
}

let refreshing = null;
let again = false;
function refresh() {
  if (refreshing) { again = true; return refreshing; }
  refreshing = load().catch(() => {}).finally(() => {
    refreshing = null;
    if (again) { again = false; refresh(); }
  });
  return refreshing;
}

async function load() {
  const eyes = document.visibilityState === "visible" ? "?seen=1" : "";
  const answer = await fetch(`${setup.base}/parts${eyes}`);
  if (!answer.ok) return;
  const news = await answer.json();
  for (const [name, html] of Object.entries(news.parts)) {
    if (name === "modal") continue;
    const place = document.getElementById(name);
    if (!place) continue;
    const bottom = log && log.scrollHeight - log.scrollTop - log.clientHeight < 90;
    if (name === "messages") {
      const top = log?.scrollTop;
      const more = reconcile(place, html);
      if (more && log && (bottom || Date.now() - acted < 10000)) toBottom(); // whoever acts sees the answer
      else if (log) { log.scrollTop = top; if (more) $(".jump").hidden = false; }
      $$("details.menu[open] .items", place).forEach((items) => items.scrollIntoView({ block: "nearest" }));
    } else if (place.html !== html && !typing(place) && !$("details[open]", place)) {
      place.innerHTML = html;
      place.html = html;
    }
  }
  if (news.modal !== modalKey) showModal(news.parts.modal, news.modal);
  for (const notice of news.notices) {
    if (!seen.has(notice.ts)) { seen.add(notice.ts); toast(notice.text); }
  }
}

function typing(place) {
  const here = document.activeElement;
  return place.contains(here) && here.matches("textarea, input:not([type=checkbox]):not([type=radio])");
}

// Replace only the list items that changed; says whether anything new came at the end.
function reconcile(list, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const before = new Map([...list.children].map((item) => [item.id, item]));
  const last = list.lastElementChild?.id;
  const kept = [...fresh.content.children].map((item) => {
    const old = before.get(item.id);
    const text = item.outerHTML;
    if (old && (old.html === text || typing(old) || $("details[open]", old))) return old;
    item.html = text;
    return item;
  });
  if (kept.length === list.children.length && kept.every((item, number) => item === list.children[number])) return false;
  const focus = document.activeElement;
  const way = list.contains(focus) ? wayTo(focus) : "";
  list.replaceChildren(...kept);
  if (way) $(way, list)?.focus({ preventScroll: true });
  return list.lastElementChild?.id !== last || kept.length !== before.size;
}

function wayTo(element) {
  const { block, action } = element.dataset;
  const item = element.closest("li[id]");
  return block && item ? `#${CSS.escape(item.id)} [data-block="${CSS.escape(block)}"][data-action="${CSS.escape(action)}"]` : "";
}

function toBottom() {
  log.scrollTop = log.scrollHeight;
  $(".jump") && ($(".jump").hidden = true);
}

for (const item of $$("#messages > li")) item.html = item.outerHTML;

// -- modals ------------------------------------------------------------------------------------------------

function showModal(html, key) {
  const place = $("#modal");
  const before = $("dialog", place);
  const typed = before ? fields(before) : [];
  const same = before && before.dataset.key.split(" ")[0] === key.split(" ")[0];
  const top = before ? $(".body", before).scrollTop : 0;
  before?.close();
  place.innerHTML = html;
  modalKey = key;
  openModal();
  const dialog = $("dialog", place);
  if (!dialog) { if (before) compose?.focus(); return; }
  if (!same) return;
  $(".body", dialog).scrollTop = top;
  for (const one of typed) {
    const entry = $(`[data-type-in][data-block="${CSS.escape(one.block)}"][data-action="${CSS.escape(one.action)}"]`, dialog);
    if (entry && !entry.value) entry.value = one.chosen;
  }
  $(".wrong input, .wrong textarea, .wrong select", dialog)?.focus();
}

function openModal() {
  const dialog = $("#modal dialog");
  if (!dialog || dialog.open) return;
  dialog.showModal();
  const first = ["[data-focus]", ".body input, .body textarea, .body select", ".foot .primary", ".foot button"]
    .map((selector) => $(selector, dialog)).find(Boolean);
  first?.focus();
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); act({ do: "close" }); });
}

function fields(dialog) {
  return $$("[data-type-in], [data-choose], .choices", dialog).map((one) => ({
    block: one.dataset.block, action: one.dataset.action, chosen: valueOf(one),
  }));
}

function valueOf(element) {
  if (element.matches(".choices")) {
    const picked = $$("input:checked", element).map((one) => one.value);
    return element.dataset.many ? picked : picked[0] ?? null;
  }
  if (element.type === "datetime-local") return element.value ? Math.floor(new Date(element.value).getTime() / 1000) : null;
  return element.value === "" ? null : element.value;
}

function confirmed(element) {
  const words = element.dataset.confirm && JSON.parse(element.dataset.confirm);
  if (!words) return Promise.resolve(true);
  const dialog = $("#confirm");
  $("h2", dialog).textContent = words.title.text;
  $("p", dialog).textContent = words.text.text;
  $("[data-yes]", dialog).textContent = words.confirm?.text ?? setup.words.ok;
  $("[data-yes]", dialog).className = `button ${words.style === "danger" ? "danger solid" : "primary"}`;
  $("[data-deny]", dialog).textContent = words.deny?.text ?? setup.words.cancel;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }));
}

// -- using elements ------------------------------------------------------------------------------------------

async function use(element, chosen, keep = false) {
  const ref = element.closest("[data-ref]").dataset.ref;
  if (!keep && !(await confirmed(element))) return refresh();
  // what is typed in other fields of the same surface goes along first, as Slack's state does
  if (!keep) {
    for (const entry of $$("[data-type-in]", element.closest("[data-ref]"))) {
      if (entry !== element && entry.value !== entry.defaultValue) await keepTyped(entry);
    }
  }
  element.setAttribute("aria-busy", "true");
  const { block, action, type } = element.dataset;
  await inTurn(() => act({ do: "use", ref, block, action, type, chosen, keep }));
  element.removeAttribute("aria-busy");
}

// What is pressed or said right after a choice must not overtake it on the way to the app.
let latest = Promise.resolve();
function inTurn(what) {
  latest = latest.then(what, what);
  return latest;
}

async function keepTyped(entry) {
  const ref = entry.closest("[data-ref]").dataset.ref;
  await fetch(`${setup.base}/act`, {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ do: "use", keep: true, ref, ...entry.dataset, chosen: valueOf(entry) }),
  });
}

document.addEventListener("click", (event) => {
  const at = (selector) => event.target.closest(selector);
  for (const menu of $$("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  const used = at("[data-use]");
  if (used) {
    if (used.dataset.url) window.open(used.dataset.url, "_blank", "noopener");
    if (at("details.menu")) at("details.menu").open = false;
    if (used.getAttribute("aria-busy") !== "true") use(used, used.dataset.chosen);
  } else if (at("[data-move]")) {
    const key = at("[data-move]").dataset.move;
    if (at("details.menu")) at("details.menu").open = false;
    for (const button of $$("[data-move]")) button.disabled = true;
    act({ do: "move", to: key });
  } else if (at("[data-close]")) act({ do: "close" });
  else if (at("[data-close-all]")) act({ do: "close", everything: true });
  else if (at("[data-shortcut]")) {
    const button = at("[data-shortcut]");
    if (at("details.menu")) at("details.menu").open = false;
    act({ do: "shortcut", callback: button.dataset.shortcut, ref: button.dataset.on ?? "" });
  } else if (at("[data-step]")) {
    const step = at("[data-step]").dataset.step;
    if (at("details.menu")) at("details.menu").open = false;
    act({ do: "step", callback: step });
  } else if (at("[data-thread]")) replyTo(at("[data-thread]").dataset);
  else if (at("[data-thread-off]")) replyTo(null);
  else if (at("[data-example]")) { compose.value = at("[data-example]").dataset.example; grow(); compose.focus(); }
  else if (at("[data-say]")) act({ do: "enter", text: at("[data-say]").dataset.say, thread });
  else if (at(".jump")) toBottom();
  else if (at(".burger")) drawer(!$("#side").classList.contains("open"));
  else if (at(".veil")) drawer(false);
});

document.addEventListener("change", (event) => {
  const element = event.target.closest("[data-choose]") ?? event.target.closest(".choices");
  if (!element) return;
  const dated = element.closest(".dated");
  if (dated && element.value) {
    const day = new Date(`${element.value}T12:00:00`);
    $("output", dated).textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(day);
  }
  const multi = element.closest("details.multi");
  if (multi) {
    const boxes = $$("input:checked", element);
    if (multi.dataset.most && boxes.length > Number(multi.dataset.most)) { event.target.checked = false; return; }
    $("summary", multi).textContent = boxes.map((one) => one.parentElement.textContent.trim()).join(", ") || setup.words.ok;
  }
  use(element, valueOf(element), !("sends" in element.dataset));
});

// a list that opens at the end of the conversation would stand behind the composer
document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (menu.matches?.("details.menu[open]")) $(".items", menu)?.scrollIntoView({ block: "nearest" });
}, true);

document.addEventListener("focusout", (event) => {
  const entry = event.target.closest?.("[data-type-in]");
  if (entry && entry.value !== entry.defaultValue && !entry.closest("dialog")) keepTyped(entry);
});

document.addEventListener("submit", (event) => {
  const dialog = event.target.closest("#modal dialog");
  if (!dialog) return;
  event.preventDefault();
  const button = $(".foot .primary", dialog);
  button?.setAttribute("aria-busy", "true");
  inTurn(() => act({ do: "submit", ref: dialog.dataset.ref, fields: fields(dialog) })).then(() => button?.removeAttribute("aria-busy"));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = $("details.menu[open]");
    if (menu) { menu.open = false; $("summary", menu).focus(); event.preventDefault(); }
    drawer(false);
  }
  const entry = event.target.closest?.("input[data-type-in][data-sends]");
  if (entry && event.key === "Enter") { event.preventDefault(); use(entry, valueOf(entry)); }
});

// -- the composer ----------------------------------------------------------------------------------------------

let options = [];
let marked = 0;

function grow() {
  compose.style.height = "auto";
  compose.style.height = `${compose.scrollHeight}px`;
  $(".send").disabled = !compose.value.trim();
  complete();
}

function complete() {
  const before = compose.value.slice(0, compose.selectionStart);
  const name = before.match(/(?:^|\s)@([\p{L} ]{0,20})$/u);
  options = [];
  if (/^\/\S*$/.test(before)) {
    options = setup.commands.filter((one) => one.name.startsWith(before))
      .map((one) => ({ ...one, fill: `${one.name} `, from: 0 }));
  } else if (name) {
    const low = name[1].toLowerCase();
    options = setup.people.filter((one) => one.toLowerCase().startsWith(low) && one.toLowerCase() !== low)
      .map((one) => ({ name: one, hint: "", about: "", by: "", fill: `@${one} `, from: before.length - name[1].length - 1 }));
  }
  marked = 0;
  showOptions();
}

function showOptions() {
  const list = $("#completions");
  list.hidden = !options.length;
  compose.setAttribute("aria-expanded", String(options.length > 0));
  list.replaceChildren(...options.map((one, number) => {
    const item = document.createElement("li");
    item.role = "option";
    item.id = `option-${number}`;
    item.ariaSelected = String(number === marked);
    const parts = [["b", one.name], ["small", one.about], ["em", one.by]];
    for (const [tag, text] of parts) if (text) item.append(Object.assign(document.createElement(tag), { textContent: text }));
    if (one.hint) $("b", item).append(" ", Object.assign(document.createElement("i"), { textContent: one.hint }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); pick(number); });
    return item;
  }));
  options.length ? compose.setAttribute("aria-activedescendant", `option-${marked}`) : compose.removeAttribute("aria-activedescendant");
  list.children[marked]?.scrollIntoView({ block: "nearest" });
}

function pick(number) {
  const one = options[number];
  const rest = compose.value.slice(compose.selectionStart);
  compose.value = compose.value.slice(0, one.from) + one.fill + rest;
  compose.selectionStart = compose.selectionEnd = one.from + one.fill.length;
  grow();
}

async function send() {
  const text = compose.value;
  if (!text.trim()) return;
  const reply = thread;
  compose.value = "";
  replyTo(null);
  grow();
  const answer = await inTurn(() => act({ do: "enter", text, thread: reply }));
  if (!answer.done && !compose.value) { compose.value = text; grow(); }
  toBottom();
}

function replyTo(message) {
  thread = message?.thread ?? "";
  const bar = $(".composer .thread");
  if (!bar) return;
  bar.hidden = !message;
  if (message) { $("span", bar).textContent = `↳ ${message.name}`; compose.focus(); }
}

if (compose) {
  compose.addEventListener("input", grow);
  compose.addEventListener("blur", () => { options = []; showOptions(); });
  compose.addEventListener("keydown", (event) => {
    if (options.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      marked = (marked + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      showOptions();
    } else if (options.length && (event.key === "Tab" || (event.key === "Enter" && options[marked].fill.trim() !== compose.value.trim()))) {
      event.preventDefault();
      pick(marked);
    } else if (options.length && event.key === "Escape") {
      event.preventDefault();
      options = [];
      showOptions();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  $(".composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  if (matchMedia("(min-width: 46rem)").matches && !$("#modal dialog")) compose.focus({ preventScroll: true });
}

// -- the drawer on small screens --------------------------------------------------------------------------------

function drawer(open) {
  if (!matchMedia("(max-width: 46rem)").matches) return;
  $("#side").classList.toggle("open", open);
  $(".veil").hidden = !open;
  $(".burger").setAttribute("aria-expanded", String(open));
  if (open) $("#side a")?.focus();
}

// -- news -------------------------------------------------------------------------------------------------------

let lost = null;
function listen() {
  const source = new EventSource(`${setup.base}/news`);
  source.onmessage = () => { lost?.remove(); lost = null; refresh(); };
  source.onerror = () => {
    if (lost) return;
    lost = Object.assign(document.createElement("p"), { className: "toast", textContent: setup.words.lost });
    $("#toasts").append(lost);
  };
  addEventListener("pagehide", () => source.close());
}

setInterval(() => { if (document.visibilityState === "visible") refresh(); }, 20000); // time goes by
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") refresh(); });
log?.addEventListener("scroll", () => {
  if (log.scrollHeight - log.scrollTop - log.clientHeight < 90 && $(".jump")) $(".jump").hidden = true;
});
// pictures grow the list after it was scrolled: stay at its end if that is where one was
let atEnd = true;
log?.addEventListener("scroll", () => { atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 90; });
log?.addEventListener("load", () => { if (atEnd && !log.classList.contains("home")) toBottom(); }, true);
// so does a keyboard that comes up on a phone, by making the list shorter
if (log && !log.classList.contains("home")) new ResizeObserver(() => { if (atEnd) toBottom(); }).observe(log);
openModal();
if (location.hash && document.getElementById(location.hash.slice(1))) document.getElementById(location.hash.slice(1)).scrollIntoView();
else if (log && !log.classList.contains("home")) toBottom();
listen();
