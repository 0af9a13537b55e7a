"""Writes a catalog of any size, each role of it as large as a real one.

    python tests/benchmarks/generate.py 1000 /tmp/large

A role has a brief and 12 to 16 statements in English and Chinese with letters, like
roles/pm.yaml, and a letter that no sentence stands for; there are 60 topics in six groups however
many roles; every name and alias is the only one of its kind. The same number gives the same
files.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

TOPICS = 60
GROUPS = 6
DIMENSIONS = ("perspective", "responsibility", "market-facing")
LETTERS = ("accountable", "responsible", "consulted", "informed")

_VERBS = (
    ("Decides", "决定"), ("Researches", "调研"), ("Defines", "定义"), ("Explains", "讲清"),
    ("Prepares", "准备"), ("Supports", "支持"), ("Forecasts", "预测"), ("Draws up", "制定"),
)  # fmt: skip
_THINGS = (
    ("the strategy that the roadmap rests on", "路线图背后的战略"),
    ("the features and requirements of the product", "产品所需的功能与需求"),
    ("what the market is to understand", "市场对产品的认知"),
    ("the deliverables of the launch", "上市所需的全部交付物"),
    ("the prices, channels and advertising", "定价、渠道和广告"),
    ("the targets that are to be reached", "要达成的战略目标"),
    ("how customers and partners are addressed", "面向客户和合作伙伴的沟通方式"),
)
_ENDS = (
    ("together with engineering", "与研发一起完成"),
    ("so that the team sees what a release is meant to do", "让团队明白新版本的用意"),
    ("and pushes for it to be carried out", "并推动落实"),
    ("in close contact with sales and customer service", "与销售和客服保持密切联系"),
    ("for the quarter and for the year", "按季度和年度安排"),
)


def topic_id(number: int) -> str:
    """Give the id of a topic."""
    return f"topic-{number:02}"


def role_id(number: int) -> str:
    """Give the id of a role."""
    return f"role-{number:04}"


def catalog_text() -> str:
    """Give catalog.yaml."""
    lines = [
        "rolecmp: 1",
        "title:",
        "  en: A large organisation",
        "  zh: 一个大型组织",
        "languages: [en, zh]",
        "groups:",
    ]
    lines += [
        f"  group-{number}: {{en: Phase {number}, zh: 阶段{number}}}" for number in range(GROUPS)
    ]
    lines.append("topics:")
    for number in range(TOPICS):
        lines += [
            f"  {topic_id(number)}:",
            f"    en: Field of work {number}",
            f"    zh: 工作领域 {number}",
            f"    aliases: [work field {number}, 领域{number}]",
            f"    group: group-{number * GROUPS // TOPICS}",
        ]
    lines += [
        "pairs:",
        f"  - roles: [{role_id(0)}, {role_id(1)}]",
        "    difference:",
        "      en: The first leads the product; the second leads the go-to-market",
        "      zh: 前者主导产品，后者主导上市",
    ]
    return "\n".join(lines) + "\n"


def role_text(number: int, statements: int | None = None) -> str:
    """Give one role's file, with that many statements or else 12 to 16."""
    chance = random.Random(number)
    lines = [
        "name:",
        f"  en: Manager number {number}",
        f"  zh: 第 {number} 号经理",
        f"aliases: [manager-{number}, 经理{number}]",
        "summary:",
        "  en: Leads the product and defines it, so that engineers know what to build and when.",
        "  zh: 主导产品、定义产品，让工程师清楚做什么、什么时候做、为什么做。",
    ]
    lines.append("brief:")
    for dimension in DIMENSIONS:
        (verb, doing), (thing, matter) = chance.choice(_VERBS), chance.choice(_THINGS)
        lines += [f"  {dimension}:", f"    en: {verb} {thing}", f"    zh: {doing}{matter}"]
    total = statements or chance.randint(12, 16)
    for place, dimension in enumerate(DIMENSIONS):
        lines.append(f"{dimension}:")
        for _ in range(total // 3 + (place < total % 3)):
            (verb, doing), (thing, matter) = chance.choice(_VERBS), chance.choice(_THINGS)
            (end, closing), (last, ending) = chance.sample(_ENDS, 2)
            topics = chance.sample(range(TOPICS), chance.randint(1, 3))
            letter = chance.choice(LETTERS)
            lines += [
                f"  - en: {verb} {thing} {end}, {last}",
                f"    zh: {doing}{matter}，{closing}，{ending}",
                f"    {letter}: [{', '.join(topic_id(topic) for topic in topics)}]",
            ]
    lines += [
        f"consulted: [{topic_id(number % TOPICS)}]",
        "notes:",
        "  - en: Duties vary from company to company, and this one is no exception.",
        "    zh: 职责分工因公司而异，这家公司也不例外。",
        "  - en: In many companies a part of this belongs to the role beside it, which is worth "
        "settling before a launch.",
        "    zh: 不少公司把其中一部分交给相邻的角色，最好在上市之前谈清楚。",
        "source:",
        "  en: A generated role, as large as the ones that the program brings along",
        "  zh: 生成的角色，与程序自带的角色一样大",
    ]
    return "\n".join(lines) + "\n"


def table(topics: int, roles: int, ending: str) -> str:
    """Give a sheet of topics by roles as people keep it, in Markdown or CSV."""
    chance = random.Random(topics * roles)
    rows = [["Activity", *(f"Manager {number}" for number in range(roles))]]
    for number in range(topics):
        letters = ["A", "R", *(chance.choice(["R", "C", "I", ""]) for _ in range(roles - 2))]
        chance.shuffle(letters)
        rows.append([f"Field of work {number}", *letters])
    if ending == "csv":
        return "".join(",".join(row) + "\n" for row in rows)
    rows.insert(1, ["---"] * (roles + 1))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def generate(folder: Path, roles: int, statements: int | None = None) -> None:
    """Write a catalog of `roles` roles into `folder`, each with `statements` or else 12 to 16."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalog.yaml").write_text(catalog_text(), encoding="utf-8")
    for number in range(roles):
        (folder / f"{role_id(number)}.yaml").write_text(
            role_text(number, statements), encoding="utf-8"
        )


def main() -> None:
    """Write the catalog that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a catalog of N roles.")
    parser.add_argument("roles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, help="in each role (12 to 16)")
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.roles, arguments.statements)


if __name__ == "__main__":
    main()
