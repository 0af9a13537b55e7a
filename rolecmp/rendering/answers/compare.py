"""How a comparison is shown: on one screen, whole, or by topic."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rolecmp.definitions.model import INITIALS, Role, Text, pick
from rolecmp.questions.compare import Comparison, Decision, TopicRow, evidence
from rolecmp.questions.standing import RESPONSIBLE, State
from rolecmp.rendering.answers.standing import STATE_TONES, standing_value, state_line
from rolecmp.rendering.answers.values import (
    Value,
    brief_value,
    dimension_value,
    pair_value,
    role_value,
    statement_value,
    summary_value,
)
from rolecmp.rendering.labels import Words
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Column,
    Facts,
    Few,
    Group,
    Item,
    Line,
    Paragraph,
    Presenter,
    Report,
    SideBySide,
    Span,
    Table,
    Tone,
    footer,
    initials_of,
    joined,
    name_of,
    plain,
)

if TYPE_CHECKING:
    from rolecmp.definitions.model import Pair
    from rolecmp.questions.standing import Standing

KEPT = 2
"""How many statements stand for a dimension without a brief where no screen is to be kept to."""
SHORT_REASON = 60
"""Characters: of a longer reason the brief answer shows what stands before its colon."""

_LABELS = {
    Decision.SEVERAL: ("both-claim", Tone.CONFLICT),
    Decision.OTHERS_TOO: ("others-claim", Tone.CONFLICT),
    Decision.NOBODY: ("nobody-decides", Tone.GAP),
    Decision.ELSEWHERE: ("others-decide", Tone.STRONG),
}


class _Teller:
    """Says what there is to say of one comparison in one language."""

    def __init__(self, answer: Comparison, language: str) -> None:
        self.answer = answer
        self.language = language
        self.words = Words(language)
        self.heads = tuple(name_of(role, language) for role in answer.roles)
        self.two = len(answer.roles) == 2

    def text(self, text: Text) -> str:
        return pick(text.texts, self.language)

    def topic(self, row: TopicRow) -> str:
        return self.text(row.standing.topic.name)

    def names(self, roles: Iterable[Role]) -> str:
        return self.words.joined([name_of(role, self.language) for role in roles])

    def names_of_pair(self, pair: Pair) -> str:
        return self.names(self.answer.catalog.roles[each] for each in pair.roles)

    def report(self, blocks: Iterable[Block], *, compact: bool = False) -> Report:
        source = footer(self.answer.catalog, self.language, self.words)
        title = self.words.joined(list(self.heads))
        return Report(title, tuple(blocks), source, self.language, compact)

    def label(self, decision: Decision) -> Line:
        key, tone = _LABELS[decision]
        if decision is Decision.SEVERAL and not self.two:
            key = "several-claim"
        return plain(self.words(key), tone)

    # --- what stands in every view ---

    def contrasts(self) -> Iterator[Paragraph]:
        for pair in self.answer.pairs:
            if pair.difference is None:
                continue
            contrast = self.text(pair.difference)
            if not self.two:
                both = self.names_of_pair(pair)
                contrast = self.words("contrast-of", roles=both, text=contrast)
            yield Paragraph(plain(contrast))

    def management(self) -> Iterator[tuple[Line, tuple[tuple[Item, ...], ...]]]:
        """Yield the row that says who manages whom of the roles compared."""
        managers = self.answer.managers
        if not managers:
            return
        cells: list[tuple[Item, ...]] = []
        for role in self.answer.roles:
            reports = [each for mine in managers if mine.role is role for each in mine.reports]
            above = [mine.role for mine in managers if role in mine.reports]
            said = [self.words("manages-roles", roles=self.names(reports))] if reports else []
            said += [self.words("reports-to", roles=self.names(above))] if above else []
            cells.append(tuple(map(plain, said)) or (plain(self.words("nobody-here"), Tone.MUTED),))
        yield plain(self.words("reporting"), Tone.STRONG), tuple(cells)

    # --- on one screen ---

    def briefs(self) -> Iterator[tuple[Line, tuple[tuple[Item, ...], ...]]]:
        """Yield a row a dimension: what is said in brief, else the first statements."""
        for section in self.answer.sections:
            cells = []
            for role, statements in zip(self.answer.roles, section.statements, strict=True):
                brief = role.brief.get(section.dimension)
                cells.append(self.brief(brief, [pick(each.texts, self.language) for each in statements]))
            title = self.text(self.answer.catalog.dimensions[section.dimension])
            yield plain(title, Tone.STRONG), tuple(cells)

    def brief(self, brief: Text | None, statements: Sequence[str]) -> tuple[Item, ...]:
        if brief is not None:
            return (plain(self.text(brief)),)
        return (few_statements(statements, self.words),) if statements else ()

    def decided(self) -> tuple[Line, tuple[tuple[Item, ...], ...]]:
        """Return the row that says what each role decides."""
        cells = []
        for role in self.answer.roles:
            rows = self.answer.decided(Decision.ONE, role)
            cells.append((few_topics([self.topic(row) for row in rows], self.words),))
        return plain(self.words("decides"), Tone.STRONG), tuple(cells)

    def undecided(self) -> Iterator[tuple[Line, tuple[Item, ...]]]:
        """Yield what is not one role's to decide among those compared, and why it is so."""
        for decision in (Decision.SEVERAL, Decision.OTHERS_TOO, Decision.NOBODY):
            rows = self.answer.decided(decision)
            if rows:
                yield self.label(decision), tuple(self.by_reason(rows))
        elsewhere = self.answer.decided(Decision.ELSEWHERE)
        if elsewhere:
            yield self.label(Decision.ELSEWHERE), tuple(self.by_owner(elsewhere))

    def by_reason(self, rows: Sequence[TopicRow]) -> Iterator[Item]:
        """Yield the topics that are accepted for one reason together, and those that are not."""
        groups: dict[str | None, list[TopicRow]] = {}
        for row in rows:
            groups.setdefault(self.reason(row.standing), []).append(row)
        for reason, same in groups.items():
            lead = state_line(same[0].standing, self.words)
            if reason is None:
                said = self.words("not-settled", state=lead[0].text)
                lead = plain(said, lead[0].tone)
            elif reason:
                lead = (*lead, Span(self.words("in-brackets", text=reason)))
            yield few([self.told(row) for row in same], self.words, (*lead, Span(self.words("label", name=""))))

    def reason(self, standing: Standing) -> str | None:
        """Return why a topic's state is accepted, in short, and None where it is not."""
        if standing.accepted is None:
            return None
        reason = self.text(standing.accepted)
        if len(reason) > SHORT_REASON:
            reason = next((reason.split(colon)[0] for colon in ("：", ": ") if colon in reason), "")
        return reason.rstrip("。.") if len(reason) <= SHORT_REASON else ""

    def told(self, row: TopicRow) -> str:
        """Return a topic with the roles that make it what it is."""
        topic = self.topic(row)
        if row.decision is Decision.NOBODY:
            standing = row.standing
            doers = [role for role, letters in standing.others if RESPONSIBLE in letters]
            if not doers:
                return self.words("done-by-nobody", topic=topic)
            return self.words("done-by", topic=topic, roles=self.names(doers))
        if row.decision is Decision.SEVERAL and self.two:
            if not row.elsewhere:
                return topic
            return self.words("claimed-too", topic=topic, roles=self.names(row.elsewhere))
        return self.words("with-mark", name=topic, mark=self.names(row.standing.owners))

    def by_owner(self, rows: Sequence[TopicRow]) -> Iterator[Item]:
        """Yield, for each owner that is not compared, its topics with the part of those who are."""
        for owners, same in itertools.groupby(
            sorted(rows, key=lambda row: self.names(row.elsewhere)),
            lambda row: self.names(row.elsewhere),
        ):
            topics = []
            for row in same:
                parts = [
                    self.words("label", name=name) + self.words.listed(map(self.words, letters))
                    for name, letters in zip(self.heads, row.letters, strict=True)
                    if letters
                ]
                mark = self.words("list-semicolon").join(parts)
                topics.append(self.words("with-mark", name=self.topic(row), mark=mark))
            yield few(topics, self.words, plain(self.words("label", name=owners)))

    def more(self) -> Paragraph:
        """Say what the whole answer has beyond the brief one."""
        answer = self.answer
        statements = sum(len(each) for section in answer.sections for each in section.statements)
        together = sum(len(pair.together) for pair in answer.pairs)
        said = self.words("full-adds", statements=statements, topics=len(answer.topics))
        if together and not answer.restricted:
            said += self.words("full-adds-together", count=together)
        return Paragraph(plain(said, Tone.MUTED))

    # --- whole ---

    def headline(self) -> Paragraph:
        answer, words = self.answer, self.words
        if not answer.topics:
            return Paragraph(plain(words("no-topics")))
        contested = [row for row in answer.topics if row.standing.state is State.CONTESTED]
        parts = []
        if contested:
            parts.append(plain(words("count-contested", count=len(contested)), Tone.CONFLICT))
        if nobody := answer.decided(Decision.NOBODY):
            parts.append(plain(words("count-undecided", count=len(nobody)), Tone.GAP))
        for role, name in zip(answer.roles, self.heads, strict=True):
            if mine := answer.decided(Decision.ONE, role):
                parts.append(plain(words("count-decided", role=name, count=len(mine))))
        elsewhere = answer.decided(Decision.ELSEWHERE)
        if settled := [row for row in elsewhere if row.standing.settled]:
            parts.append(plain(words("count-elsewhere", count=len(settled))))
        before, after = words("headline", total=words.topics(len(answer.topics)), parts="\0").split("\0")
        return Paragraph((Span(before), *joined(parts, words("count-comma")), Span(after)))

    def sides(self) -> SideBySide:
        answer = self.answer
        sections: list[tuple[Line, tuple[tuple[Item, ...], ...]]] = []
        if not answer.restricted and any(role.summary for role in answer.roles):
            summaries = tuple(
                (plain(pick(role.summary.texts, self.language)),) if role.summary else ()
                for role in answer.roles
            )
            sections.append((plain(self.words("summary"), Tone.STRONG), summaries))
        for section in answer.sections:
            cells = tuple(
                tuple(plain(pick(each.texts, self.language)) for each in statements)
                for statements in section.statements
            )
            title = self.text(answer.catalog.dimensions[section.dimension])
            sections.append((plain(title, Tone.STRONG), cells))
        sections += self.management()
        words = self.words
        return SideBySide(words("dimension"), self.heads, tuple(sections), words("not-described"))

    def topics(self) -> Iterator[Block]:
        """Yield the topics with their letters by who decides, and why what is so is accepted."""
        answer, words = self.answer, self.words
        if not answer.topics:
            return
        groups = []
        for title, rows in self.groups():
            groups.append(Group(title, tuple(self.letters(row) for row in rows)))
        others = any(self.others(row) for row in answer.topics)
        columns = [Column(words("topic"), least=16), *(Column(name) for name in self.heads)]
        columns += [Column(words("others"), least=16)] if others else []
        if not others:
            groups = [Group(each.title, tuple(row[:-1] for row in each.rows)) for each in groups]
        yield Table(tuple(columns), tuple(groups), words("topics"), words("standing"))
        legend = words("legend")
        if any(row.standing.state is State.CONTESTED for row in answer.topics):
            legend = words("legend-contested", legend=legend)
        yield Paragraph(plain(legend, Tone.MUTED))
        accepted = [
            (Span(self.words("label", name=self.topic(row))), *state_line(row.standing, words),
             Span(self.words("in-brackets", text=self.text(row.standing.accepted))))
            for row in answer.topics
            if row.standing.accepted is not None
        ]
        if accepted:
            yield Bullets(words("accepted-column"), tuple(accepted))

    def groups(self) -> Iterator[tuple[Line, tuple[TopicRow, ...]]]:
        for decision in Decision:
            if decision is Decision.ONE:
                for role, name in zip(self.answer.roles, self.heads, strict=True):
                    rows = self.answer.decided(decision, role)
                    if rows:
                        yield plain(self.words("decided-by", role=name), Tone.STRONG), rows
            elif rows := self.answer.decided(decision):
                yield self.label(decision), rows

    def letters(self, row: TopicRow) -> tuple[Line, ...]:
        tone = STATE_TONES[row.standing.state]
        cells = [
            tuple(
                span._replace(tone=tone) if span.tone is Tone.OWNER and tone is not Tone.PLAIN else span
                for span in initials_of(letters)
            )
            for letters in row.letters
        ]
        return (plain(self.topic(row)), *cells, self.others(row))

    def others(self, row: TopicRow) -> Line:
        """Return the roles that are not compared, with their letters on a topic."""
        shown = {role.id for role in self.answer.roles}
        parts = [(*initials_of(("accountable",)), Span(f" {name_of(role, self.language)}"))
                 for role in row.elsewhere]  # fmt: skip
        parts += [
            (*initials_of(letters), Span(f" {name_of(role, self.language)}"))
            for role, letters in row.standing.others
            if role.id not in shown
        ]
        return joined(parts, self.words("list-comma"))

    def together(self) -> Iterator[Bullets]:
        for pair in self.answer.pairs:
            if self.answer.restricted or not pair.together:
                continue
            lead = self.words("about-the-two")
            if not self.two:
                lead = self.words("about-those", roles=self.names_of_pair(pair))
            yield Bullets(lead, tuple(plain(self.text(text)) for text in pair.together))

    # --- by topic ---

    def by_topic(self) -> Iterator[Block]:
        sections = []
        for row in self.answer.topics:
            title: Line = plain(self.topic(row), Tone.STRONG)
            if not row.standing.settled:
                title = (*title, Span("\n"), *state_line(row.standing, self.words))
            if row.elsewhere:
                key = "claim-too" if row.owners else "decided-by"
                said = self.words(key, role=self.names(row.elsewhere))
                title = (*title, Span("\n" + said, Tone.MUTED))
            cells = tuple(self.said(role, row.standing.topic.id) for role in self.answer.roles)
            sections.append((title, cells))
        words = self.words
        if sections:
            nothing = words("not-involved")
            yield SideBySide(words("topic"), self.heads, tuple(sections), nothing, bulleted=False)
            yield Paragraph(plain(words("legend"), Tone.MUTED))

    def said(self, role: Role, topic: str) -> tuple[Item, ...]:
        lines = []
        for each in evidence(role, topic):
            text = Span(self.words("no-sentence"), Tone.MUTED)
            if each.statement is not None:
                text = Span(pick(each.statement.texts, self.language))
            lines.append((*initials_of(each.letters), Span("  "), text))
        return tuple(lines)


def few(pieces: Sequence[str], words: Words, lead: Line = ()) -> Few:
    """Return names of which a screen shows a few; a document shows all."""
    return Few(lead, tuple(pieces), words("list-comma"), lambda count: words("and-more", count=count), len(pieces))


def few_topics(topics: Sequence[str], words: Words) -> Item:
    """Return how many topics there are, and which."""
    if not topics:
        return plain(words("nothing"), Tone.MUTED)
    count = (Span(str(len(topics)), Tone.OWNER), Span(words("label", name="")))
    return few(topics, words, count)


def few_statements(statements: Sequence[str], words: Words) -> Few:
    """Return statements that stand for a dimension without a brief, none of them cut."""
    comma = words("list-semicolon")
    return Few((), tuple(statements), comma, lambda count: words("statements-more", count=count), KEPT)


def _brief(answer: Comparison, language: str) -> Report:
    teller = _Teller(answer, language)
    words = teller.words
    sections = [*teller.briefs(), *teller.management()]
    if answer.topics:
        sections.append(teller.decided())
    nothing = words("not-described")
    blocks: list[Block] = [
        *teller.contrasts(),
        SideBySide(words("dimension"), teller.heads, tuple(sections), nothing, bulleted=False),
    ]
    facts = tuple(teller.undecided())
    blocks += [Facts(facts)] if facts else []
    return teller.report([*blocks, teller.more()], compact=True)


def _full(answer: Comparison, language: str) -> Report:
    teller = _Teller(answer, language)
    blocks: list[Block] = [*teller.contrasts(), teller.headline(), teller.sides()]
    return teller.report([*blocks, *teller.topics(), *teller.together()])


def _by_topic(answer: Comparison, language: str) -> Report:
    teller = _Teller(answer, language)
    return teller.report([teller.headline(), *teller.by_topic()])


def _rows(answer: Comparison, language: str) -> Iterable[list[str]]:
    teller = _Teller(answer, language)
    words = teller.words
    yield [words("section"), words("item"), *teller.heads, words("owner"), words("accepted-column")]
    nothing = words("not-described")
    if not answer.restricted and any(role.summary for role in answer.roles):
        yield [
            words("summary"),
            "",
            *[pick(each.summary.texts, language) if each.summary else nothing for each in answer.roles],
            "",
            "",
        ]
    for section in answer.sections:
        title = teller.text(answer.catalog.dimensions[section.dimension])
        briefs = [role.brief.get(section.dimension) for role in answer.roles]
        if any(briefs):
            yield [title, words("brief"), *[teller.text(each) if each else "" for each in briefs], "", ""]
        for number in range(max(1, *(len(each) for each in section.statements))):
            cells = []
            for statements in section.statements:
                known = number < len(statements)
                text = pick(statements[number].texts, language) if known else ""
                cells.append(nothing if not statements and number == 0 else text)
            yield [title, str(number + 1), *cells, "", ""]
    for title, cells in teller.management():
        said = ["".join(span.text for item in items for span in item) for items in cells]
        yield [title[0].text, "", *said, "", ""]
    for row in answer.topics:
        title = teller.title(row)
        letters = [" ".join(INITIALS[letter] for letter in each) for each in row.letters]
        standing = row.standing
        owners = words.listed(name_of(role, language) for role in standing.owners)
        reason = teller.text(standing.accepted) if standing.accepted else ""
        yield [title, teller.topic(row), *letters, owners, reason]
    for pair in answer.pairs:
        contrast = [(words("contrast"), pair.difference)] if pair.difference else []
        for said, text in contrast + [(words("about-the-two"), text) for text in pair.together]:
            shown = teller.text(text)
            yield [said, "", *[shown if role.id in pair.roles else "" for role in answer.roles], "", ""]


def _value(answer: Comparison) -> Value:
    roles = answer.roles
    shown = {role.id for role in roles}
    return {
        "roles": [
            {**role_value(role), "summary": summary_value(role), **brief_value(role)}
            for role in roles
        ],
        "pairs": [pair_value(pair) for pair in answer.pairs],
        "dimensions": [
            {
                **dimension_value(answer.catalog, section.dimension),
                "statements": {
                    role.id: [statement_value(role, each) for each in statements] or None
                    for role, statements in zip(roles, section.statements, strict=True)
                },
            }
            for section in answer.sections
        ],
        "topics": [
            {
                **standing_value(row.standing),
                "decision": row.decision.value,
                "letters": {
                    role.id: list(letters)
                    for role, letters in zip(roles, row.letters, strict=True)
                },
                "others": {
                    role.id: list(letters)
                    for role, letters in row.standing.others
                    if role.id not in shown
                },
            }
            for row in answer.topics
        ],
        "counts": {
            **{
                each.value: len(answer.decided(each))
                for each in Decision
                if each is not Decision.ONE
            },
            Decision.ONE.value: {
                role.id: len(answer.decided(Decision.ONE, role)) for role in roles
            },
        },
    }


COMPARISON = Presenter("compare", _brief, _rows, _value)
FULL = COMPARISON._replace(report=_full)
BY_TOPIC = COMPARISON._replace(report=_by_topic)
