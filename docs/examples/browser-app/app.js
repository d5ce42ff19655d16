// An app in the browser that asks a CDS Hooks service for the cards of a patient. It keeps nothing, and has no key: tokens are signed by its own server (GET token).
const form = document.querySelector('#ask');
const status = document.querySelector('#status');
const list = document.querySelector('#cards');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  list.replaceChildren();
  status.textContent = 'asking';
  try {
    const cards = await ask(form.service.value, JSON.parse(form.bundle.value), form.language.value);
    list.replaceChildren(...cards.map(show));
    status.textContent = `${cards.length} cards`;
  } catch (problem) {
    status.textContent = `no answer: ${problem.message}`;
  }
});

async function ask(base, bundle, language) {
  const { services } = await read(await fetch(`${base}/cds-services`));
  const service = services.find((one) => one.hook === 'patient-view');
  const patient = bundle.entry.map((entry) => entry.resource).find((resource) => resource.resourceType === 'Patient');
  const body = {
    hook: service.hook,
    hookInstance: crypto.randomUUID(),
    context: { userId: 'Practitioner/haem-7', patientId: patient.id },
    prefetch: fill(service.prefetch, bundle, patient),
  };
  return (await read(await fetch(`${base}/cds-services/${service.id}?lang=${language}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(await authorization()) },
    body: JSON.stringify(body),
  }))).cards;
}

// One key reads the patient, the others search a type. Facts are found by their codes and not by the key, so all resources of a type go under its first key;
// null under the rest says: looked, and there is nothing more.
function fill(templates, bundle, patient) {
  const types = new Set();
  return Object.fromEntries(Object.entries(templates).map(([key, template]) => {
    if (!template.includes('?')) return [key, patient];
    const type = template.split('?')[0];
    if (types.has(type)) return [key, null];
    types.add(type);
    return [key, { resourceType: 'Bundle', type: 'searchset', entry: bundle.entry.filter((entry) => entry.resource.resourceType === type) }];
  }));
}

// The server that this app comes from signs a token for one call; without such a server (development) the call goes without.
async function authorization() {
  const answer = await fetch('token');
  return answer.ok ? { Authorization: `Bearer ${await answer.text()}` } : {};
}

async function read(answer) {
  const body = await answer.json();
  if (answer.ok) return body;
  throw new Error(`${answer.status} ${body.issue?.[0]?.details?.text ?? body.detail ?? ''}`);
}

// Text of a card is text: its Markdown can be rendered by a library that leaves raw HTML out.
function show(card) {
  const item = document.createElement('li');
  item.dataset.indicator = card.indicator;
  item.append(line('h2', card.summary), line('pre', card.detail), line('p', card.source.label));
  return item;
}

function line(element, text) {
  const made = document.createElement(element);
  made.textContent = text;
  return made;
}
