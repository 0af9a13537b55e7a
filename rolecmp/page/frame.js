// The page around the views: the address, what was there before, the languages, the foot.

let focusNext = null;
let first = true;

/** Have a screen reader say something. */
function announce(text) {
  document.getElementById("status").textContent = text;
}

/** Go to an address; the element called `focus` then has the focus, else the heading. */
function go(target, focus = null) {
  focusNext = focus;
  if (location.hash === target) show();
  else location.hash = target;
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

/** Show the view that the address names. */
function show() {
  const [view, value] = readAddress();
  const { title, nodes } = VIEWS[view](value);
  const tabs = TABS.map(([target, key]) => {
    const current = view === target || (view === "compare-full" && target === "compare");
    const attributes = { href: address(target), "aria-current": current && "page" };
    return h("li", {}, h("a", attributes, say(key)));
  });
  const nav = document.getElementById("nav");
  nav.setAttribute("aria-label", say("page.views"));
  nav.replaceChildren(h("ul", {}, tabs));
  document.documentElement.lang = language;
  document.title = `${title} – ${catalogTitle()}`;
  document.getElementById("skip").textContent = say("page.skip");
  document.getElementById("languages").replaceChildren(...languageButtons());
  document.getElementById("catalog").textContent = catalogTitle();
  document.getElementById("heading").textContent = title;
  document.getElementById("view").replaceChildren(...nodes);
  document.getElementById("foot").replaceChildren(...foot());
  announce("");
  if (!first) settle();
  first = false;
}

/** Put the focus where it belongs after a change of view. */
function settle() {
  const wanted = focusNext && document.getElementById(focusNext);
  focusNext = null;
  if (wanted) {
    wanted.focus();
  } else {
    document.getElementById("heading").focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

function languageButtons() {
  if (data.languages.length < 2) return [];
  return data.languages.map(({ code }) => {
    const id = `language-${code}`;
    const choose = () => {
      language = code;
      focusNext = id;
      show();
    };
    const attributes = { id, type: "button", lang: code, "aria-pressed": String(code === language) };
    return h("button", { ...attributes, onclick: choose }, nameOfLanguage(code));
  });
}

function nameOfLanguage(code) {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // no code that a browser knows
  }
}

const catalogTitle = () => pick(data.title) || say("roles");

function foot() {
  const title = catalogTitle() + (data.builtin ? say("in-brackets", { text: say("built-in") }) : "");
  return [
    h("p", {}, joined([title, data.stamp].filter(Boolean))),
    data.source ? h("p", {}, label(say("source")), pick(data.source)) : "",
  ];
}

/** Return the language of the catalog that the browser's user prefers, else the first. */
function firstLanguage() {
  const codes = data.languages.map(({ code }) => code);
  for (const wanted of navigator.languages) {
    for (const part of [["language", "script", "region"], ["language", "script"], ["language"]]) {
      const found = codes.find((code) => part.every((each) => whole(code)[each] === whole(wanted)[each]));
      if (found) return found;
    }
  }
  return data.first;
}

/** Take a language's code apart, what it leaves out added: zh-TW is written in Hant. */
function whole(code) {
  try {
    return new Intl.Locale(code).maximize();
  } catch {
    return { language: code };
  }
}

language = firstLanguage();
addEventListener("hashchange", show);
document.getElementById("skip").addEventListener("click", () => document.getElementById("heading").focus());
show();
document.getElementById("static").remove();
document.getElementById("app").hidden = false;
performance.measure("first view", "begin");
