// What the answers are. They are those of rolecmp/questions, from the same data, and the tests
// hold every pair and every topic of them against the Python.

"use strict";

performance.mark("begin");

const { catalog: data, asking } = JSON.parse(document.getElementById("data").textContent);
const roles = new Map(data.roles.map((role) => [role.id, role]));
const topics = new Map(data.topics.map((topic) => [topic.id, topic]));

const LETTERS = "ARCI";
const strongestFirst = (a, b) => LETTERS.indexOf(a) - LETTERS.indexOf(b);

/** Return each letter of a role with the sentence that gives it, null where none does. */
function claimsOf(role) {
  const backed = sentencesOf(role).flatMap(([dimension, statement]) =>
    statement.claims.map(([letter, topic]) => ({
      role, dimension, statement, letter, topic, line: statement.line,
    })),
  );
  const bare = role.letters.map(([letter, topic, line]) => ({
    role, dimension: "", statement: null, letter, topic, line,
  }));
  return [...backed, ...bare];
}

/** Return a role's sentences, each with its dimension, the summary first. */
function sentencesOf(role) {
  return [
    ...(role.summary ? [["summary", role.summary]] : []),
    ...Object.entries(role.statements).flatMap(([dimension, statements]) =>
      statements.map((statement) => [dimension, statement]),
    ),
  ];
}

const knownLetters = new Map();

/** Map each topic of a role to its letters, strongest first. */
function lettersOf(role) {
  if (!knownLetters.has(role.id)) {
    const found = new Map();
    for (const { letter, topic } of claimsOf(role)) {
      found.set(topic, (found.get(topic) ?? new Set()).add(letter));
    }
    const sorted = [...found].map(([topic, letters]) => [topic, [...letters].sort(strongestFirst)]);
    knownLetters.set(role.id, new Map(sorted));
  }
  return knownLetters.get(role.id);
}

const isInvolved = (id, topic) => lettersOf(roles.get(id)).has(topic.id);

/** Sort the topics of the roles by who decides, as `rolecmp compare` does. */
function compare(ids) {
  const answer = { several: [], othersToo: [], others: [], nobody: [], one: ids.map(() => []), elsewhere: [] };
  for (const topic of data.topics) {
    if (!ids.some((id) => isInvolved(id, topic))) continue;
    const { owners } = topic.standing;
    const here = ids.filter((id) => owners.includes(id));
    if (here.length > 1) answer.several.push(topic.id);
    else if (here.length && owners.length > 1) answer.othersToo.push(topic.id);
    else if (here.length) answer.one[ids.indexOf(here[0])].push(topic.id);
    else if (owners.length > 1) answer.others.push(topic.id);
    else if (owners.length) answer.elsewhere.push(topic.id);
    else answer.nobody.push(topic.id);
  }
  return {
    ...answer,
    pairs: data.pairs.filter((pair) => pair.roles.every((id) => ids.includes(id))),
    manages: ids
      .map((id) => [id, ids.filter((other) => roles.get(id).manages.includes(other))])
      .filter(([, managed]) => managed.length),
  };
}

/** Return how a topic stands, and each letter on it with its sentence, strongest first. */
function whoOwns(id) {
  const evidence = data.roles
    .flatMap(claimsOf)
    .filter((claim) => claim.topic === id)
    .sort((a, b) => strongestFirst(a.letter, b.letter));
  return { ...topics.get(id).standing, evidence };
}

/** Return the topics without exactly one owner, those that no reason was accepted for first. */
function unsettled() {
  const open = data.topics.filter((topic) => topic.standing.state !== "owned");
  return [
    ...open.filter((topic) => !isAccepted(topic)),
    ...open.filter(isAccepted),
  ].map((topic) => topic.id);
}

/** Tell whether the state of a topic is known and meant, today. */
function isAccepted(topic) {
  const { accepted } = topic.standing;
  return accepted !== null && (accepted.until === null || today() < accepted.until);
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Return the sentences in which words occur, whatever the language they are in. */
function mentions(words) {
  const form = folded(words);
  if (form.length < 2) return [];
  return containing(form, foldedSentences(), (each) => each.texts);
}

let knownSentences = null;

function foldedSentences() {
  knownSentences ??= data.roles.flatMap((role) =>
    sentencesOf(role).map(([, statement]) => ({
      role, statement, texts: Object.values(statement.text).map(folded),
    })),
  );
  return knownSentences;
}
