"""How one role is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, Catalog, Statement, pick
from rolecmp.questions.compare import Decision, TopicRow
from rolecmp.questions.standing import CONSULTED, INFORMED, RESPONSIBLE
from rolecmp.rendering.answers.decisions import Teller, few, full_adds
from rolecmp.rendering.answers.standing import standing_value, state_line
from rolecmp.rendering.answers.values import (
    Value,
    brief_value,
    dimension_value,
    pair_value,
    role_value,
    statement_value,
    summary_value,
)
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Facts,
    Item,
    Line,
    Paragraph,
    Presenter,
    Report,
    Span,
    Tone,
    footer,
    in_document,
    name_of,
    plain,
)
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Claim, Text
    from rolecmp.questions.show import Shown


def _brief(answer: Shown, language: str) -> Report:
    words = Words(language)
    blocks = (*_head(answer, language), *_facts(answer, language))
    source = footer(answer.catalog, language, words)
    return Report(
        name_of(answer.role, language),
        blocks,
        source,
        language,
        compact=True,
        hint=_more(answer, words),
    )


def _head(answer: Shown, language: str) -> Iterator[Block]:
    summary = answer.role.summary
    if summary is not None:
        yield Paragraph(plain(pick(summary.texts, language)))


def _facts(answer: Shown, language: str) -> Iterator[Block]:
    """Yield what a role says of itself in brief, what it decides and does, and whom it is with."""
    compared = answer.compared
    teller = Teller(compared, language)
    words = teller.words
    nothing = (plain(words("not-described"), Tone.MUTED),)
    rows: list[tuple[Line, tuple[Item, ...]]] = []
    rows += [(title, items or nothing) for title, (items,) in teller.briefs()]
    title, (items,) = teller.decided()
    rows.append((title, items))
    rows += [
        (teller.label(Decision.OTHERS_TOO), tuple(teller.by_reason(claimed)))
        for claimed in [compared.decided(Decision.OTHERS_TOO)]
        if claimed
    ]
    for letter, key in ((RESPONSIBLE, "does-only"), (CONSULTED, "is-asked"), (INFORMED, "is-told")):
        others = [row for row in compared.topics if row.letters[0][0] == letter]
        if others:
            shown = few([_whose(row, teller) for row in others], words)
            rows.append((plain(words(key), Tone.STRONG), (shown,)))
    yield Facts((*rows, *_people(answer, language)), times=3)


def _people(answer: Shown, language: str) -> Iterator[tuple[Line, tuple[Item, ...]]]:
    """Yield whom a role reports to, whom it manages, and whom to ask."""
    words = Words(language)
    for roles, key in ((answer.managers, "reports-to-label"), (answer.reports, "manages")):
        if roles:
            names = words.joined([name_of(role, language) for role in roles])
            yield plain(words(key), Tone.STRONG), (plain(names),)
    if answer.role.ask is not None:
        yield plain(words("ask"), Tone.STRONG), (plain(answer.role.ask.text),)


def _whose(row: TopicRow, teller: Teller) -> str:
    """Return a topic that a role has a part in, with who decides it."""
    words, standing = teller.words, row.standing
    owners = teller.names(standing.owners)
    if row.decision is Decision.OTHERS:
        mark = words("label", name=state_line(standing, words)[0].text) + owners
    elif owners:
        mark = words("decided-by", role=owners)
    else:
        mark = words("nobody-decides-it", accepted=standing.accepted is not None)
    return words("with-mark", name=teller.topic(row), mark=mark)


def _more(answer: Shown, words: Words) -> Line:
    statements = sum(map(len, answer.role.statements.values()))
    said = sum(bool(pair.difference) + len(pair.together) for pair in answer.pairs)
    counts = {
        "count-statements": statements,
        "count-pairs-said": said,
        "count-notes": len(answer.role.notes),
    }
    return full_adds(counts, words)


def _full(answer: Shown, language: str) -> Report:
    names, facts = Facts(tuple(_names(answer, language))), _facts(answer, language)
    blocks = (*_head(answer, language), names, *facts, *_texts(answer, language))
    source = footer(answer.catalog, language, Words(language))
    return Report(name_of(answer.role, language), blocks, source, language)


def _definition(answer: Shown, language: str) -> Report:
    """Return what is written of a role, without what follows from what is written of all."""
    names = Facts((*_names(answer, language), *_people(answer, language)))
    blocks = (*_head(answer, language), names, *_texts(answer, language))
    source = footer(answer.catalog, language, Words(language))
    return Report(name_of(answer.role, language), blocks, source, language)


def _names(answer: Shown, language: str) -> Iterator[tuple[Line, tuple[Item, ...]]]:
    words = Words(language)
    role = answer.role
    yield plain(words("id"), Tone.STRONG), (plain(role.id),)
    if role.aliases:
        names = words("list-comma").join(alias.name for alias in role.aliases)
        yield plain(words("aliases"), Tone.STRONG), (plain(names),)


def _texts(answer: Shown, language: str) -> Iterator[Block]:
    """Yield every text of a role, and what is true of it and another."""
    words = Words(language)
    role = answer.role
    for key, name in answer.catalog.dimensions.items():
        items = tuple(
            _statement(statement, answer.catalog, language, words)
            for statement in role.statements.get(key, ())
        )
        yield Bullets(pick(name.texts, language), items, words("not-described"))
    for lead, texts in _pairs(answer, language):
        yield Bullets(lead, tuple(plain(pick(text.texts, language)) for text in texts))
    if role.notes:
        yield Bullets(
            words("notes"), tuple(plain(pick(each.texts, language)) for each in role.notes)
        )
    if role.source is not None:
        yield Bullets(words("source"), (plain(pick(role.source.texts, language)),))


def _pairs(answer: Shown, language: str) -> Iterator[tuple[str, list[Text]]]:
    """Yield what is true of the role and another, under the name of that."""
    for pair in answer.pairs:
        other = pair.roles[1] if pair.roles[0] == answer.role.id else pair.roles[0]
        texts = ([pair.difference] if pair.difference else []) + list(pair.together)
        name = name_of(answer.catalog.roles[other], language)
        yield Words(language)("with", role=name), texts


def _statement(statement: Statement, catalog: Catalog, language: str, words: Words) -> Line:
    """Return a sentence, and after it the topics it gives letters on."""
    line = [Span(pick(statement.texts, language))]
    by_letter: dict[str, list[str]] = {}
    for claim in statement.claims:
        name = pick(catalog.topics[claim.topic].name.texts, language)
        by_letter.setdefault(INITIALS[claim.letter], []).append(name)
    for initial, names in by_letter.items():
        letters = f"{initial} {words('list-comma').join(names)}"
        line.append(Span(words("says", letters=letters), Tone.MUTED))
    return tuple(line)


def _rows(answer: Shown, language: str) -> Iterable[list[str]]:
    words = Words(language)
    yield [words(key) for key in ("section", "statement", "letters", "letter-ids", "where")]
    role, topics = answer.role, answer.catalog.topics

    def row(section: str, text: str, line: int, claims: Sequence[Claim] = ()) -> list[str]:
        letters = [
            f"{INITIALS[claim.letter]} " + pick(topics[claim.topic].name.texts, language)
            for claim in claims
        ]
        ids = [f"{INITIALS[claim.letter]} {claim.topic}" for claim in claims]
        return [section, text, "; ".join(letters), "; ".join(ids), f"{role.path}:{line}"]

    for label, items in (*_names(answer, language), *_people(answer, language)):
        said = ["".join(span.text for span in line) for line in (label, *map(in_document, items))]
        yield [*said, "", "", ""]
    if role.summary is not None:
        summary = role.summary
        yield row(words("summary"), pick(summary.texts, language), summary.line, summary.claims)
    for key, name in answer.catalog.dimensions.items():
        title = pick(name.texts, language)
        if key in role.brief:
            brief = role.brief[key]
            place = f"{role.path}:{brief.line}"
            yield [title, pick(brief.texts, language), words("brief"), "", place]
        for each in role.statements.get(key, ()):
            yield row(title, pick(each.texts, language), each.line, each.claims)
        if key not in role.statements:
            yield [title, words("not-described"), "", "", ""]
    for claim in role.letters:
        yield row(words("letters"), words("no-sentence"), claim.line, [claim])
    for lead, texts in _pairs(answer, language):
        yield from ([lead, pick(text.texts, language), "", "", ""] for text in texts)
    for note in role.notes:
        yield row(words("notes"), pick(note.texts, language), note.line)
    if role.source is not None:
        yield row(words("source"), pick(role.source.texts, language), role.source.line)


def _value(answer: Shown) -> Value:
    role = answer.role
    return {
        "role": {
            **role_value(role),
            "aliases": [alias.name for alias in role.aliases],
            "summary": summary_value(role),
            **brief_value(role),
            "notes": [dict(note.texts) for note in role.notes],
            "source": dict(role.source.texts) if role.source else None,
        },
        "dimensions": [
            {
                **dimension_value(answer.catalog, key),
                "statements": [statement_value(role, each) for each in role.statements[key]]
                if key in role.statements
                else None,
            }
            for key in answer.catalog.dimensions
        ],
        "topics": [
            {
                **standing_value(row.standing),
                "decision": row.decision.value,
                "letters": list(row.letters[0]),
            }
            for row in answer.compared.topics
        ],
        "reports_to": [each.id for each in answer.managers],
        "pairs": [pair_value(pair) for pair in answer.pairs],
    }


SHOW = Presenter("show", _brief, _rows, _value)
VIEWS = {"brief": SHOW, "full": SHOW._replace(report=_full)}
"""What a role is shown as where it is laid out; JSON and CSV hold all of it."""
DEFINITION = SHOW._replace(report=_definition)
