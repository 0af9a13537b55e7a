"""What there is to say of roles side by side: who decides what, and what each says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from rolecmp.definitions.model import Role, Text, pick
from rolecmp.questions.compare import Comparison, Decision, TopicRow, evidence
from rolecmp.questions.standing import RESPONSIBLE, State
from rolecmp.rendering.answers.standing import STATE_TONES, accepted_text, state_line, unseen
from rolecmp.rendering.report import (
    Block,
    Bullets,
    Column,
    Few,
    Group,
    Item,
    Line,
    Paragraph,
    Report,
    SideBySide,
    Span,
    Table,
    Tone,
    footer,
    headline,
    initials_of,
    name_of,
    plain,
)
from rolecmp.visible import width_of
from rolecmp.words import Words

if TYPE_CHECKING:
    from rolecmp.definitions.model import Acceptance, Pair
    from rolecmp.questions.standing import Standing

Row: TypeAlias = "tuple[Line, tuple[tuple[Item, ...], ...]]"  # a title, and a cell a role

KEPT = 2
"""How many statements stand for a dimension without a brief where no screen is to be kept to."""
NAMES, STATEMENTS, CLAIMED = 90, 60, 300
"""Cells: what names, statements, and topics not one role's may take of a column of a screen."""
SHORT_REASON = 40
"""Cells: of a longer reason the brief answer shows what stands before its colon, or nothing."""

_LABELS = {
    Decision.SEVERAL: ("both-claim", Tone.CONFLICT),
    Decision.OTHERS_TOO: ("others-claim", Tone.CONFLICT),
    Decision.OTHERS: ("others-contest", Tone.CONFLICT),
    Decision.NOBODY: ("nobody-decides", Tone.GAP),
    Decision.ELSEWHERE: ("others-decide", Tone.STRONG),
}


class Teller:
    """Says what there is to say of one comparison in one language."""

    def __init__(self, answer: Comparison, language: str) -> None:
        self.answer = answer
        self.language = language
        self.words = Words(language)
        self.heads = tuple(name_of(role, language) for role in answer.roles)
        self.two = len(answer.roles) == 2

    def text(self, text: Text) -> str:
        """Return a text in the language told in."""
        return pick(text.texts, self.language)

    def topic(self, row: TopicRow) -> str:
        """Return a topic's name."""
        return self.text(row.standing.topic.name)

    def names(self, roles: Iterable[Role]) -> str:
        """Return the names of roles as a list in a sentence."""
        return self.words.joined([name_of(role, self.language) for role in roles])

    def names_of_pair(self, pair: Pair) -> str:
        """Return the names of the two roles of a pair."""
        return self.names(self.answer.catalog.roles[each] for each in pair.roles)

    def report(self, blocks: Iterable[Block], *, compact: bool = False, hint: Line = ()) -> Report:
        """Put blocks under the names of the roles, and the catalog below them."""
        source = footer(self.answer.catalog, self.language, self.words)
        title = self.words.joined(list(self.heads))
        return Report(title, tuple(blocks), source, self.language, compact, hint)

    def label(self, decision: Decision) -> Line:
        """Return what the topics of a decision are headed by."""
        key, tone = _LABELS[decision]
        if decision is Decision.SEVERAL and not self.two:
            key = "several-claim"
        return plain(self.words(key), tone)

    # --- what stands in every view ---

    def contrasts(self) -> Iterator[Paragraph]:
        """Yield the one-line contrast of each pair."""
        for pair in self.answer.pairs:
            if pair.difference is None:
                continue
            contrast = self.text(pair.difference)
            if not self.two:
                both = self.names_of_pair(pair)
                contrast = self.words("contrast-of", roles=both, text=contrast)
            yield Paragraph(plain(contrast))

    def management(self) -> Iterator[Row]:
        """Yield the row that says who manages whom of the roles compared."""
        if self.answer.managers:
            nobody = plain(self.words("nobody-here"), Tone.MUTED)
            cells = tuple(tuple(map(plain, said)) or (nobody,) for said in self.reporting())
            yield plain(self.words("reporting"), Tone.STRONG), cells

    def reporting(self) -> list[list[str]]:
        """Return what each role has to say of managing the others and being managed."""
        found = []
        for role in self.answer.roles:
            managers = self.answer.managers
            reports = [each for mine in managers if mine.role is role for each in mine.reports]
            above = [mine.role for mine in managers if role in mine.reports]
            said = [self.words("manages-roles", roles=self.names(reports))] if reports else []
            said += [self.words("reports-to", roles=self.names(above))] if above else []
            found.append(said)
        return found

    # --- on one screen ---

    def briefs(self) -> Iterator[Row]:
        """Yield a row a dimension: what is said in brief, else the first statements."""
        for section in self.answer.sections:
            cells = []
            for role, statements in zip(self.answer.roles, section.statements, strict=True):
                brief = role.brief.get(section.dimension)
                cells.append(
                    self.brief(brief, [pick(each.texts, self.language) for each in statements])
                )
            title = self.text(self.answer.catalog.dimensions[section.dimension])
            yield plain(title, Tone.STRONG), tuple(cells)

    def brief(self, brief: Text | None, statements: Sequence[str]) -> tuple[Item, ...]:
        """Return what stands for a dimension of a role, nothing where it is not described."""
        if brief is not None:
            return (plain(self.text(brief)),)
        return (few_statements(statements, self.words),) if statements else ()

    def decided(self) -> Row:
        """Return the row that says what each role decides."""
        cells = []
        for role in self.answer.roles:
            rows = self.answer.decided(Decision.ONE, role)
            cells.append((few_topics([self.topic(row) for row in rows], self.words),))
        return plain(self.words("decides"), Tone.STRONG), tuple(cells)

    def undecided(self) -> Iterator[tuple[Line, tuple[Item, ...]]]:
        """Yield what is not one role's to decide among those compared, and why it is so."""
        unsettled = (Decision.SEVERAL, Decision.OTHERS_TOO, Decision.OTHERS, Decision.NOBODY)
        for decision in unsettled:
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
            standing = same[0].standing
            tone = STATE_TONES[standing.state]
            # "Nobody decides" is the label already; that a topic is contested is the word for it.
            state = "" if standing.state is State.UNDECIDED else standing.state.value
            key = "not-settled" if reason is None else "is-accepted"
            said = self.words(key, state=self.words(state) if state else "")
            lead: Line = plain(said, tone)
            if reason:
                lead = (*lead, Span(self.words("in-brackets", text=reason)))
            before, after = self.words.around("before-list", "lead")
            shown = [self.told(row) for row in same]
            yield few(shown, self.words, (Span(before), *lead, Span(after)), CLAIMED)

    def reason(self, standing: Standing) -> str | None:
        """Return why a topic's state is accepted, in short, and None where it is not."""
        if standing.accepted is None:
            return None
        if standing.state is not State.CONTESTED:
            return ""
        reason = self.text(standing.accepted.reason)
        if width_of(reason) > SHORT_REASON:
            reason = next((reason.split(colon)[0] for colon in ("：", ": ") if colon in reason), "")
        return reason.rstrip("。.") if width_of(reason) <= SHORT_REASON else ""

    def accepted(self, acceptance: Acceptance) -> str:
        """Return the whole of an acceptance: for whom, until when, and why."""
        return accepted_text(
            acceptance, self.answer.catalog, self.language, self.words, "acceptance"
        )

    def told(self, row: TopicRow) -> str:
        """Return a topic with the roles that make it what it is."""
        topic = self.topic(row)
        if row.decision is Decision.NOBODY:
            standing = row.standing
            doers = [role for role, letters in standing.others if RESPONSIBLE in letters]
            if not doers:
                return self.words("done-by-nobody", topic=topic)
            return self.words("done-by", topic=topic, roles=self.names(doers))
        if len(row.owners) == len(self.answer.roles):
            if not row.elsewhere:
                return topic
            return self.words("claimed-too", topic=topic, roles=self.names(row.elsewhere))
        return self.words("with-mark", name=topic, mark=self.names(row.standing.owners))

    def by_owner(self, rows: Sequence[TopicRow]) -> Iterator[Item]:
        """Yield, for each owner that is not compared, its topics, and who does them."""
        groups: dict[str, list[str]] = {}
        for row in rows:
            doers = [
                role
                for role, letters in zip(self.answer.roles, row.letters, strict=True)
                if RESPONSIBLE in letters
            ]
            topic = self.topic(row)
            if doers:
                topic = self.words("done-by", topic=topic, roles=self.names(doers))
            groups.setdefault(self.names(row.elsewhere), []).append(topic)
        for owners, topics in groups.items():
            yield few(topics, self.words, plain(self.words("before-list", lead=owners)))

    def more(self) -> Line:
        """Say what the whole answer has beyond the brief one."""
        answer = self.answer
        statements = sum(len(each) for section in answer.sections for each in section.statements)
        together = sum(len(pair.together) for pair in answer.pairs)
        counts = {
            "count-statements": statements,
            "count-lettered": len(answer.topics),
            "count-together": 0 if answer.restricted else together,
        }
        return full_adds(counts, self.words)

    # --- whole ---

    def headline(self) -> Paragraph:
        """Return how many topics there are, and how many of them who decides."""
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
        if elsewhere := answer.decided(Decision.ELSEWHERE):
            parts.append(plain(words("count-elsewhere", count=len(elsewhere))))
        total = words("count-topics", count=len(answer.topics))
        return Paragraph(headline(total, parts, words))

    def sides(self) -> SideBySide:
        """Return every statement, and who manages whom, side by side."""
        answer = self.answer
        sections: list[Row] = []
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
        yield Table(tuple(columns), tuple(groups), "", words("standing"))
        legend = words("legend")
        if any(row.standing.state is State.CONTESTED for row in answer.topics):
            legend = words("legend-contested", legend=legend)
        yield Paragraph(plain(legend, Tone.MUTED))
        accepted = [
            (
                Span(self.words("label", name=self.topic(row))),
                Span(words(row.standing.state.value), STATE_TONES[row.standing.state]),
                Span(self.words("in-brackets", text=self.accepted(row.standing.accepted))),
            )
            for row in answer.topics
            if row.standing.accepted is not None
        ]
        if accepted:
            yield Bullets(words("accepted-column"), tuple(accepted))

    def groups(self) -> Iterator[tuple[Line, tuple[TopicRow, ...]]]:
        """Yield the topics by who decides them, under a title."""
        for decision in Decision:
            if decision is Decision.ONE:
                for role, name in zip(self.answer.roles, self.heads, strict=True):
                    rows = self.answer.decided(decision, role)
                    if rows:
                        yield plain(self.words("decided-by", role=name), Tone.STRONG), rows
            elif rows := self.answer.decided(decision):
                yield self.label(decision), rows

    def title(self, row: TopicRow) -> str:
        """Return what the topics are headed by that are decided as this one."""
        if row.decision is Decision.ONE:
            return self.words("decided-by", role=self.names(row.owners))
        return self.label(row.decision)[0].text

    def letters(self, row: TopicRow) -> tuple[Line, ...]:
        """Return a topic, the letters of each role compared, and the other roles with theirs."""
        contested = row.standing.state is State.CONTESTED
        cells = [initials_of(letters, contested=contested) for letters in row.letters]
        return (plain(self.topic(row)), *cells, self.others(row))

    def others(self, row: TopicRow) -> Line:
        """Return the roles that are not compared, with their letters on a topic."""
        return unseen(row.standing, self.answer.roles, self.language, self.words)

    def together(self) -> Iterator[Bullets]:
        """Yield what is true of each pair."""
        for pair in self.answer.pairs:
            if self.answer.restricted or not pair.together:
                continue
            lead = self.words("about-the-two")
            if not self.two:
                lead = self.words("about-those", roles=self.names_of_pair(pair))
            yield Bullets(lead, tuple(plain(self.text(text)) for text in pair.together))

    # --- by topic ---

    def by_topic(self) -> Iterator[Block]:
        """Yield the topics, each with what the roles say of it."""
        sections = []
        for row in self.answer.topics:
            title: Line = plain(self.topic(row), Tone.STRONG)
            if not row.standing.settled:
                title = (*title, Span("\n"), *state_line(row.standing, self.words))
            if row.elsewhere:
                said = self.names(row.elsewhere)
                if row.decision is not Decision.OTHERS:
                    said = self.words("claim-too" if row.owners else "decided-by", role=said)
                title = (*title, Span("\n" + said, Tone.MUTED))
            cells = tuple(self.said(role, row.standing) for role in self.answer.roles)
            sections.append((title, cells))
        words = self.words
        if sections:
            nothing = words("not-involved")
            yield SideBySide(words("topic"), self.heads, tuple(sections), nothing, bulleted=False)
            yield Paragraph(plain(words("legend"), Tone.MUTED))

    def said(self, role: Role, standing: Standing) -> tuple[Item, ...]:
        """Return the sentences of a role on a topic with their letters."""
        lines = []
        contested = standing.state is State.CONTESTED
        for each in evidence(role, standing.topic.id):
            text = Span(self.words("no-sentence"), Tone.MUTED)
            if each.statement is not None:
                text = Span(pick(each.statement.texts, self.language))
            lines.append((*initials_of(each.letters, contested=contested), Span("  "), text))
        return tuple(lines)


def full_adds(counts: Mapping[str, int], words: Words) -> Line:
    """Say what the whole answer has beyond the brief one; nothing where it has no more."""
    parts = [words(key, count=count) for key, count in counts.items() if count]
    return (
        plain(words("full-adds", parts=words("list-comma").join(parts)), Tone.MUTED)
        if parts
        else ()
    )


def few(pieces: Sequence[str], words: Words, lead: Line = (), cells: int = NAMES) -> Few:
    """Return names of which a screen shows a few; a document shows all."""

    def more(count: int) -> str:
        return words("and-more", count=count)

    return Few(lead, tuple(pieces), words("list-comma"), more, len(pieces), cells)


def few_topics(topics: Sequence[str], words: Words) -> Item:
    """Return how many topics there are, and which."""
    if not topics:
        return plain(words("nothing"), Tone.MUTED)
    count, _ = words.around("counted", "topics", count=len(topics))
    return few(topics, words, plain(count, Tone.OWNER))


def few_statements(statements: Sequence[str], words: Words) -> Few:
    """Return statements that stand for a dimension without a brief, none of them cut."""

    def more(count: int) -> str:
        return words("statements-more", count=count)

    return Few((), tuple(statements), words("list-semicolon"), more, KEPT, STATEMENTS)
