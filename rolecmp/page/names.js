// What words mean: the steps of rolecmp/definitions/names.py and lookup.py, in the same order.
// The tests hold each of them against the Python that it follows.

const BESIDE_HAN = new RegExp(`(?<=[${asking.unspaced}])-|-(?=[${asking.unspaced}])`, "g");
const QUOTES = "\"'`“”‘’«»「」『』《》〈〉";
const BRACKETS = /^([^()[\]【】「」]*)[([【「]([^()[\]]*)[)\]】」]$/;
const BETWEEN_NAMES = /\s*(?:[,，、;；/+&|]|和|与|跟|同|还是|对比|比|(?<![\p{L}\p{N}_])(?:vs\.?|versus|and|or|with|to)(?![\p{L}\p{N}_]))\s*/iu;
const WORDS_THAT_ASK = new Set(asking.words);
const VERB = new RegExp(asking.verb);
const VERB_BEFORE = new RegExp(asking.verbBefore);
const PLURAL = /(?<=[a-z]{2})(?:ies|(?<=ch|sh|ss)es|(?<=[a-z][a-rt-z])s)(?![a-z0-9])/g;
const SIMPLIFIED = new Map(
  Array.from(asking.traditional, (char, at) => [char, asking.simplified[at]]),
);

const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);

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

/** Return the normal form in simplified characters, English words in the singular. */
const folded = (name) =>
  Array.from(normalForm(name), (char) => SIMPLIFIED.get(char) ?? char)
    .join("")
    .replace(PLURAL, (ending) => (ending === "ies" ? "y" : ""));

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

/** Count the letters that are missing, too many, wrong, or swapped with the next one. */
function slips(asked, name) {
  let [before, last] = [[], [...name.keys(), name.length]];
  asked.forEach((char, i) => {
    const row = [i + 1];
    name.forEach((other, j) => {
      const swapped = i && j && char === name[j - 1] && asked[i - 1] === other;
      row.push(Math.min(
        last[j + 1] + 1, row[j] + 1, last[j] + (char !== other),
        swapped ? before[j - 1] + 1 : Infinity,
      ));
    });
    [before, last] = [last, row];
  });
  return last.at(-1);
}

/** Return how near a folded name is to what was asked: 0 is not at all. */
function likeness(asked, name) {
  if (isAscii(asked) !== isAscii(name)) return 0;
  const [a, b] = [Array.from(asked), Array.from(name)];
  if (b.length > 1 && isPart(name, asked)) return 1 + b.length / a.length;
  const length = Math.max(a.length, b.length);
  const wrong = isAscii(asked) ? Math.max(Math.floor(length / 4), length > 2) : Math.floor(length / 2);
  if (Math.abs(a.length - b.length) > wrong) return 0;
  const count = slips(a, b);
  return count <= wrong ? 1 - count / length : 0;
}

/** Tell whether a folded form stands in a folded text: as a word, or as the beginning of one. */
function isPart(form, text, beginning = false) {
  if (!form || !text.includes(form) || !isAscii(form)) return form && text.includes(form);
  const safe = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![a-z0-9])${safe}${beginning ? "" : "(?![a-z0-9])"}`).test(text);
}

/** Return the things whose texts have `form` in them: as a word, else as the beginning of one. */
function containing(form, things, textsOf) {
  for (const beginning of [false, true]) {
    const found = things.filter((thing) =>
      textsOf(thing).some((text) => isPart(form, text, beginning)));
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
  constructor(things, beside = []) {
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
    this.beside = new Set(beside.flatMap(({ names }) => names.flatMap(([name]) => loosened(name))));
    const every = [...this.loose.keys(), ...this.beside, ...WORDS_THAT_ASK];
    this.longest = Math.max(...every.map((each) => Array.from(each).length));
  }

  /** Return {matches, plain, near}: with exactly one match the words are understood. */
  find(asked) {
    const answer = (matches, plain = false, near = []) => ({ matches, plain, near });
    const exact =
      this.matches.find((match) => match.id === asked && match.name === asked) ??
      this.written.get(normalForm(asked));
    if (exact) return answer([exact], true);
    const otherwiseWritten = this.called(loosened(asked));
    if (otherwiseWritten.length) return answer(otherwiseWritten);
    const { named, left } = this.takenApart(asked);
    if (named.length && !left.length) return answer(named);
    const whole = folded(asked);
    const parts = left.length ? left : [whole];
    const enough = isAscii(parts[0]) || Array.from(parts[0]).length > 1 || parts[0] === whole;
    const found = enough && !named.length ? this.containing(parts[0]) : [];
    if (found.length) return answer(found);
    for (const step of [
      () => named,
      ...[...parts, whole].map((part) => () => this.near(part)),
      ...parts.slice(1).reverse().map((part) => () => this.containing(part)),
    ]) {
      const near = step();
      if (near.length) return answer([], false, near.slice(0, 3));
    }
    return answer([]);
  }

  /** Return the names in one text, as in "pm,pmm" or "产品经理和销售经理"; else that text. */
  split(asked) {
    const isOne = (text) => this.find(text).matches.length === 1;
    const parts = isOne(asked) ? [] : asked.split(BETWEEN_NAMES).filter(Boolean);
    // A part of one character is a name only where it is written so: 意 of 同意 is none.
    const names = (text) => (text.length > 1 ? isOne(text) : this.find(text).plain);
    return parts.length > 1 && parts.some(names) ? parts : [asked];
  }

  called(forms) {
    return distinct(forms.flatMap((form) => this.loose.get(form) ?? []));
  }

  /** Return what is named in a question, and what is left of it that does not only ask. */
  takenApart(asked) {
    const form = Array.from(folded(asked).replace(/['’]/g, "-")).slice(0, 500);
    const text = (start, end) => form.slice(start, end).join("");
    const isCut = (at) => !/^[a-z0-9]{2}$/.test(text(Math.max(at - 1, 0), at + 1));
    const kindOf = (start, end) => {
      if (!isCut(start) || !isCut(end)) return "left";
      const piece = text(start, end);
      if (this.loose.has(piece)) return "names";
      if (WORDS_THAT_ASK.has(piece) || (end - start === 1 && !/[\p{L}\p{N}]/u.test(piece))) return "asks";
      return this.beside.has(piece) ? "beside" : "left";
    };
    const best = [{ left: 0, named: 0 }];
    for (let end = 1; end <= form.length; end += 1) {
      const before = best[end - 1];
      best[end] = { ...before, left: before.left + 1, start: end - 1, kind: "left" };
      for (let start = Math.max(0, end - this.longest); start < end; start += 1) {
        const kind = kindOf(start, end);
        if (kind === "left") continue;
        const { left } = best[start];
        const named = best[start].named + (kind === "names" ? end - start : 0);
        if (left < best[end].left || (left === best[end].left && named > best[end].named)) {
          best[end] = { left, named, start, kind };
        }
      }
    }
    const pieces = [];
    for (let end = form.length; end; end = best[end].start) {
      const { start, kind } = best[end];
      if (kind === "left" && pieces[0]?.kind === "left") pieces[0].start = start;
      else pieces.unshift({ kind, start, end });
    }
    const of = (kind) => pieces.filter((piece) => piece.kind === kind);
    const named = this.called(of("names").map(({ start, end }) => text(start, end)));
    const isVerb = ({ start, end }) => [start, Math.max(start - 1, 0)].some((at) =>
      VERB.test(text(at, end)) && VERB_BEFORE.test(text(0, at)));
    const unknown = of("left");
    const unsaid = unknown.filter((piece) => !isVerb(piece));
    const instead = unknown.length ? unknown : of("beside");
    const left = named.length || unsaid.length ? unsaid : instead;
    const whole = left.length > 1 ? [{ start: left[0].start, end: left.at(-1).end }] : [];
    return { named, left: [...whole, ...left].map(({ start, end }) => strip(text(start, end), "-")) };
  }

  containing(form) {
    if (isAscii(form) && form.length < 3) return [];
    return distinct(containing(form, this.matches, (match) => [match.folded]));
  }

  near(form) {
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
const topicNames = new Names(data.topics, data.roles);
