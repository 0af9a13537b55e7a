// What words mean: the steps of rolecmp/definitions/names.py and lookup.py, in the same order.
// The tests hold each of them against the Python that it follows.

const HAN = "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff]";
const BESIDE_HAN = new RegExp(`(?<=${HAN})-|-(?=${HAN})`, "g");
const QUOTES = "\"'`“”‘’«»「」『』《》〈〉";
const BRACKETS = /^([^()[\]【】「」]*)[([【「]([^()[\]]*)[)\]】」]$/;
const BETWEEN_NAMES = /\s*(?:[,，、;；/+&|]|和|与|跟|同|对比|比|vs\.?(?![\p{L}\p{N}_]))\s*/iu;
const SIMPLIFIED = new Map(
  Array.from(asking.traditional, (char, at) => [char, asking.simplified[at]]),
);

const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);
const longestFirst = (a, b) => b.length - a.length;

/** Return a text as Python's casefold does: what differs in case alone becomes the same. */
function caseless(text) {
  const parts = text.split("ı"); // the one letter whose large form is that of another
  const fold = (part) => part.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
  return parts.map(fold).join("ı");
}

/** Return the spelling that two names share when they count as one name. */
function normalForm(name) {
  const small = caseless(name.normalize("NFKC")).normalize("NFKC");
  const words = small.replace(/[-_‐‑‒–—―]/g, " ").split(/\s+/);
  return words.filter(Boolean).join("-").replace(BESIDE_HAN, "");
}

/** Return the normal form with its traditional characters made simplified. */
const folded = (name) =>
  Array.from(normalForm(name), (char) => SIMPLIFIED.get(char) ?? char).join("");

function strip(text, characters) {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text[start])) start += 1;
  while (end > start && characters.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** Return the forms of a name without quotes, and with and without a remark in brackets. */
function loosened(name) {
  const bare = strip(strip(strip(normalForm(name), QUOTES), "?!。,."), "-");
  const bracketed = BRACKETS.exec(bare);
  const parts = bracketed ? [bracketed[1], bracketed[2]] : [];
  return [folded(bare), ...parts.map((part) => folded(strip(part, QUOTES))).filter(Boolean)];
}

function withoutOne(form) {
  const words = form.split("-");
  const found = [];
  if (asking.english.includes(words[0])) found.push(words.slice(1).join("-"));
  if (asking.english.includes(words.at(-1))) found.push(words.slice(0, -1).join("-"));
  if (!isAscii(form)) {
    for (const word of asking.chinese) {
      if (form.startsWith(word)) found.push(strip(form.slice(word.length), "-"));
      if (form.endsWith(word)) found.push(strip(form.slice(0, -word.length), "-"));
    }
  }
  return found.filter(Boolean);
}

/** Return what is left of a question without the words that only ask, the longest first. */
function shorter(form) {
  const found = new Set([strip(form.replace(/[?!。,.:;「」“”"'《》]/g, ""), "-")]);
  let waiting = [...found];
  while (waiting.length && found.size <= 2000) {
    waiting = [...new Set(waiting.flatMap(withoutOne))].filter((each) => !found.has(each));
    waiting.forEach((each) => found.add(each));
  }
  return [...found].sort(longestFirst);
}

/** Return the sizes of the runs that two lists have in common, as Python's difflib finds them. */
function matchingBlocks(a, b) {
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
  const inPlace = (x, y) => x.filter((char, at) => char === y[at]).length;
  const same = Math.max(
    inPlace(a, b),
    inPlace([...a].reverse(), [...b].reverse()),
    sum(blocks.filter((size) => size > 1)),
  );
  const share = (2 * same) / (a.length + b.length);
  return share >= 0.5 ? share : 0;
}

/** Return the things whose texts have `form` in them: as a word, else as the beginning of one. */
function containing(form, things, textsOf) {
  const safe = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const patterns = isAscii(form)
    ? [`(?<![a-z0-9])${safe}(?![a-z0-9])`, `(?<![a-z0-9])${safe}`]
    : [safe];
  for (const pattern of patterns) {
    const search = new RegExp(pattern);
    const found = things.filter((thing) => textsOf(thing).some((text) => search.test(text)));
    if (found.length) return found;
  }
  return [];
}

function distinct(matches) {
  const found = new Map();
  matches.forEach((match) => found.has(match.id) || found.set(match.id, match));
  return [...found.values()];
}

/** The names of the roles or topics, to be found by what people type. */
class Names {
  constructor(things) {
    const matches = things.flatMap(({ id, names }) =>
      names.map(([name, language]) => ({ id, name, language, folded: folded(name) })),
    );
    this.written = new Map();
    // A name says more than the id that is written like it: which language it is in.
    const spoken = matches.filter((match) => match.language);
    const others = matches.filter((match) => !match.language);
    this.matches = [...spoken, ...others];
    for (const match of this.matches) {
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

  /** Return {matches, plain, near}: with exactly one match the words are understood. */
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

  /** Return the names in one text, as in "pm,pmm" or "产品经理和销售经理"; else that text. */
  split(asked) {
    if (this.find(asked).plain) return [asked];
    const parts = asked.split(BETWEEN_NAMES);
    const known = parts.every((part) => this.find(part).matches.length === 1);
    return parts.length > 1 && known ? parts : [asked];
  }

  otherwiseWritten(asked) {
    return distinct(loosened(asked).flatMap((form) => this.loose.get(form) ?? []));
  }

  askedAbout(asked) {
    const forms = shorter(folded(asked)).filter((form) => this.loose.has(form));
    const longest = forms.filter((form) => form.length === forms[0].length);
    return distinct(longest.flatMap((form) => this.loose.get(form)));
  }

  partOf(asked) {
    for (const form of new Set(loosened(asked))) {
      if (form.length < (isAscii(form) ? 3 : 1)) continue;
      const found = distinct(containing(form, this.matches, (match) => [match.folded]));
      if (found.length) return found;
    }
    return [];
  }

  near(asked) {
    const form = folded(asked);
    const scored = new Map();
    for (const match of this.matches) {
      const score = likeness(form, match.folded);
      if (score > (scored.get(match.id)?.score ?? 0)) scored.set(match.id, { score, match });
    }
    const best = [...scored.values()].sort((a, b) => b.score - a.score);
    return best.slice(0, 3).map((each) => each.match);
  }
}

const roleNames = new Names(data.roles);
const topicNames = new Names(data.topics);
