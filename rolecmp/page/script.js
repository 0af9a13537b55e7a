"use strict";
// The page's script, in three parts: what words mean, what the answers are, how they are shown.
// Text from the catalog reaches the page through textContent alone.

const rolecmp = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const roles = new Map(data.roles.map((role) => [role.id, role]));
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const dimensions = new Map(data.dimensions.map((each) => [each.id, each]));

  // --- what words mean: the steps of rolecmp/definitions/lookup.py, in the same order ---------

  const HAN = "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff]";
  const BESIDE_HAN = new RegExp(`(?<=${HAN})-|-(?=${HAN})`, "g");
  const QUOTES = "\"'`“”‘’«»「」『』《》〈〉";
  const BRACKETS = /^([^()[\]【】「」]*)[([【「]([^()[\]]*)[)\]】」]$/;
  const SIMPLIFIED = new Map(
    Array.from(data.names.traditional, (char, index) => [char, data.names.simplified[index]]),
  );
  const SPLIT = /\s*(?:[,，、;；/+&|]|和|与|跟|同|对比|比|vs\.?(?!\p{L}))\s*/iu;

  const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);

  function normalForm(name) {
    const plain = name.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").normalize("NFKC");
    const joined = plain.replace(/[-_‐‑‒–—―]/g, " ").split(/\s+/).filter(Boolean).join("-");
    return joined.replace(BESIDE_HAN, "");
  }

  const folded = (name) =>
    Array.from(normalForm(name), (char) => SIMPLIFIED.get(char) ?? char).join("");

  function strip(text, characters) {
    let start = 0;
    let end = text.length;
    while (start < end && characters.includes(text[start])) start += 1;
    while (end > start && characters.includes(text[end - 1])) end -= 1;
    return text.slice(start, end);
  }

  function loosened(name) {
    const bare = strip(strip(strip(normalForm(name), QUOTES), "?!。,."), "-");
    const bracketed = BRACKETS.exec(bare);
    const parts = bracketed ? [bracketed[1], bracketed[2]] : [];
    return [folded(bare), ...parts.map((part) => folded(strip(part, QUOTES))).filter(Boolean)];
  }

  function withoutOne(form) {
    const words = form.split("-");
    const found = [];
    if (data.names.english.includes(words[0])) found.push(words.slice(1).join("-"));
    if (data.names.english.includes(words.at(-1))) found.push(words.slice(0, -1).join("-"));
    if (!isAscii(form)) {
      for (const word of data.names.chinese) {
        if (form.startsWith(word)) found.push(strip(form.slice(word.length), "-"));
        if (form.endsWith(word)) found.push(strip(form.slice(0, -word.length), "-"));
      }
    }
    return found.filter(Boolean);
  }

  /** Return what is left of a question without the words that only ask, the longest first. */
  function shorter(form) {
    const bare = strip(form.replace(/[?!。,.:;「」“”"'《》]/g, ""), "-");
    const found = new Set([bare]);
    let waiting = [bare];
    while (waiting.length && found.size <= 2000) {
      waiting = [...new Set(waiting.flatMap(withoutOne))].filter((each) => !found.has(each));
      waiting.forEach((each) => found.add(each));
    }
    const byLength = Map.groupBy
      ? Map.groupBy(found, (each) => each.length)
      : [...found].reduce((all, each) => all.set(each.length, [...(all.get(each.length) ?? []), each]), new Map());
    return [...byLength.keys()].sort((a, b) => b - a).map((length) => byLength.get(length));
  }

  function matchingBlocks(a, b) {
    // The longest run in common, then the same on both sides of it, as difflib does.
    let [best, atA, atB] = [0, 0, 0];
    let runs = new Map();
    for (let i = 0; i < a.length; i += 1) {
      const next = new Map();
      for (let j = 0; j < b.length; j += 1) {
        if (a[i] !== b[j]) continue;
        const size = (runs.get(j - 1) ?? 0) + 1;
        next.set(j, size);
        if (size > best) [best, atA, atB] = [size, i - size + 1, j - size + 1];
      }
      runs = next;
    }
    if (!best) return [];
    return [
      ...matchingBlocks(a.slice(0, atA), b.slice(0, atB)),
      best,
      ...matchingBlocks(a.slice(atA + best), b.slice(atB + best)),
    ];
  }

  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

  /** Return how near a name is to what was asked, from 0 (not at all) to 1. */
  function likeness(asked, name) {
    if (isAscii(asked) !== isAscii(name)) return 0;
    const [a, b] = [Array.from(asked), Array.from(name)];
    const blocks = matchingBlocks(a, b);
    if (isAscii(asked)) {
      const ratio = (2 * sum(blocks)) / (a.length + b.length);
      return ratio >= 0.6 ? ratio : 0;
    }
    if (b.length > 1 && asked.includes(name)) return 0.9;
    const inPlace = (x, y) => x.filter((char, index) => char === y[index]).length;
    const same = Math.max(
      inPlace(a, b),
      inPlace([...a].reverse(), [...b].reverse()),
      sum(blocks.filter((size) => size > 1)),
    );
    const share = (2 * same) / (a.length + b.length);
    return share >= 0.5 ? share : 0;
  }

  function distinct(matches) {
    const found = new Map();
    matches.forEach((match) => found.has(match.id) || found.set(match.id, match));
    return [...found.values()];
  }

  class Names {
    constructor(things) {
      this.matches = things.flatMap((thing) =>
        thing.names.map(([name, language]) => ({ id: thing.id, name, language })),
      );
      this.written = new Map();
      const spoken = this.matches.filter((match) => match.language);
      const others = this.matches.filter((match) => !match.language);
      for (const match of [...spoken, ...others]) {
        const form = normalForm(match.name);
        if (!this.written.has(form)) this.written.set(form, match);
      }
      this.loose = new Map();
      for (const match of this.matches) {
        for (const form of loosened(match.name)) {
          this.loose.set(form, [...(this.loose.get(form) ?? []), match]);
        }
      }
    }

    /** Return {matches, plain, near}: with one match the words are understood. */
    find(asked) {
      const exact =
        this.matches.find((match) => match.id === asked && match.name === asked) ??
        this.written.get(normalForm(asked));
      if (exact) return { matches: [exact], plain: true, near: [] };
      if (!normalForm(asked)) return { matches: [], plain: false, near: [] };
      for (const step of ["otherwiseWritten", "askedAbout", "partOf"]) {
        const matches = this[step](asked);
        if (matches.length) return { matches, plain: false, near: [] };
      }
      return { matches: [], plain: false, near: this.near(asked) };
    }

    split(asked) {
      if (this.find(asked).plain) return [asked];
      const parts = asked.split(SPLIT);
      const known = parts.every((part) => this.find(part).matches.length === 1);
      return parts.length > 1 && known ? parts : [asked];
    }

    otherwiseWritten(asked) {
      return distinct(loosened(asked).flatMap((form) => this.loose.get(form) ?? []));
    }

    askedAbout(asked) {
      for (const forms of shorter(folded(asked))) {
        const found = distinct(forms.flatMap((form) => this.loose.get(form) ?? []));
        if (found.length) return found;
      }
      return [];
    }

    partOf(asked) {
      for (const form of new Set(loosened(asked))) {
        if (form.length < (isAscii(form) ? 3 : 2)) continue;
        const safe = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        const patterns = isAscii(form)
          ? [`(?<![a-z0-9])${safe}(?![a-z0-9])`, `(?<![a-z0-9])${safe}`]
          : [safe];
        for (const pattern of patterns) {
          const search = new RegExp(pattern);
          const found = distinct(this.matches.filter((match) => search.test(folded(match.name))));
          if (found.length) return found;
        }
      }
      return [];
    }

    near(asked) {
      const scored = new Map();
      for (const match of this.matches) {
        const score = likeness(folded(asked), folded(match.name));
        if (score > (scored.get(match.id)?.score ?? 0)) scored.set(match.id, { score, match });
      }
      const best = [...scored.values()].sort((a, b) => b.score - a.score);
      return best.slice(0, 3).map((each) => each.match);
    }
  }

  const names = { roles: new Names(data.roles), topics: new Names(data.topics) };

  // --- what the answers are -------------------------------------------------------------------

  const LETTERS = "ARCI";

  /** Map each topic of a role to its letters, strongest first. */
  function lettersOf(role) {
    const found = new Map();
    for (const { letter, topic } of claimsOf(role)) {
      const letters = found.get(topic) ?? [];
      if (!letters.includes(letter)) letters.push(letter);
      found.set(topic, letters.sort((a, b) => LETTERS.indexOf(a) - LETTERS.indexOf(b)));
    }
    return found;
  }

  /** Return each letter of a role with the sentence that gives it, null where none does. */
  function claimsOf(role) {
    const found = [];
    const take = (dimension, statement) =>
      statement.claims.forEach(([letter, topic, line]) =>
        found.push({ role, dimension, statement, letter, topic, line }),
      );
    if (role.summary) take("summary", role.summary);
    for (const { id } of data.dimensions) (role.statements[id] ?? []).forEach((each) => take(id, each));
    role.letters.forEach(([letter, topic, line]) =>
      found.push({ role, dimension: "", statement: null, letter, topic, line }),
    );
    return found;
  }

  /** Sort the topics of roles by who decides, as `rolecmp compare` does. */
  function compare(ids) {
    const shown = ids.map((id) => roles.get(id));
    const letters = shown.map(lettersOf);
    const answer = { decides: ids.map(() => []), contested: [], undecided: [], alsoClaimed: [], elsewhere: [] };
    for (const topic of data.topics) {
      const involved = letters.some((each) => each.has(topic.id));
      const owners = topic.standing.owners;
      const here = owners.filter((id) => ids.includes(id));
      if (!involved) continue;
      if (here.length > 1) answer.contested.push(topic.id);
      else if (here.length === 1 && owners.length > 1) answer.alsoClaimed.push(topic.id);
      else if (here.length === 1) answer.decides[ids.indexOf(here[0])].push(topic.id);
      else if (owners.length) answer.elsewhere.push(topic.id);
      else answer.undecided.push(topic.id);
    }
    const among = (pair) => pair.roles.every((id) => ids.includes(id));
    const pairs = data.pairs.filter(among);
    const manages = shown.flatMap((role) =>
      role.manages.filter((id) => ids.includes(id)).map((id) => [role.id, id]),
    );
    return { roles: ids, ...answer, pairs, manages };
  }

  /** Return who has a letter on a topic, with the sentences, strongest letter first. */
  function whoOwns(id) {
    const evidence = data.roles
      .flatMap(claimsOf)
      .filter((claim) => claim.topic === id)
      .sort((a, b) => LETTERS.indexOf(a.letter) - LETTERS.indexOf(b.letter));
    return { topic: id, ...topics.get(id).standing, evidence };
  }

  /** Return the topics without exactly one owner, those that nothing was said of first. */
  function unsettled() {
    const open = data.topics.filter((topic) => topic.standing.state !== "owned");
    return [
      ...open.filter((topic) => !isAccepted(topic)),
      ...open.filter(isAccepted),
    ].map((topic) => topic.id);
  }

  /** Tell whether a topic's state is known and meant, today. */
  function isAccepted(topic) {
    const { accepted } = topic.standing;
    return Boolean(accepted) && !(accepted.until && today() >= accepted.until);
  }

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  // --- how they are shown ---------------------------------------------------------------------

  let language = data.languages[0];

  function pick(texts) {
    if (!texts) return "";
    return texts[language] ?? texts[language.split("-")[0]] ?? Object.values(texts)[0] ?? "";
  }

  /** Fill the program's words: "{x}" by the value called x. */
  function say(key, values = {}) {
    const words = data.words[language.split("-")[0]] ?? data.words.en;
    return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  const roleName = (id) => pick(roles.get(id).name);
  const topicName = (id) => pick(topics.get(id).name);
  const joined = (texts) => texts.join(say("list-comma"));

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

  const address = (view, value = "") => `#${view}${value && `=${encodeURIComponent(value).replaceAll("%2C", ",")}`}`;
  const roleLink = (id) => h("a", { href: address("role", id) }, roleName(id));
  const topicLink = (id) => h("a", { href: address("who-owns", id) }, topicName(id));

  function listed(nodes) {
    return nodes.flatMap((node, index) => (index ? [say("list-comma"), node] : [node]));
  }

  function letter(value) {
    return h("abbr", { class: `letter ${value}`, title: say(`letter-${value}`) }, value);
  }

  function mark(topic) {
    const { state } = topic.standing;
    if (state === "owned") return null;
    const words = say(`state-${state}`) + (isAccepted(topic) ? say("and-accepted") : "");
    return h("span", { class: `mark ${state}` }, words);
  }

  function reason(topic) {
    const { accepted, state } = topic.standing;
    if (state === "owned") return null;
    if (!isAccepted(topic)) return h("span", { class: "open" }, say("not-settled"));
    const until = accepted.until ? say("until", { date: accepted.until }) : "";
    return h("span", { class: "reason" }, say("accepted", { reason: pick(accepted.reason) }) + until);
  }

  function ask(thing) {
    if (!thing.ask) return null;
    const mail = /^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(thing.ask);
    const link = /^https?:\/\//i.test(thing.ask) ? thing.ask : mail ? `mailto:${thing.ask}` : null;
    const shown = link ? h("a", { href: link, rel: "noopener noreferrer" }, thing.ask) : thing.ask;
    return h("p", { class: "ask" }, say("ask"), " ", shown);
  }

  function position(path, line) {
    const shown = `${path}:${line}`;
    if (!data.sourceUrl) return h("span", { class: "position" }, shown);
    const file = path.split("/").map(encodeURIComponent).join("/");
    return h("a", { class: "position", href: `${data.sourceUrl}${file}#L${line}`, rel: "noopener noreferrer" }, shown);
  }

  function table(caption, heads, rows, attributes = {}) {
    return h(
      "div",
      { class: "wide", role: "region", tabindex: 0, "aria-label": caption },
      h(
        "table",
        attributes,
        h("caption", {}, caption),
        h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
        h("tbody", {}, rows),
      ),
    );
  }

  function row(head, cells, attributes = {}) {
    return h("tr", attributes, h("th", { scope: "row" }, head), cells);
  }

  function items(nodes) {
    return nodes.length ? h("ul", {}, nodes.map((node) => h("li", {}, node))) : h("span", { class: "muted" }, say("not-described"));
  }

  // --- the views: each returns a title and what stands below it -------------------------------

  function compareView(value, full) {
    const ids = value ? value.split(",").filter((id) => roles.has(id)) : [];
    if (ids.length < 2) {
      const first = data.pairs.find((pair) => pair.difference) ?? { roles: data.roles.map((role) => role.id) };
      for (const id of first.roles) if (ids.length < 2 && !ids.includes(id)) ids.push(id);
    }
    const title = joined(ids.map(roleName));
    if (ids.length < 2) return { title: say("compare"), nodes: [h("p", {}, say("one-role"))] };
    const answer = compare(ids);
    const contrasts = answer.pairs.filter((pair) => pair.difference);
    const nodes = [pickers(ids)];
    for (const pair of contrasts) {
      const lead = ids.length > 2 ? `${joined(pair.roles.map(roleName))}${say("colon")}` : "";
      nodes.push(h("p", { class: "contrast" }, lead + pick(pair.difference)));
    }
    const span = { colspan: ids.length };
    const rows = data.dimensions.map(({ id, name }) =>
      row(pick(name), ids.map((each) => h("td", { "data-role": roleName(each) }, dimensionCell(roles.get(each), id, full)))),
    );
    for (const [manager, managed] of answer.manages) {
      rows.push(row(say("manages"), h("td", span, say("manages-whom", { manager: roleName(manager), managed: roleName(managed) }))));
    }
    rows.push(
      row(
        say("decides"),
        ids.map((id, index) => h("td", { "data-role": roleName(id) }, decidesCell(answer.decides[index], full))),
      ),
    );
    const together = (key, found, more) =>
      found.length && rows.push(row(say(key), h("td", span, h("ul", {}, found.map((id) => h("li", {}, topicLink(id), " ", more(topics.get(id))))))));
    together(ids.length > 2 ? "several-claim" : "both-claim", answer.contested, (topic) => [
      othersClaim(topic, ids), reason(topic),
    ]);
    together("nobody-decides", answer.undecided, (topic) => [doers(topic, ids), reason(topic)]);
    together("others-claim", answer.alsoClaimed, (topic) => [othersClaim(topic, ids), reason(topic)]);
    together("decided-elsewhere", answer.elsewhere, (topic) => [
      say("parenthesis", { text: joined(topic.standing.owners.map(roleName)) }),
    ]);
    const heads = ["", ...ids.map((id) => roleLink(id))];
    nodes.push(table(title, heads, rows, { class: "compare" }));
    if (full) nodes.push(allTopics(ids, title), ...aboutPairs(answer.pairs, ids));
    const target = address(full ? "compare" : "compare-full", ids.join(","));
    nodes.push(h("p", {}, h("a", { href: target, class: "more" }, say(full ? "show-brief" : "show-full"))));
    return { title, nodes };
  }

  function dimensionCell(role, dimension, full) {
    const statements = role.statements[dimension] ?? [];
    if (full) return items(statements.map((each) => pick(each.text)));
    if (role.brief[dimension]) return pick(role.brief[dimension]);
    const shown = statements.slice(0, 2).map((each) => pick(each.text));
    const left = statements.length - shown.length;
    return items(left > 0 ? [...shown, say("and-more", { count: left })] : shown);
  }

  function decidesCell(found, full) {
    const most = 6;
    const shown = full || found.length <= most + 1 ? found : found.slice(0, most);
    const more = found.length - shown.length;
    const count = h("strong", { class: "count" }, String(found.length));
    if (!found.length) return [count];
    return [count, " ", listed(shown.map(topicLink)), more > 0 ? ` ${say("and-more", { count: more })}` : null];
  }

  function othersClaim(topic, ids) {
    const others = topic.standing.owners.filter((id) => !ids.includes(id));
    return others.length ? `${say("parenthesis", { text: say("claimed-by", { roles: joined(others.map(roleName)) }) })} ` : null;
  }

  function doers(topic, ids) {
    const found = ids.filter((id) => lettersOf(roles.get(id)).has(topic.id));
    return `${say("parenthesis", { text: say("done-by", { roles: joined(found.map(roleName)) }) })} `;
  }

  function allTopics(ids, title) {
    const letters = ids.map((id) => lettersOf(roles.get(id)));
    const rows = data.topics
      .filter((topic) => letters.some((each) => each.has(topic.id)))
      .map((topic) =>
        row(
          [topicLink(topic.id), " ", mark(topic)],
          letters.map((each) => h("td", {}, listed((each.get(topic.id) ?? []).map(letter)))),
        ),
      );
    return table(say("topics-of", { roles: title }), [say("topic"), ...ids.map(roleName)], rows);
  }

  function aboutPairs(pairs, ids) {
    return pairs
      .filter((pair) => pair.together.length)
      .flatMap((pair) => [
        h("h2", {}, ids.length > 2 ? say("about-roles", { roles: joined(pair.roles.map(roleName)) }) : say("about-two")),
        h("ul", {}, pair.together.map((text) => h("li", {}, pick(text)))),
      ]);
  }

  function pickers(ids) {
    const inputs = [...ids, ""].map((id, index) => {
      const name = `role-${index}`;
      const last = index === ids.length;
      const label = last ? say("add-role") : say("role-number", { number: index + 1 });
      const input = h("input", {
        id: name, list: "role-names", autocomplete: "off", value: id && roleName(id),
        onchange: (event) => choose(event.target, ids, index),
      });
      const remove =
        !last && ids.length > 2
          ? h("a", { class: "remove", href: address("compare", ids.filter((each) => each !== id).join(",")), "aria-label": say("remove", { role: roleName(id) }) }, "×")
          : null;
      return h("div", { class: "picker" }, h("label", { for: name }, label), h("span", {}, input, remove));
    });
    const options = data.roles.map((role) => h("option", { value: pick(role.name) }));
    return h(
      "form",
      { class: "pickers", "aria-label": say("choose-roles"), onsubmit: (event) => event.preventDefault() },
      inputs,
      h("datalist", { id: "role-names" }, options),
    );
  }

  function choose(input, ids, index) {
    const asked = input.value.trim();
    if (!asked) return;
    const found = names.roles.split(asked).map((part) => names.roles.find(part));
    if (found.some((each) => each.matches.length !== 1)) {
      announce(misunderstood(asked, found.find((each) => each.matches.length !== 1)));
      input.setAttribute("aria-invalid", "true");
      return;
    }
    const chosen = found.map((each) => each.matches[0].id);
    const next = [...ids.slice(0, index), ...chosen, ...ids.slice(index + 1)];
    focusNext = input.id;
    location.hash = address("compare", [...new Set(next)].join(","));
  }

  function misunderstood(asked, found) {
    const candidates = found.matches.length ? found.matches : found.near;
    const shown = joined(candidates.map((match) => match.name));
    if (found.matches.length) return say("several-fit", { asked, names: shown });
    return candidates.length ? say("near-names", { asked, names: shown }) : say("nothing-fits", { asked });
  }

  function whoOwnsView(value) {
    const title = value && topics.has(value) ? topicName(value) : say("who-owns");
    const nodes = [searchForm()];
    if (value && topics.has(value)) nodes.push(...ownership(value));
    else nodes.push(overview());
    return { title, nodes };
  }

  function searchForm() {
    const results = h("div", { class: "results" });
    const input = h("input", {
      id: "search", type: "search", autocomplete: "off", value: asked,
      oninput: (event) => { asked = event.target.value; showResults(results); },
    });
    const form = h(
      "form",
      {
        role: "search",
        onsubmit: (event) => {
          event.preventDefault();
          const found = names.topics.find(asked);
          if (found.matches.length === 1) location.hash = address("who-owns", found.matches[0].id);
        },
      },
      h("label", { for: "search" }, say("search-label")),
      input,
    );
    showResults(results, true);
    return h("div", {}, form, results);
  }

  /** Show the topics that the words mean, and the sentences in which they stand. */
  function showResults(results, quiet) {
    if (!asked.trim()) {
      results.replaceChildren();
      return;
    }
    const found = names.topics.find(asked);
    const candidates = found.matches.length ? found.matches : found.near;
    const line = found.matches.length
      ? say("understood", { asked, names: joined(found.matches.map((match) => topicName(match.id))) })
      : misunderstood(asked, found);
    const sentences = mentions(asked).slice(0, 8);
    results.replaceChildren(
      h("p", { class: "muted" }, line),
      h("ul", { class: "found" }, candidates.map((match) => h("li", {}, topicLink(match.id), " ", ownersOf(match.id)))),
      sentences.length ? h("h2", {}, say("sentences")) : "",
      h("ul", {}, sentences.map(({ role, statement }) => h("li", {}, roleLink(role.id), say("colon"), pick(statement.text)))),
    );
    if (!quiet) announce(line);
  }

  function ownersOf(id) {
    const topic = topics.get(id);
    const owners = topic.standing.owners.map(roleName);
    return h("span", { class: "muted" }, owners.length ? say("parenthesis", { text: joined(owners) }) : "", " ", mark(topic));
  }

  function mentions(words) {
    const form = folded(words);
    if (form.length < 2) return [];
    return data.roles.flatMap((role) =>
      [...(role.summary ? [role.summary] : []), ...Object.values(role.statements).flat()]
        .filter((statement) => Object.values(statement.text).some((text) => folded(text).includes(form)))
        .map((statement) => ({ role, statement })),
    );
  }

  function ownership(id) {
    const topic = topics.get(id);
    const answer = whoOwns(id);
    const verdict = say(`is-${answer.state}`, { owners: joined(answer.owners.map(roleName)) });
    const rows = answer.evidence.map((claim) =>
      row(
        [letter(claim.letter), " ", say(`letter-${claim.letter}`)],
        [
          h("td", {}, roleLink(claim.role.id)),
          h("td", {}, claim.statement ? pick(claim.statement.text) : h("em", {}, say("no-sentence"))),
          h("td", {}, position(claim.role.path, claim.line)),
        ],
      ),
    );
    return [
      h("p", { class: `verdict ${answer.state}` }, verdict),
      answer.state === "owned" ? null : h("p", {}, reason(topic)),
      ask(topic),
      rows.length
        ? table(say("who-says", { topic: topicName(id) }), [say("involvement"), say("role"), say("sentence"), say("where")], rows)
        : null,
    ].filter(Boolean);
  }

  function grouped(list) {
    const groups = [...data.groups, { id: null, name: null }];
    return groups
      .map((group) => [group, list.filter((topic) => (topic.group ?? null) === group.id)])
      .filter(([, found]) => found.length);
  }

  function groupRows(list, width, make) {
    return grouped(list).flatMap(([group, found]) => [
      ...(group.name ? [h("tr", { class: "group" }, h("th", { colspan: width, scope: "colgroup" }, pick(group.name)))] : []),
      ...found.map(make),
    ]);
  }

  function overview() {
    const rows = groupRows(data.topics, 3, (topic) =>
      row(topicLink(topic.id), [
        h("td", {}, listed(topic.standing.owners.map(roleLink))),
        h("td", {}, mark(topic)),
      ]),
    );
    return table(say("who-owns"), [say("topic"), say("owner"), say("state")], rows);
  }

  function matrixView(value) {
    const [only, role] = value.startsWith("role:") ? ["", value.slice(5)] : [value, ""];
    const shown = data.topics.filter((topic) => {
      const { state } = topic.standing;
      if (only === "contested") return state === "contested";
      if (only === "unowned") return state === "undecided" || state === "unowned";
      return !roles.has(role) || lettersOf(roles.get(role)).has(topic.id);
    });
    const letters = new Map(data.roles.map((each) => [each.id, lettersOf(each)]));
    const rows = groupRows(shown, data.roles.length + 1, (topic) =>
      row(
        [topicLink(topic.id), " ", mark(topic)],
        data.roles.map((each) =>
          h("td", {}, listed((letters.get(each.id).get(topic.id) ?? []).map(letter))),
        ),
      ),
    );
    const option = (key, text) => h("option", { value: key, selected: key === value }, text);
    const filter = h(
      "p",
      {},
      h("label", { for: "filter" }, say("show-only")), " ",
      h(
        "select",
        { id: "filter", onchange: (event) => { focusNext = "filter"; location.hash = address("matrix", event.target.value); } },
        option("", say("every-topic")), option("contested", say("state-contested")), option("unowned", say("nobody-decides")),
        data.roles.map((each) => option(`role:${each.id}`, pick(each.name))),
      ),
    );
    const title = say("matrix");
    const body = rows.length
      ? table(title, [say("topic"), ...data.roles.map((each) => roleLink(each.id))], rows, { class: "matrix" })
      : h("p", {}, say("nothing-here"));
    return { title, nodes: [filter, h("p", { class: "muted" }, say("legend")), body] };
  }

  function rolesView() {
    const rows = data.roles.map((role) =>
      row(roleLink(role.id), [
        h("td", {}, role.summary ? pick(role.summary.text) : ""),
        h("td", { class: "number" }, String(data.topics.filter((topic) => topic.standing.owners.includes(role.id)).length)),
      ]),
    );
    return { title: say("roles"), nodes: [table(say("roles"), [say("role"), say("summary"), say("decides")], rows)] };
  }

  function roleView(id) {
    if (!roles.has(id)) return rolesView();
    const role = roles.get(id);
    const letters = lettersOf(role);
    const mine = (wanted) =>
      data.topics.filter((topic) => letters.get(topic.id)?.[0] === wanted).map((topic) => topic.id);
    const collides = data.topics.filter(
      (topic) => topic.standing.state === "contested" && topic.standing.owners.includes(id),
    );
    const managers = data.roles.filter((each) => each.manages.includes(id)).map((each) => each.id);
    const others = data.roles.filter((each) => each.id !== id);
    const section = (key, nodes) => (nodes.length ? [h("h2", {}, say(key)), ...nodes] : []);
    const decided = mine("A").filter((each) => topics.get(each).standing.state === "owned");
    const nodes = [
      role.summary ? h("p", { class: "contrast" }, pick(role.summary.text)) : null,
      ask(role),
      managers.length ? h("p", {}, say("reports-to"), " ", listed(managers.map(roleLink))) : null,
      role.manages.length ? h("p", {}, say("manages"), say("colon"), listed(role.manages.map(roleLink))) : null,
      ...section("i-decide", decided.length ? [h("p", {}, listed(decided.map(topicLink)))] : []),
      ...section("i-collide", collides.length
        ? [h("ul", {}, collides.map((topic) => h("li", {}, topicLink(topic.id), " ", othersClaim(topic, [id]), reason(topic))))]
        : []),
      ...[["i-do", "R"], ["i-am-asked", "C"], ["i-am-told", "I"]].flatMap(([key, wanted]) =>
        section(key, mine(wanted).length
          ? [h("ul", {}, mine(wanted).map((each) => h("li", {}, topicLink(each), " ", ownersOf(each))))]
          : []),
      ),
      ...data.dimensions.flatMap(({ id: dimension, name }) => [
        h("h2", {}, pick(name)),
        items((role.statements[dimension] ?? []).map((each) => pick(each.text))),
      ]),
      ...section("notes", role.notes.length ? [h("ul", {}, role.notes.map((note) => h("li", {}, pick(note))))] : []),
      ...section("compare-with", others.length
        ? [h("p", {}, listed(others.map((each) => h("a", { href: address("compare", `${id},${each.id}`) }, pick(each.name)))))]
        : []),
    ];
    return { title: pick(role.name), nodes: nodes.filter(Boolean) };
  }

  function unsettledView() {
    const rows = unsettled().map((id) => {
      const topic = topics.get(id);
      const involved = data.roles.filter((role) => lettersOf(role).has(id)).map((role) => role.id);
      return row(topicLink(id), [
        h("td", {}, mark(topic)),
        h("td", {}, listed((topic.standing.owners.length ? topic.standing.owners : involved).map(roleLink))),
        h("td", {}, reason(topic)),
      ]);
    });
    const title = say("unsettled");
    const body = rows.length
      ? table(title, [say("topic"), say("state"), say("roles"), say("reason")], rows)
      : h("p", {}, say("all-settled"));
    return { title, nodes: [h("p", { class: "muted" }, say("unsettled-lead")), body] };
  }

  const VIEWS = {
    compare: (value) => compareView(value, false),
    "compare-full": (value) => compareView(value, true),
    "who-owns": whoOwnsView,
    matrix: matrixView,
    role: roleView,
    unsettled: unsettledView,
  };
  const TABS = [["compare", "compare"], ["who-owns", "who-owns"], ["matrix", "matrix"], ["role", "roles"], ["unsettled", "unsettled"]];

  // --- the page around them -------------------------------------------------------------------

  let asked = "";
  let focusNext = null;
  let first = true;

  function announce(text) {
    document.getElementById("status").textContent = text;
  }

  function readAddress() {
    const [view, ...rest] = location.hash.slice(1).split("=");
    let value = rest.join("=");
    try {
      value = decodeURIComponent(value);
    } catch {
      value = "";
    }
    return [Object.hasOwn(VIEWS, view) ? view : "compare", value];
  }

  function show() {
    const [view, value] = readAddress();
    const { title, nodes } = VIEWS[view](value);
    document.documentElement.lang = language;
    document.title = `${title} – ${pick(data.title) || say("roles")}`;
    const tabs = TABS.map(([target, key]) => {
      const current = view === target || (target === "compare" && view === "compare-full");
      return h("li", {}, h("a", { href: address(target), "aria-current": current && "page" }, say(key)));
    });
    document.getElementById("skip").textContent = say("skip");
    const nav = document.getElementById("nav");
    nav.setAttribute("aria-label", say("views"));
    nav.replaceChildren(h("ul", {}, tabs));
    document.getElementById("languages").replaceChildren(...languageButtons());
    document.getElementById("heading").textContent = title;
    document.getElementById("view").replaceChildren(...nodes);
    document.getElementById("foot").replaceChildren(...foot());
    const focus = focusNext && document.getElementById(focusNext);
    if (focus) focus.focus();
    else if (!first) document.getElementById("heading").focus({ preventScroll: true });
    if (!first && !focus) {
      window.scrollTo(0, 0);
      announce(title);
    }
    focusNext = null;
    first = false;
  }

  function languageButtons() {
    if (data.languages.length < 2) return [];
    return data.languages.map((code) =>
      h(
        "button",
        {
          type: "button", lang: code, "aria-pressed": String(code === language),
          onclick: () => { language = code; focusNext = `language-${code}`; show(); },
          id: `language-${code}`,
        },
        data.languageNames[code] ?? code,
      ),
    );
  }

  function foot() {
    const source = pick(data.source);
    return [
      h("p", {}, pick(data.title) || say("roles"), data.stamp ? ` · ${data.stamp}` : null),
      source ? h("p", {}, say("source"), " ", source) : "",
    ];
  }

  function firstLanguage() {
    for (const wanted of navigator.languages ?? []) {
      const base = wanted.toLowerCase().split("-")[0];
      const found =
        data.languages.find((code) => code.toLowerCase() === wanted.toLowerCase()) ??
        data.languages.find((code) => code.toLowerCase().split("-")[0] === base);
      if (found) return found;
    }
    return data.languages[0];
  }

  function start() {
    language = firstLanguage();
    document.getElementById("static").remove();
    document.getElementById("app").hidden = false;
    window.addEventListener("hashchange", show);
    document.getElementById("skip").addEventListener("click", () => document.getElementById("heading").focus());
    show();
  }

  return { compare, whoOwns, unsettled, names, folded, start };
})();

rolecmp.start();
