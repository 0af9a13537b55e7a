"""Whatever a catalog says is text: nothing of it runs, and it shows as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pytest
from page_harness import VIEWS

from rolecmp.definitions.model import Acceptance, Ask, Catalog, Name, Role, Statement, Text, Topic
from rolecmp.page.build import build_page
from rolecmp.page.data import Options

if TYPE_CHECKING:
    from pathlib import Path

    from page_harness import Open

pytestmark = pytest.mark.no_cover

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>",
    "</style></title><b>&amp;&lt;",
    "<!-- ]]> {asked} {x} $& $1 $title",
    "javascript:alert(1)",
    "\u202e\u2066 \\u003c/script>",
)


class Hostile:
    """Puts hostile texts into every place of a catalog."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def text(self, at: str = "") -> str:
        said = f"{at}{len(self.given)} {HOSTILE[len(self.given) % len(HOSTILE)]}"
        self.given.append(said)
        return said

    def texts(self, texts: Iterable[str]) -> dict[str, str]:
        return {code: self.text(code) for code in texts}

    def of(self, text: Text | None) -> Text | None:
        return text and text._replace(texts=self.texts(text.texts))

    def sure(self, text: Text) -> Text:
        return text._replace(texts=self.texts(text.texts))

    def statement(self, statement: Statement) -> Statement:
        return statement._replace(texts=self.texts(statement.texts))

    def names(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple(each._replace(name=self.text()) for each in names)

    def role(self, role: Role) -> Role:
        return role._replace(
            name=self.sure(role.name),
            aliases=self.names(role.aliases),
            summary=role.summary and self.statement(role.summary),
            statements={
                key: tuple(map(self.statement, each)) for key, each in role.statements.items()
            },
            brief={key: self.sure(role.name) for key in list(role.statements)[:1]},
            notes=tuple(map(self.sure, role.notes)),
            source=self.of(role.source),
            ask=Ask(self.text(), 1, 1),
        )

    def topic(self, topic: Topic) -> Topic:
        return topic._replace(
            name=self.sure(topic.name),
            aliases=self.names(topic.aliases),
            accepted={rule: self.accepted(each) for rule, each in topic.accepted.items()},
            group="g",
            ask=Ask(self.text(), 1, 1),
        )

    def accepted(self, given: Acceptance) -> Acceptance:
        return given._replace(reason=self.sure(given.reason))

    def catalog(self, catalog: Catalog) -> Catalog:
        roles = {key: self.role(role) for key, role in catalog.roles.items()}
        first = next(iter(roles.values()))
        return catalog._replace(
            title=self.of(catalog.title),
            source=self.of(catalog.source),
            dimensions={key: self.sure(each) for key, each in catalog.dimensions.items()},
            groups={"g": self.sure(first.name)},
            topics={key: self.topic(each) for key, each in catalog.topics.items()},
            roles=roles,
            pairs=tuple(
                pair._replace(
                    difference=self.of(pair.difference),
                    together=tuple(map(self.sure, pair.together)),
                )
                for pair in catalog.pairs
            ),
        )


def addresses(catalog: Catalog) -> Iterator[str]:
    yield from VIEWS
    yield from (f"role={key}" for key in catalog.roles)
    yield from (f"who-owns={key}" for key in catalog.topics)
    yield from (f"compare-full={','.join(pair.roles)}" for pair in catalog.pairs)
    yield from (f"compare={','.join(pair.roles)}" for pair in catalog.pairs)
    yield from ("compare=<b>,<i>", "who-owns=<script>", "matrix=<b>")


WALK = """(addresses) => {
  const said = [];
  for (const each of addresses) {
    history.replaceState(null, "", "#" + encodeURIComponent(each).replaceAll("%3D", "="));
    show();
    const other = document.querySelectorAll("img, svg, b, iframe, object, embed, base, [onerror]");
    said.push([document.body.textContent, document.title, other.length]);
  }
  return said;
}"""


def test_no_text_of_a_catalog_runs_and_each_shows_as_written(
    open_page: Open, builtin: Catalog
) -> None:
    hostile = Hostile()
    catalog = hostile.catalog(builtin)
    said = ""
    for lang in ("en-US", "zh-CN"):
        page = open_page("", catalog, lang=lang, stamp=hostile.text(), source_url="https://a.b/")
        found = page.evaluate(WALK, list(addresses(catalog)))
        assert [other for *_, other in found if other] == []
        said += "".join(text + title for text, title, _ in found)
        links = page.evaluate("[...document.querySelectorAll('a')].map((a) => a.protocol)")
        assert set(links) <= {"file:", "https:", "mailto:"}
        scripts = page.evaluate("document.scripts.length")
        assert scripts == 2
    assert [each for each in hostile.given if each not in said] == []


def test_no_text_of_a_catalog_runs_without_the_script_either(
    open_page: Open, builtin: Catalog
) -> None:
    catalog = Hostile().catalog(builtin)
    page = open_page("", catalog, script=False)
    text = page.inner_text("body")
    for each in catalog.roles.values():
        assert each.name.texts["en"] in text


@pytest.mark.parametrize(
    ("ask", "href"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("pm@example.org", "mailto:pm@example.org"),
        ("#pricing", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("pm@example.org?bcc=a@b.c", None),
        (" https://example.org", None),
    ],
)
def test_only_addresses_and_letters_are_links(
    open_page: Open, builtin: Catalog, ask: str, href: str | None
) -> None:
    topics = {key: each._replace(ask=Ask(ask, 1, 1)) for key, each in builtin.topics.items()}
    page = open_page("who-owns=pricing", builtin._replace(topics=topics))
    line = page.locator("p", has_text="Ask:")
    assert line.inner_text() == f"Ask: {ask.strip()}"
    links = line.locator("a")
    assert [links.get_attribute("href")] if href else links.count() == 0
    if href:
        assert links.get_attribute("href") == href


def test_a_script_that_was_added_to_the_page_does_not_run(
    open_page: Open, builtin: Catalog, tmp_path: Path
) -> None:
    added = "<script>document.title = 'added'</script><p onclick=\"document.title = 'x'\">p</p>"
    text = build_page(builtin, Options("en"))
    file = tmp_path / "page.html"
    file.write_text(text.replace("</body>", f"{added}</body>"), encoding="utf-8")
    page = open_page()
    context = page.context.browser.new_context()  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.title().startswith("Product manager and")
    context.close()
