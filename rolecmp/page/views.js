// The views: each takes what the address says and returns a title and what stands below it.

const VIEWS = {
  compare: (value) => compareView(value, false),
  "compare-full": (value) => compareView(value, true),
  "who-owns": whoOwnsView,
  matrix: matrixView,
  role: roleView,
  unsettled: unsettledView,
};
const TABS = [
  ["compare", "page.compare"], ["who-owns", "who-owns"], ["matrix", "page.matrix"],
  ["role", "roles"], ["unsettled", "page.unsettled"],
];
const MOST_DECIDED = 6;
const MOST_STATEMENTS = 2;
const MOST_MENTIONS = 8;

// --- compare --------------------------------------------------------------------------------

function compareView(value, full) {
  if (data.roles.length < 2) return { title: say("page.compare"), nodes: [h("p", {}, say("page.one-role"))] };
  const { ids, problems } = askedRoles(value);
  const title = versus(ids);
  const answer = compare(ids);
  const contrasts = answer.pairs.filter((pair) => pair.difference).map((pair) => {
    const lead = ids.length > 2 ? label(versus(pair.roles)) : "";
    return h("p", { class: "contrast" }, lead, pick(pair.difference));
  });
  const other = full ? "compare" : "compare-full";
  const nodes = [
    pickers(ids),
    ...problems.map((problem) => h("p", { class: "problem" }, problem)),
    ...contrasts,
    table(title, ["", ...ids.map(roleLink)], comparedRows(ids, answer, full)),
    ...(full ? [allTopics(ids, answer, title), ...aboutPairs(answer.pairs, ids)] : []),
    h("p", { class: "more" }, link(other, ids.join(","), say(full ? "page.show-brief" : "page.show-full"))),
  ];
  return { title, nodes };
}

/** Return the ids of the roles that an address names, and what it names that is none. */
function askedRoles(value) {
  const found = value.split(",").filter(Boolean).map((part) => [part, roleNames.find(part)]);
  const known = found.filter(([, each]) => each.matches.length === 1);
  const ids = [...new Set(known.map(([, each]) => each.matches[0].id))];
  const unknown = found.filter(([, each]) => each.matches.length !== 1);
  const problems = unknown.map(([part, each]) => understanding(part, each, "role"));
  const pair = data.pairs.find((each) => each.difference)?.roles ?? [];
  for (const id of [...pair, ...roles.keys()]) {
    if (ids.length < 2 && !ids.includes(id)) ids.push(id);
  }
  return { ids, problems };
}

function comparedRows(ids, answer, full) {
  const each = (make) => ids.map((id, at) => cell(make(id, at)));
  const whole = (content) => cell(content, { colspan: ids.length });
  const together = (key, shown) => (shown.length ? [row(say(key), whole(bullets(shown)))] : []);
  const told = (found) => found.map((id) => [toldTopic(topics.get(id), ids), " ", reason(topics.get(id))]);
  return [
    ...data.dimensions.map(({ id, name }) =>
      row(pick(name), each((role) => described(roles.get(role), id, full))),
    ),
    ...(answer.manages.length
      ? [row(say("reporting"), each((id) => reporting(id, answer.manages)))]
      : []),
    row(say("decides"), each((_, at) => decided(answer.one[at], full))),
    ...together(ids.length > 2 ? "several-claim" : "both-claim", told(answer.several)),
    ...together("others-claim", told(answer.othersToo)),
    ...together("others-contest", told(answer.others)),
    ...together("nobody-decides", told(answer.nobody)),
    ...together("others-decide", decidedElsewhere(answer.elsewhere, ids)),
  ];
}

/** Return a topic with the roles that make it what it is. */
function toldTopic(topic, ids) {
  const { owners } = topic.standing;
  const others = owners.filter((id) => !ids.includes(id));
  if (!owners.length) return doneBy(topic, [...roles.keys()]);
  if (owners.length - others.length < ids.length) {
    return tell("with-mark", { name: topicLink(topic.id), mark: versus(owners) });
  }
  return others.length
    ? tell("claimed-too", { topic: topicLink(topic.id), roles: versus(others) })
    : topicLink(topic.id);
}

const doersOf = (topic, ids) =>
  ids.filter((id) => lettersOf(roles.get(id)).get(topic.id)?.includes("R"));

/** Return a topic with those of the roles that do it. */
function doneBy(topic, ids) {
  const doers = doersOf(topic, ids);
  return doers.length
    ? tell("done-by", { topic: topicLink(topic.id), roles: versus(doers) })
    : tell("done-by-nobody", { topic: topicLink(topic.id) });
}

/** Return, for each owner that is not compared, its topics and who does them. */
function decidedElsewhere(found, ids) {
  const byOwner = new Map();
  for (const topic of found.map((id) => topics.get(id))) {
    const owners = versus(topic.standing.owners);
    const told = doersOf(topic, ids).length ? doneBy(topic, ids) : topicLink(topic.id);
    byOwner.set(owners, [...(byOwner.get(owners) ?? []), told]);
  }
  return [...byOwner].map(([owners, told]) => [label(owners), listed(told)]);
}

/** Say whom of those compared a role manages, and who of them manages it. */
function reporting(id, manages) {
  const managed = manages.find(([manager]) => manager === id)?.[1] ?? [];
  const managers = manages.filter(([, each]) => each.includes(id)).map(([manager]) => manager);
  const said = [
    managed.length && say("manages-roles", { roles: versus(managed) }),
    managers.length && say("reports-to", { roles: versus(managers) }),
  ];
  return said.some(Boolean) ? joined(said.filter(Boolean)) : muted(say("nobody-here"));
}

function described(role, dimension, full) {
  const statements = (role.statements[dimension] ?? []).map(({ text }) => pick(text));
  if (!full && role.brief[dimension]) return pick(role.brief[dimension]);
  if (!statements.length) return muted(say("not-described"));
  const shown = full ? statements : statements.slice(0, MOST_STATEMENTS);
  const more = statements.length - shown.length;
  return bullets(more ? [...shown, muted(say("page.more", { count: more }))] : shown);
}

function decided(found, full) {
  const whole = full || found.length <= MOST_DECIDED + 1;
  const shown = whole ? found : found.slice(0, MOST_DECIDED);
  const more = found.length - shown.length;
  return [
    h("strong", { class: "count" }, String(found.length)), " ", listed(shown.map(topicLink)),
    more ? say("and-more", { count: more }) : "",
  ];
}

function allTopics(ids, answer, title) {
  const parts = [
    [say(ids.length > 2 ? "several-claim" : "both-claim"), answer.several],
    [say("others-claim"), answer.othersToo],
    [say("others-contest"), answer.others],
    [say("nobody-decides"), answer.nobody],
    ...ids.map((id, at) => [say("decided-by", { role: roleName(id) }), answer.one[at]]),
    [say("others-decide"), answer.elsewhere],
  ];
  const rows = parts.filter(([, found]) => found.length).flatMap(([name, found]) => [
    titleRow(name, ids.length + 1),
    ...found.map((topic) =>
      row(topicLink(topic), ids.map((id) => cell(letterMarks(roles.get(id), topics.get(topic))))),
    ),
  ]);
  const heads = [say("topic"), ...ids.map(roleName)];
  return table(say("page.topics-of", { roles: title }), heads, rows, { kind: "matrix", seen: true });
}

function aboutPairs(pairs, ids) {
  return pairs.filter((pair) => pair.together.length).flatMap((pair) => [
    h("h2", {}, ids.length > 2 ? say("about-those", { roles: versus(pair.roles) }) : say("about-the-two")),
    bullets(pair.together.map(pick)),
  ]);
}

function pickers(ids) {
  const fields = [...ids, null].map((id, at) => {
    const name = `role-${at + 1}`;
    const known = id ? roleName(id) : "";
    const label = id ? say("page.role-number", { number: at + 1 }) : say("page.add-role");
    const clear = ({ target }) => target.value === known && ids[at] && (target.value = "");
    const input = h("input", {
      id: name, list: "role-names", autocomplete: "off", value: known, placeholder: known,
      // A browser offers only what fits the text that is there: all of it, once that is gone.
      onclick: clear,
      onkeydown: (event) => event.key === "ArrowDown" && clear(event),
      onblur: ({ target }) => target.value || (target.value = known),
      onchange: ({ target }) => choose(target, ids, at),
    });
    const rest = ids.filter((other) => other !== id).join(",");
    const remove = id && ids.length > 2
      ? h("a", { class: "remove", href: address("compare", rest), "aria-label": say("page.remove", { role: known }) }, "×")
      : null;
    return h("div", { class: "picker" }, h("label", { for: name }, label), h("span", {}, input, remove));
  });
  const options = data.roles.map((role) => {
    const names = [...new Set(role.names.map(([name]) => name))];
    const others = names.filter((name) => name !== pick(role.name));
    return h("option", { value: pick(role.name), label: joined(others) });
  });
  return h(
    "form",
    { class: "pickers", "aria-label": say("page.choose-roles"), onsubmit: (event) => event.preventDefault() },
    fields,
    h("p", { class: "problem", id: "picker-problem", hidden: true }),
    h("datalist", { id: "role-names" }, options),
  );
}

/** Compare with the roles that were typed in place of the one that stood there. */
function choose(input, ids, at) {
  const asked = input.value.trim();
  if (!asked) return;
  const parts = roleNames.split(asked).map((part) => [part, roleNames.find(part)]);
  const unknown = parts.find(([, found]) => found.matches.length !== 1);
  if (unknown) {
    const problem = document.getElementById("picker-problem");
    problem.textContent = understanding(...unknown, "role");
    problem.hidden = false;
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", problem.id);
    announce(problem.textContent);
    return;
  }
  const chosen = parts.map(([, found]) => found.matches[0].id);
  const kept = [...ids.slice(0, at), ...chosen, ...ids.slice(at + 1)];
  go(address("compare", [...new Set(kept)].join(",")), input.id);
}

// --- who owns what --------------------------------------------------------------------------

function whoOwnsView(value) {
  const found = topicNames.find(value);
  const known = found.matches.length === 1 ? found.matches[0].id : null;
  const results = h("div", { id: "results" });
  const input = h("input", {
    id: "search", type: "search", autocomplete: "off", value: known && found.plain ? "" : value,
    oninput: ({ target }) => {
      // The address keeps what was typed, for whoever comes back to it.
      history.replaceState(null, "", address("who-owns", target.value));
      results.replaceChildren(...answersTo(target.value));
      announce(results.firstElementChild.textContent);
    },
  });
  const submit = (event) => {
    event.preventDefault();
    const { matches } = topicNames.find(input.value);
    if (matches.length === 1) go(address("who-owns", matches[0].id));
  };
  const form = h("form", { role: "search", onsubmit: submit }, h("label", { for: "search" }, say("page.search-label")), input);
  results.append(...(known && found.plain ? ownership(known) : answersTo(value)));
  return { title: known ? topicName(known) : say("who-owns"), nodes: [form, results] };
}

/** Show the topics that words mean, who owns them, and the sentences that the words are in. */
function answersTo(asked) {
  if (!asked.trim()) return [overview()];
  const found = topicNames.find(asked);
  const candidates = found.matches.length ? found.matches : found.near;
  const sentences = mentions(asked).slice(0, MOST_MENTIONS);
  return [
    h("p", { class: "muted" }, understanding(asked, found, "topic")),
    ...(found.matches.length === 1
      ? [h("h2", {}, topicLink(found.matches[0].id)), ...ownership(found.matches[0].id)]
      : [bullets(candidates.map(({ id }) => [topicLink(id), ownersOf(id)]))]),
    ...(sentences.length ? [h("h2", {}, say("page.sentences")), bullets(sentences.map(mention))] : []),
  ];
}

function mention({ role, statement }) {
  const about = [...new Set(statement.claims.map(([, topic]) => topic))];
  return [
    tell("label", { name: roleLink(role.id) }), pick(statement.text), " ",
    about.length ? muted(listed(about.map(topicLink))) : "",
  ];
}

function ownersOf(id) {
  const topic = topics.get(id);
  const text = namesOf(topic.standing.owners);
  return [text && muted(say("in-brackets", { text })), " ", stateMark(topic)];
}

function ownership(id) {
  const topic = topics.get(id);
  const { state, owners, evidence } = whoOwns(id);
  const rows = evidence.map(({ letter, role, statement, line }) =>
    row([letterMark(letter, topic), " ", say(LETTER_WORDS[letter])], [
      cell(roleLink(role.id)),
      cell(statement ? pick(statement.text) : h("em", {}, say("no-sentence"))),
      cell(position(role, line)),
    ]),
  );
  const heads = [say("involvement"), say("role"), say("statement"), say("where")];
  return [
    h("p", { class: `verdict ${state}` }, verdict(state, owners)),
    state === "owned" ? null : h("p", {}, reason(topic, topic.standing.accepted?.roles)),
    ...(topic.ask ? [askLine(topic)] : owners.map((id) => askLine(roles.get(id), roleName(id)))),
    rows.length ? table(say("page.who-says", { topic: topicName(id) }), heads, rows, { seen: true }) : null,
    otherNames(topic),
  ].filter(Boolean);
}

function verdict(state, owners) {
  if (state === "owned") return say("is-owned", { owner: roleName(owners[0]) });
  if (state === "contested") return say("is-contested", { owners: versus(owners) });
  return say(state === "undecided" ? "page.is-undecided" : "is-unowned");
}

function overview() {
  const rows = groupRows(data.topics, 3, (topic) =>
    row(topicLink(topic.id), [
      cell(listed(topic.standing.owners.map(roleLink))), cell(stateMark(topic)),
    ]),
  );
  return table(say("who-owns"), [say("topic"), say("owner"), say("state")], rows);
}

// --- the matrix, the roles, what is unsettled -----------------------------------------------

function matrixView(value) {
  const role = value.startsWith("role:") ? roles.get(value.slice(5)) : undefined;
  const shown = data.topics.filter((topic) => {
    if (value === "contested") return topic.standing.state === "contested";
    if (value === "unowned") return !topic.standing.owners.length;
    return !role || isInvolved(role.id, topic);
  });
  const rows = groupRows(shown, data.roles.length + 1, (topic) =>
    row(
      [topicLink(topic.id), " ", stateMark(topic)],
      data.roles.map((each) => cell(letterMarks(each, topic))),
    ),
  );
  const option = (key, text) => h("option", { value: key, selected: key === value }, text);
  const filter = h(
    "p",
    { class: "filter" },
    h("label", { for: "filter" }, say("page.show-only")), " ",
    h(
      "select",
      { id: "filter", onchange: ({ target }) => go(address("matrix", target.value), "filter") },
      option("", say("page.every-topic")),
      option("contested", say("only-contested")),
      option("unowned", say("only-unowned")),
      data.roles.map((each) => option(`role:${each.id}`, pick(each.name))),
    ),
  );
  const heads = [say("topic"), ...data.roles.map((each) => roleLink(each.id))];
  const body = rows.length
    ? table(say("page.matrix"), heads, rows, { kind: "matrix" })
    : h("p", {}, say("page.nothing-here"));
  return { title: say("page.matrix"), nodes: [filter, h("p", { class: "muted" }, say("legend")), body] };
}

function rolesView() {
  const decides = (id) => data.topics.filter((topic) => topic.standing.owners.includes(id)).length;
  const rows = data.roles.map((role) =>
    row(roleLink(role.id), [
      cell(pick(role.summary?.text)),
      cell(String(decides(role.id)), { class: "number" }),
    ]),
  );
  const heads = [say("role"), say("summary"), say("accountable-for")];
  return { title: say("roles"), nodes: [table(say("roles"), heads, rows)] };
}

function roleView(value) {
  const [found] = roleNames.find(value).matches.length === 1 ? roleNames.find(value).matches : [];
  if (!found) return rolesView();
  const role = roles.get(found.id);
  const managers = data.roles.filter((each) => each.manages.includes(role.id));
  const others = data.roles.filter((each) => each !== role);
  const section = (key, ...nodes) => [h("h2", {}, say(key)), ...nodes];
  const nodes = [
    role.summary ? h("p", { class: "contrast" }, pick(role.summary.text)) : null,
    otherNames(role),
    askLine(role),
    managers.length ? h("p", {}, label(say("reports-to-label")), listed(managers.map(({ id }) => roleLink(id)))) : null,
    role.manages.length ? h("p", {}, label(say("manages")), listed(role.manages.map(roleLink))) : null,
    ...partsOf(role),
    ...data.dimensions.flatMap(({ id, name }) => [
      h("h2", {}, pick(name)),
      role.brief[id] ? h("p", {}, h("strong", {}, pick(role.brief[id]))) : null,
      role.statements[id]
        ? bullets(role.statements[id].map((statement) => said(role, statement)))
        : h("p", { class: "muted" }, say("not-described")),
    ]),
    ...(role.notes.length ? section("notes", bullets(role.notes.map(pick))) : []),
    ...(role.source ? section("source", h("p", {}, pick(role.source))) : []),
    ...(others.length
      ? section("page.compare-with", h("p", { class: "more" }, listed(others.map(({ id, name }) =>
        link("compare", `${role.id},${id}`, pick(name))))))
      : []),
  ];
  return { title: pick(role.name), nodes: nodes.filter(Boolean) };
}

/** Say in which topics a role has what part, and where others claim the same. */
function partsOf(role) {
  const strongest = (letter) =>
    data.topics.filter((topic) => lettersOf(role).get(topic.id)?.[0] === letter);
  const alone = strongest("A").filter((topic) => topic.standing.state === "owned");
  const claimed = strongest("A").filter((topic) => topic.standing.state !== "owned");
  const section = (key, shown) => (shown.length ? [h("h2", {}, say(key)), bullets(shown)] : []);
  return [
    ...(alone.length ? [h("h2", {}, say("decides")), h("p", {}, listed(alone.map(({ id }) => topicLink(id))))] : []),
    ...section("others-claim", claimed.map((topic) => [toldTopic(topic, [role.id]), " ", reason(topic)])),
    ...[["does-only", "R"], ["is-asked", "C"], ["is-told", "I"]].flatMap(([key, letter]) =>
      section(key, strongest(letter).map(({ id }) => [topicLink(id), ownersOf(id)])),
    ),
  ];
}

/** Show a sentence, the letters that it gives, and where it stands. */
function said(role, statement) {
  const marks = statement.claims.map(([letter, topic]) => [letterMark(letter, topics.get(topic)), " ", topicLink(topic)]);
  return [
    pick(statement.text), " ", marks.length ? muted("[", listed(marks), "]") : "", " ",
    data.sourceUrl ? position(role, statement.line) : "",
  ];
}

function unsettledView() {
  const rows = unsettled().map((id) => {
    const topic = topics.get(id);
    const { owners } = topic.standing;
    const involved = data.roles.filter((role) => isInvolved(role.id, topic)).map((role) => role.id);
    return row(topicLink(id), [
      cell(stateMark(topic)),
      cell(listed((owners.length ? owners : involved).map(roleLink))),
      cell([reason(topic), askLine(topic)]),
    ]);
  });
  const heads = [say("topic"), say("state"), say("roles"), say("page.reason")];
  const body = rows.length
    ? table(say("page.unsettled"), heads, rows)
    : h("p", {}, say("page.all-settled"));
  return { title: say("page.unsettled"), nodes: [h("p", { class: "muted" }, say("page.unsettled-lead")), body] };
}
