"""A sentence makes a role accountable, and its verb says that the role only helps."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rolecmp.definitions.problems import phrase
from rolecmp.questions.rule import CHARTING, Found, Place, Rule, Severity, of_claim
from rolecmp.questions.standing import ACCOUNTABLE

if TYPE_CHECKING:
    from rolecmp.definitions.model import Role
    from rolecmp.questions.subject import Subject

# A sentence's verb stands first, behind words that do not change it. A bare "support" or
# "help" may be a noun (support tickets), and is taken for a verb only before what a noun
# would not have behind it. Whoever also decides, as a second verb says, owns indeed.
# Groups that repeat give nothing back, so that no sentence takes long.
_ENGLISH_VAGUE = (
    r"(?i)(?:[^,;:.]{1,40}, )?(?:(?:the|this) role |(?:it|they|also|always|often|sometimes|"
    r"[a-z]+ly|will|can|may|must|should|shall|has to|have to|needs? to|to|"
    r"is responsible for|responsible for) )*+"
    r"((?:supports|helps|participates|assists|tak(?:es?|ing) part)\b(?! [a-z]+ (?:is|are) )|"
    r"(?:(?:provides?|gives?|lends?|offers?) (?:support|help|assistance))\b|"
    r"(?:(?:support|help|assist)(?:ing)?|participat(?:e|ing))\b(?!.*\b(?:is|are)\b)"
    r"(?= (?:the|a|an|our|all|each|every|other|its|their|with|"
    r"in|to|sales|marketing|engineering|product|customers?|teams?)\b))"
)
_ENGLISH_AUXILIARY = (
    r"(?i)(?:[^,;:.]{1,40}, )?(?:(?:the|this) role |it |they )?"
    r"(?:will|can|may|must|should|shall|has to|have to|needs? to) "
    r"(?:[a-z]+ly |also |always )*+(support|help|participate|assist|take part)\b"
)
_ENGLISH_DECISION = (
    r"(?i)(?:\b(?:and|but|by)|[,;:]) (?:[a-z]+ly )?"
    r"(?:decid|own(?:s|ing)?\b|approv|sets?\b|setting|defin|determin|lead|choos|signs?\b)|"
    r"\b(?:is|are) (?:[a-z]+ly )?(?:decided|owned|set|approved|defined|determined|chosen)\b"
)
_CHINESE_VAGUE = (
    "(?:在[^，。]{1,12}[上中里下]|[与和跟同][^，。]{1,10}(?=一起|共同|一同)|[为对向][^，。]{1,12}(?=提供|给予))?"
    "(?:主要是?|积极|大力|全面|深入|密切|需要|应当|必须|可以|负责|全力|共同|一起|一同|全程|[也还并会要将能可须])*+"
    "((?:提供|给予)?(?:支持|支援|协助|協助|辅助|輔助|参与|參與|帮助|幫助|配合))"
    "(?!中心|率|度|者|部|组|平台|系统|工单|合同|团队|人员|力度|体系|文档|文案|服务|渠道|政策|感|热线|手册)"
)
_CHINESE_DECISION = (
    "(?:[并且，、；]|并且)(?:最终)?(?:决定|主导|制定|确定|批准|审批|牵头|負責|决策|主導|決定)|"
    "由[^，。]{0,8}(?:决定|负责|制定|确定|批准|審批|負責|決定)|拍板|说了算|定夺"
)
_VAGUE = {"en": (_ENGLISH_VAGUE, _ENGLISH_AUXILIARY), "zh": (_CHINESE_VAGUE,)}
_DECISIONS = {"en": _ENGLISH_DECISION, "zh": _CHINESE_DECISION}
# One quick look that tells whether a sentence needs any of this: most do not.
_STEMS = {
    "en": "(?i)support|help|participat|assist|tak(?:es?|ing) part",
    "zh": "支[持援]|[协協辅輔]助|[参參][与與]|[帮幫]助|配合",
}


def _find(subject: Subject) -> Iterator[Found]:
    for role in subject.catalog.roles.values():
        for _, statement in role.sentences():
            claims = statement.claims
            # The letters are read strongest first, so an accountable one stands first.
            if not claims or claims[0].letter != ACCOUNTABLE:
                continue
            for language, words in statement.texts.items():
                verb = _vague_verb(words, language.partition("-")[0], role)
                if verb:
                    owned = [claim for claim in claims if claim.letter == ACCOUNTABLE]
                    topics = tuple(dict.fromkeys(claim.topic for claim in owned))
                    yield Found(
                        Place(role.path, statement.line, statement.column),
                        phrase("vague-ownership", role=role.id, topics=topics, verb=verb),
                        phrase("say-what-is-decided"),
                        role=role,
                        statements=(statement,),
                        related=tuple(of_claim(role, claim) for claim in owned),
                    )
                    break


def _vague_verb(words: str, language: str, role: Role) -> str:
    """Return the verb by which a sentence only helps, or "" where it does more."""
    if language not in _VAGUE or not _compiled(_STEMS[language]).search(words):
        return ""
    if _compiled(_DECISIONS[language]).search(words):
        return ""
    for name in (*role.name.texts.values(), *(alias.name for alias in role.aliases)):
        for subject in (name, f"The {name}"):
            if words.startswith(subject):
                words = words[len(subject) :].lstrip(" ")
    for pattern in _VAGUE[language]:
        match = _compiled(pattern).match(words)
        if match:
            return match[1]
    return ""


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


RULE = Rule("vague-ownership", Severity.WARNING, _find, on=("statement",), source=CHARTING)
