"""An answer as neutral blocks, which each of the text formats lays out in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

from rolecmp.definitions.model import INITIALS, SUMMARY, Catalog, Role, Statement, pick
from rolecmp.questions.comparison import Comparison, Standing, TopicRow
from rolecmp.questions.ownership import Evidence, Owners, Ownership, State
from rolecmp.questions.portrait import Portrait, RoleList
from rolecmp.rendering.labels import Words


class Tone(Enum):
    """What a piece of text is, for formats that can show it; never the only sign of it."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    OWNER = "owner"
    CONFLICT = "conflict"
    GAP = "gap"


class Span(NamedTuple):
    """A piece of text of one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line: TypeAlias = tuple[Span, ...]


class Paragraph(NamedTuple):
    """A line of its own."""

    line: Line


class Bullets(NamedTuple):
    """A list under a lead-in."""

    lead: str
    items: tuple[Line, ...]


class SideBySide(NamedTuple):
    """A column a role, a section a dimension, an item a statement.

    `sections` are pairs of a title and, per column, the items; none where nothing is
    described, which `gap` says.
    """

    corner: str
    heads: tuple[str, ...]
    sections: tuple[tuple[str, tuple[tuple[Line, ...], ...]], ...]
    gap: str


class Column(NamedTuple):
    """A column of a table.

    `least` is the number of cells that its text may be wrapped into, 0 where it stays whole.
    Where rows are stacked, `labelled` puts the title before the text.
    """

    title: str
    least: int = 0
    labelled: bool = True


class Group(NamedTuple):
    """Rows of a table that belong together, under a title of their own unless it is empty."""

    title: Line
    rows: tuple[tuple[Line, ...], ...]


class Table(NamedTuple):
    """Rows under columns. `group_title` heads the column of group titles where one is made.

    Where rows are stacked, the first `lead` cells stand on the first line.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    title: str = ""
    group_title: str = ""
    lead: int = 1


Block: TypeAlias = "Paragraph | Bullets | SideBySide | Table"


class Report(NamedTuple):
    """An answer laid out: a title, blocks, and the line that says which catalog it is from."""

    title: str
    blocks: tuple[Block, ...]
    footer: str
    language: str


Answer: TypeAlias = "Comparison | Owners | Portrait | RoleList"


def make_report(answer: Answer, language: str) -> Report:
    """Lay out any answer in `language`."""
    return _MAKERS[type(answer)](answer, language, Words(language))


def _plain(text: str, tone: Tone = Tone.PLAIN) -> Line:
    return (Span(text, tone),)


def _footer(catalog: Catalog, language: str, words: Words) -> str:
    place = words("built-in") if catalog.builtin else catalog.folder or words("this-folder")
    if catalog.title is None:
        return words("catalog-untitled", place=place)
    return words("catalog", title=pick(catalog.title.texts, language), place=place)


def _name(role: Role, language: str) -> str:
    return pick(role.name.texts, language)


def _initials(letters: Sequence[str]) -> Line:
    tones = {"A": Tone.OWNER}
    spans = []
    for letter in letters:
        initial = INITIALS[letter]
        if spans:
            spans.append(Span(" "))
        spans.append(Span(initial, tones.get(initial, Tone.PLAIN)))
    return tuple(spans)


# --- compare ----------------------------------------------------------------------------------


def _comparison(answer: Comparison, language: str, words: Words) -> Report:
    catalog = answer.catalog
    names = {role.id: _name(role, language) for role in answer.roles}
    blocks: list[Block] = []
    several = len(answer.roles) > 2
    for pair in answer.pairs:
        if pair.difference is None:
            continue
        contrast = pick(pair.difference.texts, language)
        if several:
            both = words.joined([names[each] for each in pair.roles])
            contrast = words("contrast-of", roles=both, text=contrast)
        blocks.append(Paragraph(_plain(contrast)))
    blocks.append(Paragraph(_headline(answer, names, words)))
    sections = [
        (
            pick(catalog.dimensions[section.dimension].texts, language),
            tuple(
                tuple(_plain(pick(statement.texts, language)) for statement in statements)
                for statements in section.statements
            ),
        )
        for section in answer.sections
    ]
    if not answer.restricted and any(role.summary for role in answer.roles):
        summaries = tuple(
            (_plain(pick(role.summary.texts, language)),) if role.summary else ()
            for role in answer.roles
        )
        sections.insert(0, (words("summary"), summaries))
    heads = tuple(names.values())
    blocks.append(
        SideBySide(words("dimension"), heads, tuple(sections), words("not-described"))
    )
    if answer.topics:
        blocks.append(_topic_table(answer, names, language, words))
        blocks.append(Paragraph(_plain(words("legend"), Tone.MUTED)))
    for pair in answer.pairs:
        if not pair.together:
            continue
        lead = words("together")
        if several:
            lead = words("together-of", roles=words.joined([names[each] for each in pair.roles]))
        items = tuple(_plain(pick(text.texts, language)) for text in pair.together)
        blocks.append(Bullets(lead, items))
    title = words.joined(list(heads))
    return Report(title, tuple(blocks), _footer(catalog, language, words), language)


def _headline(answer: Comparison, names: Mapping[str, str], words: Words) -> Line:
    if not answer.topics:
        return _plain(words("no-topics"))
    parts: list[Span] = []
    contested = answer.count(Standing.CONTESTED)
    parts.append(
        Span(
            words("count-contested", count=contested), Tone.CONFLICT if contested else Tone.PLAIN
        )
    )
    parts.append(Span(words("count-shared", count=answer.count(Standing.SHARED))))
    for key, name in names.items():
        count = answer.count(Standing.SINGLE, key)
        parts.append(Span(words("count-single", count=count, role=name)))
    total, before, after = words("headline", total="\0", parts="\0").split("\0")
    line = [Span(total + words.topics(len(answer.topics)) + before)]
    for place, part in enumerate(parts):
        line += [Span(words("count-comma")), part] if place else [part]
    return (*line, Span(after)) if after else tuple(line)


def _topic_table(
    answer: Comparison, names: Mapping[str, str], language: str, words: Words
) -> Table:
    def row(each: TopicRow) -> tuple[Line, ...]:
        topic = pick(each.topic.name.texts, language)
        return (_plain(topic), *(_initials(letters) for letters in each.letters))

    groups: list[Group] = []
    for standing, only, title, tone in (
        (Standing.CONTESTED, None, words("Contested"), Tone.CONFLICT),
        (Standing.SHARED, None, words("Shared"), Tone.STRONG),
        *(
            (Standing.SINGLE, key, words("Single", role=name), Tone.STRONG)
            for key, name in names.items()
        ),
    ):
        rows = tuple(
            row(each) for each in answer.topics if each.standing is standing and each.only == only
        )
        if rows:
            groups.append(Group(_plain(title, tone), rows))
    columns = (Column(words("topic"), least=16), *(Column(name) for name in names.values()))
    return Table(columns, tuple(groups), words("topics"), words("standing"))


# --- who-owns ---------------------------------------------------------------------------------


def _owners(answer: Owners, language: str, words: Words) -> Report:
    footer = _footer(answer.catalog, language, words)
    if answer.overview:
        return Report(words("who-owns"), _overview(answer, language, words), footer, language)
    blocks: list[Block] = []
    several = len(answer.topics) > 1
    for ownership in answer.topics:
        name = pick(ownership.topic.name.texts, language)
        blocks.append(Paragraph(_verdict(ownership, name if several else "", language, words)))
        if ownership.accepted is not None:
            reason = pick(ownership.accepted.texts, language)
            blocks.append(Paragraph(_plain(words("accepted", reason=reason))))
        if ownership.evidence:
            blocks.append(_evidence(ownership, answer.catalog, language, words))
    if several:
        title = words("who-owns")
    else:
        title = pick(answer.topics[0].topic.name.texts, language)
    return Report(title, tuple(blocks), footer, language)


_STATE_TONES = {
    State.OWNED: Tone.OWNER,
    State.CONTESTED: Tone.CONFLICT,
    State.UNDECIDED: Tone.GAP,
    State.UNOWNED: Tone.GAP,
}


def _verdict(ownership: Ownership, topic: str, language: str, words: Words) -> Line:
    owners = words.joined([_name(role, language) for role in ownership.owners])
    if ownership.state is State.OWNED:
        text = words("is-owned", owner=owners)
    elif ownership.state is State.CONTESTED:
        text = words("is-contested", owners=owners)
    elif ownership.state is State.UNDECIDED:
        involved = dict.fromkeys(_name(each.role, language) for each in ownership.evidence)
        verb = words("verb-one" if len(involved) == 1 else "verb-many")
        text = words("is-undecided", roles=words.joined(list(involved)), verb=verb)
    else:
        text = words("is-unowned")
    verdict = Span(text, _STATE_TONES[ownership.state])
    if not topic:
        return (verdict,)
    return (Span(topic, Tone.STRONG), Span(words("label", name="")), verdict)


def _evidence(
    ownership: Ownership, catalog: Catalog, language: str, words: Words
) -> Table:
    def row(each: Evidence) -> tuple[Line, ...]:
        letter = each.claim.letter
        tone = Tone.OWNER if letter == "accountable" else Tone.PLAIN
        return (
            (Span(f"{INITIALS[letter]} {words(letter)}", tone),),
            _plain(_name(each.role, language), tone),
            _plain(pick(each.statement.texts, language)),
            _plain(_dimension(catalog, each.dimension, language, words), Tone.MUTED),
            _plain(f"{each.role.path}:{each.statement.line}", Tone.MUTED),
        )

    columns = (
        Column(words("involvement")),
        Column(words("role")),
        Column(words("statement"), least=32, labelled=False),
        Column(words("dimension"), labelled=False),
        Column(words("where"), labelled=False),
    )
    rows = tuple(row(each) for each in ownership.evidence)
    return Table(columns, (Group((), rows),), lead=2)


def _dimension(catalog: Catalog, key: str, language: str, words: Words) -> str:
    return words("summary") if key == SUMMARY else pick(catalog.dimensions[key].texts, language)


def _overview(answer: Owners, language: str, words: Words) -> tuple[Block, ...]:
    counts = {state: sum(each.state is state for each in answer.topics) for state in State}
    line = [
        Span(words("owners-settled", count=counts[State.OWNED], total=len(answer.topics))),
    ]
    for state, key in (
        (State.CONTESTED, "count-contested"),
        (State.UNDECIDED, "count-undecided"),
        (State.UNOWNED, "count-unowned"),
    ):
        if counts[state]:
            line.append(Span(words("count-comma")))
            line.append(Span(words(key, count=counts[state]), _STATE_TONES[state]))
    rows = []
    for each in answer.topics:
        owners = words("list-comma").join(_name(role, language) for role in each.owners)
        others = dict.fromkeys(
            _name(one.role, language) for one in each.evidence if one.role not in each.owners
        )
        tone = _STATE_TONES[each.state]
        rows.append(
            (
                _plain(pick(each.topic.name.texts, language)),
                _plain(owners, Tone.OWNER if each.state is State.OWNED else Tone.PLAIN),
                _plain(words(each.state.value), Tone.PLAIN if each.state is State.OWNED else tone),
                _plain(words("list-comma").join(others)),
            )
        )
    columns = (
        Column(words("topic"), least=14),
        Column(words("owner"), least=16),
        Column(words("state"), least=10),
        Column(words("others"), least=14),
    )
    return (Paragraph(tuple(line)), Table(columns, (Group((), tuple(rows)),)))


# --- show, list -------------------------------------------------------------------------------


def _portrait(answer: Portrait, language: str, words: Words) -> Report:
    role = answer.role
    blocks: list[Block] = []
    if role.summary is not None:
        blocks.append(Paragraph(_statement(role.summary, answer.catalog, language, words)))
    facts = [
        (_plain(words("id"), Tone.MUTED), _plain(role.id)),
    ]
    if role.aliases:
        names = words("list-comma").join(alias.name for alias in role.aliases)
        facts.append((_plain(words("aliases"), Tone.MUTED), _plain(names)))
    for key, title in (("accountable", "accountable-for"), ("", "involved-in")):
        topics = [
            pick(topic.name.texts, language)
            for topic, letters in answer.topics
            if (letters[0] == "accountable") == bool(key)
        ]
        if topics:
            line = _plain(words("list-comma").join(topics))
            facts.append((_plain(words(title), Tone.MUTED), line))
    blocks.append(Table((Column(""), Column("", least=20)), (Group((), tuple(facts)),)))
    for key, name in answer.catalog.dimensions.items():
        items = tuple(
            _statement(statement, answer.catalog, language, words)
            for statement in role.statements.get(key, ())
        )
        gap = (_plain(words("not-described"), Tone.MUTED),)
        blocks.append(Bullets(pick(name.texts, language), items or gap))
    for pair in answer.pairs:
        other = pair.roles[1] if pair.roles[0] == role.id else pair.roles[0]
        texts = ([pair.difference] if pair.difference else []) + list(pair.together)
        known = answer.catalog.roles.get(other)
        lead = words("with", role=_name(known, language) if known else other)
        blocks.append(Bullets(lead, tuple(_plain(pick(text.texts, language)) for text in texts)))
    if role.notes:
        notes = tuple(_plain(pick(note.texts, language)) for note in role.notes)
        blocks.append(Bullets(words("notes"), notes))
    if role.source is not None:
        blocks.append(Bullets(words("source"), (_plain(pick(role.source.texts, language)),)))
    footer = _footer(answer.catalog, language, words)
    return Report(_name(role, language), tuple(blocks), footer, language)


def _statement(statement: Statement, catalog: Catalog, language: str, words: Words) -> Line:
    """Give a sentence, and after it the topics it gives letters on."""
    line = [Span(pick(statement.texts, language))]
    by_letter: dict[str, list[str]] = {}
    for claim in statement.claims:
        name = pick(catalog.topics[claim.topic].name.texts, language)
        by_letter.setdefault(INITIALS[claim.letter], []).append(name)
    for initial, names in by_letter.items():
        line.append(Span(f" [{initial} {words('list-comma').join(names)}]", Tone.MUTED))
    return tuple(line)


def _role_list(answer: RoleList, language: str, words: Words) -> Report:
    rows = tuple(
        (
            _plain(line.role.id, Tone.STRONG),
            _plain(_name(line.role, language)),
            _plain(str(line.accountable)),
            _plain(str(line.involved)),
            _plain(pick(line.role.summary.texts, language) if line.role.summary else ""),
        )
        for line in answer.roles
    )
    columns = (
        Column(words("id")),
        Column(words("name"), least=12),
        Column(words("accountable-for")),
        Column(words("involved-in")),
        Column(words("summary"), least=24),
    )
    table = Table(columns, (Group((), rows),))
    return Report(words("roles"), (table,), _footer(answer.catalog, language, words), language)


_MAKERS: Mapping[type, Callable[[Any, str, Words], Report]] = {
    Comparison: _comparison,
    Owners: _owners,
    Portrait: _portrait,
    RoleList: _role_list,
}
