"""A schema in words: what an editor shows beside each key, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rolecmp.definitions.schema import Describe, Schema, catalog_schema, role_schema
from rolecmp.rendering.formats import Format, FormatSet, Options
from rolecmp.rendering.labels import LANGUAGES

if TYPE_CHECKING:
    from rolecmp.definitions.model import Catalog

_DESCRIPTIONS: Mapping[str, tuple[str, str]] = {
    "role-file": ("A role of a rolecmp catalog", "rolecmp 角色目录中的一个角色"),
    "catalog-file": ("A rolecmp catalog", "rolecmp 角色目录"),
    "name": ("The role's name, in each language.", "角色名称，各种语言分别写。"),
    "aliases": ("Other names that people type.", "人们还会输入的其他名称。"),
    "summary": ("One or two sentences on the role.", "用一两句话概括这个角色。"),
    "notes": ("Remarks.", "备注。"),
    "source": ("Where this comes from.", "出处。"),
    "accepted": (
        "Findings of rolecmp check that are known and meant, each with the reason.",
        "已知并接受的检查结果（rolecmp check），各写明理由。",
    ),
    "accountable": (
        "Topics whose outcome the role owns and decides on; one role a topic.",
        "由这个角色最终负责并拍板的主题，每个主题只有一位。",
    ),
    "responsible": ("Topics that the role does the work on.", "由这个角色具体去做的主题。"),
    "consulted": ("Topics that the role is asked about before.", "事前要征求这个角色意见的主题。"),
    "informed": ("Topics that the role is told of after.", "事后要告知这个角色的主题。"),
    "rolecmp": ("The version of the format.", "格式版本。"),
    "title": ("The catalog's title.", "目录的标题。"),
    "languages": (
        "The languages of the texts; the first is the default.",
        "文字所用的语言，第一种是默认语言。",
    ),
    "dimensions": (
        "What roles are compared on, in this order.",
        "按哪些维度比较角色，顺序如此。",
    ),
    "topics": ("What can be owned: an id, and its name.", "需要有人负责的事：标识和名称。"),
    "pairs": ("What is true of two roles together.", "两个角色放在一起才成立的说明。"),
    "pair_roles": ("The ids of the two roles.", "两个角色的标识。"),
    "difference": ("The contrast in one line.", "一句话说清两者的区别。"),
    "together": ("How the two meet.", "两者如何协作。"),
    "checks": (
        "Rules of rolecmp check: a threshold, or off.",
        "检查规则（rolecmp check）：阈值，或 off 关闭。",
    ),
}

KINDS = {"role": role_schema, "catalog": catalog_schema}
"""What there is a schema of, and how it is made."""


class SchemaOf(NamedTuple):
    """A question for a schema: of which kind of file, in which catalog."""

    catalog: Catalog
    kind: str


def schema_value(answer: SchemaOf, language: str) -> Schema:
    """Give a schema, in words of one language."""
    return KINDS[answer.kind](answer.catalog, language, _describer(language))


def _describer(language: str) -> Describe:
    base = language.partition("-")[0]
    place = LANGUAGES.index(base) if base in LANGUAGES else 0
    return lambda key: _DESCRIPTIONS[key][place]


def _json(presenter: Any, answer: SchemaOf, options: Options) -> str:
    from rolecmp.rendering.json import render_json

    return render_json(schema_value(answer, options.language))


FORMATS = FormatSet(
    {"json": Format((".json",), ("for editors", "给编辑器用"), _json)}, "json", "json"
)
