// The companion works without this file but for drawings and sandbox: every step is a link or a form. With it, a step changes the page in place, values
// show where they are pointed at, the days become a slider, and a file can be dropped. Nothing is kept in the browser.
const main = () => document.querySelector("main");

let turns = 0;

// The page that is shown is the one that was asked for last, also when an earlier answer comes later. Where no answer comes, the browser asks again itself
// and says what is wrong.
async function turn(request, address) {
  const turned = ++turns;
  main().setAttribute("aria-busy", "true");
  let answer, text;
  try {
    answer = await fetch(request);
    text = await answer.text();
  } catch {
    if (turned === turns) location.assign(address ?? location.href);
    return;
  }

  if (turned !== turns) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("main");
  if (!fresh) { location.assign(address ?? answer.url); return; }
  const folds = new Set([...main().querySelectorAll(".fold[open] > summary")].map(summary => summary.textContent));
  main().replaceWith(document.adoptNode(fresh));
  for (const fold of main().querySelectorAll(".fold")) if (folds.has(fold.firstElementChild.textContent)) fold.open = true;
  document.title = page.title;
  const language = page.querySelector(".top .language");
  if (language) document.querySelector(".top .language").replaceWith(document.adoptNode(language));
  if (answer.ok) history.pushState(null, "", address ?? answer.url);
  prepare();
  const why = document.getElementById("why");
  if (address?.includes("#why") && why) {
    if (why.getBoundingClientRect().top > innerHeight * 0.7 || why.getBoundingClientRect().bottom < 0) why.scrollIntoView({ block: "start" });
    why.querySelector("h2").tabIndex = -1;
    why.querySelector("h2").focus({ preventScroll: true });
  }
}

function turnTo(address) {
  return turn(new Request(address), address);
}

document.addEventListener("click", event => {
  const link = event.target.closest("a[data-turn]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  turnTo(link.href);
});

document.addEventListener("submit", event => {
  const form = event.target.closest("form[data-turn]");
  if (!form) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "get") turnTo(`${form.action.split("?")[0]}?${fields}`);
  else turn(new Request(form.action, { method: "POST", body: fields }));
});

addEventListener("popstate", () => location.reload());

// The value under the pointer, at once and large enough to read; without the script the browser shows the title of the point.
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("role", "status");

document.addEventListener("pointerover", event => {
  const point = event.target.closest?.("[data-tip]");
  tip.hidden = !point;
  if (!point) return;
  point.querySelector("title")?.remove();
  tip.textContent = point.dataset.tip;
  const place = point.getBoundingClientRect();
  const middle = Math.min(Math.max(event.clientX, place.left), place.right);
  tip.style.left = `${Math.max(4, Math.min(middle + scrollX - tip.offsetWidth / 2, scrollX + document.documentElement.clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${place.top + scrollY - tip.offsetHeight - 6}px`;
});

function slider(form) {
  const days = form.querySelector("select");
  if (days.options.length < 2) return;
  const range = document.createElement("input");
  range.type = "range";
  range.min = 0;
  range.max = days.options.length - 1;
  range.value = days.selectedIndex;
  range.setAttribute("aria-label", form.querySelector("label").textContent);
  const told = () => {
    days.selectedIndex = range.value;
    range.setAttribute("aria-valuetext", days.options[range.value].text);
  };
  told();
  range.addEventListener("input", told);
  range.addEventListener("change", () => { told(); form.requestSubmit(); });
  days.addEventListener("change", () => form.requestSubmit());
  days.after(range);
  form.querySelector("button").hidden = true;
}

function dropping(form) {
  const text = form.querySelector("textarea");
  text.addEventListener("dragover", event => event.preventDefault());
  text.addEventListener("drop", async event => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    text.value = await event.dataTransfer.files[0].text();
  });
}

function prepare() {
  if (document.querySelector(".timeline, .months")) import("./drawings.js").then(drawings => drawings.draw(main()));
  document.body.append(tip);
  tip.hidden = true;
  for (const form of document.querySelectorAll("form[data-replay]")) slider(form);
  for (const form of document.querySelectorAll("form[data-drop]")) dropping(form);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

prepare();

// The sandbox is a client of CDS Hooks: it sends the call, shows what comes back, and tells what was done with each card.
async function fire(form) {
  const part = name => document.querySelector(`[data-${name}]`);
  const problem = part("problem");
  problem.hidden = true;
  const written = await fetch(form.dataset.request, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  const call = await written.text();
  if (!written.ok) { problem.textContent = JSON.parse(call).detail; problem.hidden = false; return; }
  const service = `${form.dataset.services}${form.elements.service.value}`;
  const address = new URL(`${service}?lang=${form.dataset.lang}`, location.href).href;
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: call });
  const received = await answer.text();
  part("raw").hidden = false;
  part("sent").textContent = call;
  part("status").textContent = answer.status;
  part("received").textContent = received ? JSON.stringify(JSON.parse(received), null, 2) : "";
  part("command").textContent = `curl -s -H 'Content-Type: application/json' --data-binary @- '${address}' <<'JSON'\n${call}\nJSON`;
  const shown = await fetch(form.dataset.cards, { method: "POST", headers: { "Content-Type": "application/json" }, body: received || "{}" });
  const cards = new DOMParser().parseFromString(await shown.text(), "text/html").querySelector("[data-cards-shown]");
  part("answer").replaceChildren(...(cards ? [document.adoptNode(cards)] : []));
  part("answer").dataset.service = service;
}

async function tell(card, entry) {
  const outcome = card.querySelector("[data-outcome]");
  const answer = await fetch(`${card.closest("[data-answer]").dataset.service}/feedback`, {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ feedback: [{ card: card.dataset.card, outcomeTimestamp: new Date().toISOString(), ...entry }] }),
  });
  outcome.textContent = answer.ok ? outcome.dataset.done : `${outcome.dataset.refused} (${answer.status})`;
  if (answer.ok) for (const control of card.querySelectorAll("button, select, input")) control.disabled = true;
}

document.addEventListener("submit", event => {
  const call = event.target.closest("form[data-sandbox]"), override = event.target.closest("form[data-override]");
  if (!call && !override) return;
  event.preventDefault();
  if (call) { fire(call); return; }
  const reason = override.elements.reason.selectedOptions[0];
  const comment = override.elements.comment.value.trim();
  tell(override.closest("[data-card]"), {
    outcome: "overridden",
    overrideReason: { reason: { system: reason.dataset.system, code: reason.value, display: reason.text }, ...(comment && { userComment: comment }) },
  });
});

document.addEventListener("click", async event => {
  const accept = event.target.closest("[data-accept]");
  if (accept) tell(accept.closest("[data-card]"), { outcome: "accepted", acceptedSuggestions: [{ id: accept.dataset.accept }] });
  if (!event.target.closest("[data-curl]")) return;
  await navigator.clipboard.writeText(document.querySelector("[data-command]").textContent);
  const copied = document.querySelector("[data-copied]");
  copied.textContent = copied.dataset.done;
});
