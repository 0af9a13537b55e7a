// How things are shown. Text from the catalog reaches the page as text alone: as children of
// elements, which are never parsed, or as the value of an attribute.

let language = data.languages[0].code;

/** Return the text in the language of the page, else in its base language, else the first. */
function pick(texts) {
  return texts?.[language] || texts?.[language.split("-")[0]] || Object.values(texts ?? {})[0] || "";
}

/**
 * Return the program's words as pieces, with {x} filled in by what is called x.
 *
 * Of {x?text}, the text is there where x is. The templates are those of rolecmp/words.
 */
function tell(key, values = {}) {
  const { words } = data.languages.find(({ code }) => code === language);
  const template = data.words[words][key].replace(
    /\{(\w+)\?((?:[^{}]|\{\w+\})*)\}/g,
    (_, name, text) => (values[name] ? text : ""),
  );
  const pieces = template.split(/\{(\w+)\}/);
  return pieces.map((piece, at) => (at % 2 ? values[piece] : piece));
}

const say = (key, values) => tell(key, values).join("");
const label = (name) => say("label", { name });

const roleName = (id) => pick(roles.get(id).name);
const topicName = (id) => pick(topics.get(id).name);
const joined = (texts) => texts.join(say("list-comma"));
const namesOf = (ids) => joined(ids.map(roleName));

/** Join names as in a sentence: "A, B and C". */
function versus(ids) {
  const last = roleName(ids.at(-1));
  return ids.length > 1 ? say("versus", { first: namesOf(ids.slice(0, -1)), last }) : last;
}

/** Make an element; an attribute that begins with "on" is called when that happens. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== false));
  return element;
}

/** Return the address of a view, as a link needs it. */
function address(view, value = "") {
  return `#${view}${value && `=${encodeURIComponent(value).replaceAll("%2C", ",")}`}`;
}

const link = (view, value, text) => h("a", { href: address(view, value) }, text);
const roleLink = (id) => link("role", id, roleName(id));
const topicLink = (id) => link("who-owns", id, topicName(id));

/** Put the language's comma between nodes. */
function listed(nodes) {
  return nodes.flatMap((node, at) => (at ? [say("list-comma"), node] : [node]));
}

function bullets(nodes) {
  return h("ul", {}, nodes.map((node) => h("li", {}, node)));
}

function muted(...children) {
  return h("span", { class: "muted" }, children);
}

const LETTER_WORDS = { A: "accountable", R: "responsible", C: "consulted", I: "informed" };
const letterMark = (letter, topic) =>
  h("abbr", { class: `letter ${letter} ${topic.standing.state}`, title: say(LETTER_WORDS[letter]) }, letter);

/** Return the marks of a role's letters on a topic. */
const letterMarks = (role, topic) =>
  (lettersOf(role).get(topic.id) ?? []).flatMap((each) => [letterMark(each, topic), " "]);

/** Return the mark of a topic that is not settled. */
function stateMark(topic) {
  const { state } = topic.standing;
  if (state === "owned") return null;
  return isAccepted(topic)
    ? h("span", { class: "mark accepted" }, say("state-accepted", { state: say(state) }))
    : h("span", { class: `mark ${state}` }, say(state));
}

/** Say why a topic that is not settled may stay so, and for `whom`, or that nothing was settled. */
function reason(topic, whom = []) {
  const { accepted, lapsed, state } = topic.standing;
  if (state === "owned") return null;
  if (!isAccepted(topic)) {
    const why = accepted ? say("message.accepted-until", accepted) : pick(lapsed);
    const said = why ? say("not-accepted", { why }) : say("not-settled");
    return h("span", { class: "open" }, said);
  }
  const { until } = accepted;
  const said = { roles: namesOf(whom), until, reason: pick(accepted.reason) };
  return h("span", { class: "reason" }, say("accepted", said));
}

/** Say the other names of a role or a topic. */
function otherNames(thing) {
  const names = [...new Set(thing.names.map(([name]) => name))];
  const others = names.filter((name) => name !== pick(thing.name));
  if (!others.length) return null;
  return h("p", { class: "muted" }, label(say("aliases")), joined(others));
}

/** Say whom or where to ask, of a role by its name; an address or a link can be followed. */
function askLine(thing, role = "") {
  if (!thing.ask) return null;
  const mail = /^[^\s@:/?]+@[^\s@/?]+\.[^\s@/?]+$/.test(thing.ask);
  const href = mail ? `mailto:${thing.ask}` : /^https?:\/\//i.test(thing.ask) ? thing.ask : null;
  const ask = href ? h("a", { href, rel: "noopener noreferrer" }, thing.ask) : thing.ask;
  return h("p", {}, role ? tell("ask-role", { role, ask }) : tell("ask-whom", { ask }));
}

/** Say in which file and line something stands, as a link where it is known where that lies. */
function position(role, line) {
  const shown = `${role.path}:${line}`;
  if (!data.sourceUrl) return h("span", { class: "position" }, shown);
  const href = `${data.sourceUrl}${encodeURIComponent(role.path)}#L${line}`;
  return h("a", { class: "position", href, rel: "noopener noreferrer" }, shown);
}

/**
 * Make a table; its caption is seen where it says more than the heading above it.
 *
 * A matrix is scrolled on a narrow screen. In any other table the cells then stand below each
 * other, each under the head of its column.
 */
function table(caption, heads, rows, { kind = "stacked", seen = false } = {}) {
  const titles = heads.map(head);
  for (const line of kind === "stacked" ? rows : []) {
    const cells = [...line.children].filter((each) => each.colSpan === 1);
    cells.forEach((each, at) => at && each.setAttribute("data-head", titles[at].textContent));
  }
  return h(
    "div",
    { class: "wide", role: "region", tabindex: 0, "aria-label": caption },
    h(
      "table",
      { class: kind, role: "table" },
      h("caption", { class: seen ? null : "unseen" }, caption),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, titles)),
      h("tbody", { role: "rowgroup" }, rows),
    ),
  );
}

/** The corner over the row heads is a cell: a column head without words tells nothing. */
function head(content) {
  return content === ""
    ? h("td", { role: "cell" })
    : h("th", { scope: "col", role: "columnheader" }, content);
}

function row(title, cells) {
  return h("tr", { role: "row" }, h("th", { scope: "row", role: "rowheader" }, title), cells);
}

function cell(content, attributes = {}) {
  return h("td", { role: "cell", ...attributes }, content);
}

/** Make the rows of topics, each group of the catalog under its name. */
function groupRows(shown, width, make) {
  const groups = [...data.groups, { id: null, name: null }];
  return groups.flatMap(({ id, name }) => {
    const found = shown.filter((topic) => topic.group === id).map(make);
    return name && found.length ? [titleRow(pick(name), width), ...found] : found;
  });
}

function titleRow(title, width) {
  const attributes = { colspan: width, scope: "colgroup", role: "rowheader" };
  return h("tr", { class: "group", role: "row" }, h("th", attributes, title));
}

/** Say what words were taken for, where they are not one name as it is written. */
function understanding(asked, found, kind) {
  const nameOf = kind === "role" ? roleName : topicName;
  const named = (matches) => joined(matches.map(({ id }) => nameOf(id)));
  if (found.matches.length === 1) return say("page.understood", { asked, names: named(found.matches) });
  if (found.matches.length) return say("page.several-fit", { asked, names: named(found.matches) });
  if (found.near.length) return say("page.near-names", { asked, names: named(found.near) });
  return say("page.nothing-fits", { asked });
}
