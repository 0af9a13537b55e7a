"""A comparison and a role on one screen: who decides what, and what fits."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len  # noqa: TID251  the measure that the bar is set in

from rolecmp.definitions.loader import load_catalog
from rolecmp.definitions.model import Ask, Claim, Reference, Text
from rolecmp.definitions.sources.discovery import builtin_catalog
from rolecmp.definitions.sources.folders import DiskFolder
from rolecmp.questions.compare import compare
from rolecmp.questions.show import show as show_role
from rolecmp.rendering.answers.compare import VIEWS
from rolecmp.rendering.answers.decisions import full_adds
from rolecmp.rendering.answers.show import VIEWS as SHOWN
from rolecmp.rendering.formats import Options, render
from rolecmp.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from rolecmp.definitions.model import Catalog

TODAY = "2027-01-01"

CATALOG = """\
rolecmp: 1
languages: [en]
dimensions: {view: View, work: Work}
topics:
  t1: {en: Pricing}
  t2:
    en: Research
    accepted:
      multiple-accountable:
        roles: [a, b, c]
        en: "Two differ: a says it is one thing, b another."
  t3: {en: Support}
  t4: {en: Launch}
  t5: {en: Brand}
  t6: {en: Budget}
pairs:
  - {roles: [a, b], difference: One makes and the other sells, together: [They talk.]}
"""
ROLES = {
    "a": """\
name: Maker
view:
  - {en: Sees the product, accountable: [t1, t2]}
  - {en: Sees it whole, consulted: [t5]}
work:
  - {en: Helps, responsible: [t3]}
""",
    "b": """\
name: Seller
view:
  - {en: Sees the market, accountable: [t2, t4]}
""",
    "c": """\
name: Boss
view:
  - {en: Sees all, accountable: [t2, t5]}
work:
  - {en: Pays, accountable: [t6]}
""",
    "d": "name: Rival\nwork:\n  - {en: Launches, accountable: [t4]}\n",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    (tmp_path / "catalog.yaml").write_text(CATALOG, "utf-8")
    for name, text in ROLES.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    found = load_catalog(DiskFolder(str(tmp_path), "here"))
    brief = {"view": Text({"en": "Product first"}, 1, 1)}
    roles = dict(found.roles)
    roles["a"] = roles["a"]._replace(brief=brief, ask=Ask("#makers", 1, 1))
    roles["c"] = roles["c"]._replace(manages=(Reference("b", 1, 1),))
    return found._replace(roles=roles)


def show(catalog: Catalog, *roles: str, view: str = "brief", name: str = "table") -> list[str]:
    answer = compare(catalog, [catalog.roles[each] for each in roles], TODAY)
    return render(VIEWS[view], answer, name, Options("en", width=80)).splitlines()


def test_the_brief_answer_says_who_decides(catalog: Catalog) -> None:
    assert show(catalog, "a", "b") == [
        "Maker and Seller",
        "One makes and the other sells",
        "                Maker            Seller",
        "─" * 50,
        "View            Product first    Sees the market",
        "Work            Helps            – not described",
        "Decides         1 – Pricing      nothing",
        "Both claim      contested, accepted (Two differ) – Research (Boss too)",
        "Others claim    contested, not settled – Launch (Seller and Rival)",
        "too",
        "Nobody decides  not settled – Support (done by Maker)",
        "Others decide   Boss – Brand",
        "--full adds 4 statements, 5 topics with letters, 1 remark about them",
        "Catalog: here",
    ]


def test_who_manages_whom_is_said_where_one_does(catalog: Catalog) -> None:
    line = next(line for line in show(catalog, "c", "b") if line.startswith("Reporting"))
    assert re.split(" {2,}", line) == ["Reporting", "manages Seller", "reports to Boss"]
    three = next(line for line in show(catalog, "a", "c", "b") if line.startswith("Reporting"))
    assert re.split(" {2,}", three)[1:] == ["none", "manages Seller", "reports to Boss"]


def test_of_more_than_two_the_claimants_are_named(catalog: Catalog) -> None:
    lines = show(catalog, "a", "b", "d")
    said = "Several claim   contested, accepted (Two differ) – Research (Maker, Seller and"
    assert lines[lines.index(said) + 1].strip() == "Boss)"
    assert "                contested, not settled – Launch (Seller and Rival)" in lines
    assert not any(line.startswith("Both claim") for line in lines)


def test_without_a_brief_whole_statements_stand_and_how_many_more(catalog: Catalog) -> None:
    boss = catalog.roles["c"]
    long = tuple(
        statement._replace(texts={"en": f"Statement {number} " + "word " * 10 + "end"})
        for number in range(5)
        for statement in boss.statements["view"]
    )
    boss = boss._replace(statements={"view": long})
    text = " ".join(show(catalog._replace(roles={**catalog.roles, "c": boss}), "c", "d"))
    shown = " ".join(re.sub(r"– not described|Decides.*", "", text).split())
    assert "Statement 0" in shown
    assert re.search(r"Statement 0 (word )+end; \d more", shown)
    assert "; 4 more" in shown


def test_documents_hold_every_topic_and_the_same_verdicts(catalog: Catalog) -> None:
    lines = show(catalog, "a", "b", name="markdown")
    assert "| **Decides** | 1 – Pricing | nothing |" in lines
    assert "- Both claim: contested, accepted (Two differ) – Research (Boss too)" in lines
    page = "\n".join(show(catalog, "a", "b", name="html"))
    assert (
        '<span class="conflict">Both claim</span></th><td><span class="conflict">contested' in page
    )


def test_the_whole_answer_has_all_statements_topics_and_reasons(catalog: Catalog) -> None:
    text = "\n".join(show(catalog, "a", "b", view="full"))
    for said in ("Sees the product", "Sees it whole", "Helps", "Sees the market"):
        assert f"• {said}" in text
    titles = ["Both claim", "Others claim too", "Nobody decides", "Maker decides", "Others decide"]
    places = [text.index(f"\n{title}\n") for title in titles]
    assert places == sorted(places)
    assert re.search(r"  Research +A +A +A Boss\n", text)
    assert re.search(r"  Brand +C +A Boss\n", text)
    assert (
        "• Research: contested (for Maker, Seller and Boss; Two differ: a says it is one "
        "thing, b another.)"
    ) in " ".join(text.split())
    assert "About the two\n• They talk.\n" in text
    research = catalog.topics["t2"]
    ((name, accepted),) = research.accepted.items()
    topic = research._replace(accepted={name: accepted._replace(until="2027-03-31")})
    dated = catalog._replace(topics={**catalog.topics, "t2": topic})
    assert "\n".join(show(dated, "a", "b", view="full")).count("2027-03-31") == 1
    assert text.startswith("Maker and Seller\n\nOne makes and the other sells\n\n5 topics: 2 ")
    assert " ".join(text.split()[11:]).startswith(
        "2 contested, 1 without a decider, 1 decided by Maker, 1 decided by others"
    )


def test_by_topic_each_role_says_its_own(catalog: Catalog) -> None:
    maker = catalog.roles["a"]._replace(letters=(Claim("accountable", "t4", 1, 1),))
    text = "\n".join(
        show(catalog._replace(roles={**catalog.roles, "a": maker}), "a", "b", view="topic")
    )
    assert re.search(r"Research +A  Sees the product +A  Sees the market\n", text)
    assert "contested,\naccepted\nBoss too\n" in re.sub(" +\n", "\n", text)
    assert re.search(r"Launch +A  no sentence says why +A  Sees the market\n", text)
    assert re.search(r"Support +R  Helps +– not involved\n", text)
    assert re.search(r"Brand +C  Sees it whole +– not involved\nBoss decides\n", text)


def test_what_others_contest_is_said_as_such_in_each_view(catalog: Catalog) -> None:
    maker = catalog.roles["a"]._replace(letters=(Claim("informed", "t4", 1, 1),))
    catalog = catalog._replace(roles={**catalog.roles, "a": maker})
    lines = show(catalog, "a", "c")
    assert "Others claim    contested, not settled – Launch (Seller and Rival)" in lines
    assert not any(line.startswith("Others decide") for line in lines)
    text = "\n".join(show(catalog, "a", "c", view="full"))
    assert re.search(r"\nOthers claim\n  Launch +I +A Seller, A Rival\n", text)
    text = "\n".join(show(catalog, "a", "c", view="topic"))
    assert re.search(r"Launch +I .+\ncontested\nSeller and\nRival\n", re.sub(" +\n", "\n", text))
    html = "\n".join(show(catalog, "a", "c", view="full", name="html"))
    assert '<span class="conflict">A</span> Seller' in html
    answer = show_role(catalog, maker, TODAY)
    text = render(SHOWN["brief"], answer, "table", Options("en", width=80))
    assert "Is told         Launch (contested: Seller and Rival)\n" in text


def test_no_contested_topic_is_hidden_by_the_width(builtin: Catalog) -> None:
    contested = ("Market research", "Market positioning", "Promotion")
    for width in (80, 100, 120, 200):
        answer = compare(builtin, list(builtin.roles.values()), TODAY)
        text = render(VIEWS["brief"], answer, "table", Options("en", width=width))
        claimed = " ".join(text[text.index("Several claim") : text.index("Nobody")].split())
        assert [topic for topic in contested if topic not in claimed] == []


@pytest.mark.parametrize("name", ["json", "csv"])
def test_json_and_csv_are_whole_in_every_view(catalog: Catalog, name: str) -> None:
    assert show(catalog, "a", "b", name=name) == show(catalog, "a", "b", view="full", name=name)


def test_csv_says_who_else_and_for_whom_and_until_when(catalog: Catalog) -> None:
    topic = catalog.topics["t2"]
    accepted = {rule: each._replace(until="2099-01-01") for rule, each in topic.accepted.items()}
    topics = {**catalog.topics, "t2": topic._replace(accepted=accepted)}
    heads, *rows = csv.reader(show(catalog._replace(topics=topics), "a", "b", name="csv"))
    (row,) = (dict(zip(heads, each, strict=True)) for each in rows if each[1] == "t2")
    assert row["owner id"] == "a b c"
    assert row["Others"] == "A Boss"
    assert row["Accepted for"] == "a b c"
    assert row["Accepted until"] == "2099-01-01"


def test_csv_has_the_whole_of_a_role(catalog: Catalog) -> None:
    letters = (Claim("informed", "t6", 9, 1), Claim("accountable", "t5", 8, 1))
    source = Text({"en": "A book"}, 7, 1)
    role = catalog.roles["a"]._replace(letters=letters, source=source)
    answer = show_role(catalog, role, TODAY)
    _, *rows = csv.reader(render(SHOWN["brief"], answer, "csv", Options("en")).splitlines())
    assert ["Letters", "no sentence says why", "I Budget", "I t6", "here/a.yaml:9"] in rows
    assert ["Letters", "no sentence says why", "A Brand", "A t5", "here/a.yaml:8"] in rows
    assert ["Ask", "#makers", "", "", ""] in rows
    assert ["With Seller", "They talk.", "", "", ""] in rows
    assert ["Source", "A book", "", "", "here/a.yaml:7"] in rows


def test_two_roles_of_fourteen_topics(tmp_path: Path) -> None:
    """A company's page: product managers are accountable for 8 areas, engineering's for 6."""
    topics = "".join(f"  area-{number}: {{en: Area {number}}}\n" for number in range(14))
    (tmp_path / "catalog.yaml").write_text(f"rolecmp: 1\nlanguages: [en]\ntopics:\n{topics}")
    for name, owned in (("pm", range(8)), ("em", range(8, 14))):
        own = ", ".join(f"area-{number}" for number in owned)
        others = ", ".join(f"area-{number}" for number in range(14) if number not in owned)
        (tmp_path / f"{name}.yaml").write_text(
            f"name: {name.upper()}\nperspective:\n  - en: Works\n    accountable: [{own}]\n"
            f"    responsible: [{others}]\n"
        )
    lines = show(load_catalog(DiskFolder(str(tmp_path), "here")), "pm", "em")
    line = next(line for line in lines if line.startswith("Decides"))
    assert [cell[:2] for cell in re.split(" {2,}", line)[1:]] == ["8 ", "6 "]
    assert not any(line.startswith(("Both", "Others", "Nobody")) for line in lines)


def test_what_full_adds_is_counted_where_there_is_any() -> None:
    words = Words("en")
    (said,) = full_adds({"count-statements": 0, "count-lettered": 14}, words)
    assert said.text == "--full adds 14 topics with letters"
    assert full_adds({"count-statements": 0, "count-notes": 0}, words) == ()


# --- one role ------------------------------------------------------------------------------------


def test_a_role_on_one_screen(catalog: Catalog) -> None:
    answer = show_role(catalog, catalog.roles["a"], TODAY)
    text = render(SHOWN["brief"], answer, "table", Options("en", width=80))
    assert text.splitlines() == [
        "Maker",
        "View            Product first",
        "Work            Helps",
        "Decides         1 – Pricing",
        "Others claim    contested, accepted (Two differ) – Research (Seller and Boss",
        "too             too)",
        "Does            Support (nobody decides)",
        "Is asked        Brand (Boss decides)",
        "Ask             #makers",
        "--full adds 3 statements, 2 remarks about it and other roles",
        "Catalog: here",
    ]
    seller = show_role(catalog, catalog.roles["b"], TODAY)
    lines = render(SHOWN["brief"], seller, "table", Options("en", width=80)).splitlines()
    assert "Reports to      Boss" in lines
    boss = show_role(catalog, catalog.roles["c"], TODAY)
    assert "Manages         Seller" in render(SHOWN["full"], boss, "table", Options("en", width=80))


# --- the bars, on the roles that come with the program -------------------------------------------


@pytest.fixture(scope="module")
def builtin() -> Catalog:
    """The roles that come with the program, each described one with a brief."""
    found = load_catalog(builtin_catalog())
    line = {
        "en": "Says what it is for",
        "zh": "一行短话",
    }
    roles = {
        key: role._replace(
            brief={each: Text(line, 1, 1) for each in role.statements} | dict(role.brief)
        )
        for key, role in found.roles.items()
    }
    return found._replace(roles=roles)


@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("width", "most"), [(80, 24), (60, 40)])
def test_any_two_roles_fit_a_screen(builtin: Catalog, language: str, width: int, most: int) -> None:
    roles = list(builtin.roles.values())
    for first in roles:
        for second in roles:
            if first is second:
                continue
            answer = compare(builtin, [first, second], TODAY)
            lines = render(
                VIEWS["brief"], answer, "table", Options(language, width=width)
            ).splitlines()
            assert (len(lines) <= most) is True, (first.id, second.id)
            assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("language", ["en", "zh"])
def test_five_roles_fit_sixty_lines(builtin: Catalog, language: str) -> None:
    answer = compare(builtin, list(builtin.roles.values()), TODAY)
    text = render(VIEWS["brief"], answer, "table", Options(language, width=120))
    assert len(text.splitlines()) <= 60
    assert text.count("─\n") == 1  # still columns


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_role_fits_a_screen(builtin: Catalog, language: str) -> None:
    for role in builtin.roles.values():
        text = render(
            SHOWN["brief"], show_role(builtin, role, TODAY), "table", Options(language, width=80)
        )
        assert len(text.splitlines()) <= 24, role.id
