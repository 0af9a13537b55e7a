"""The program's own words in answers, in English and Chinese."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from rolecmp.rendering.language import for_messages

LANGUAGES = ("en", "zh")

_WORDS: Mapping[str, tuple[str, str]] = {
    # involvement
    "accountable": ("accountable", "最终负责"),
    "responsible": ("responsible", "执行"),
    "consulted": ("consulted", "咨询"),
    "informed": ("informed", "知会"),
    "legend": (
        "A accountable: owns the outcome and decides; R responsible: does the work; "
        "C consulted: is asked before; I informed: is told after",
        "A 最终负责：对结果负责并拍板；R 执行：具体去做；C 咨询：事前征求意见；I 知会：事后告知",
    ),
    # comparison
    "versus": ("{first} and {last}", "{first}和{last}"),
    "label": ("{name}: ", "{name}："),
    "count-comma": (", ", "，"),
    "list-comma": (", ", "、"),
    "dimension": ("Dimension", "维度"),
    "topic": ("Topic", "主题"),
    "topics": ("Topics", "主题"),
    "standing": ("Standing", "比较结果"),
    "contested": ("contested", "有争议"),
    "shared": ("shared", "共同参与"),
    "single": ("{role} only", "仅属{role}"),
    "Contested": ("Contested", "有争议"),
    "Shared": ("Shared", "共同参与"),
    "Single": ("{role} only", "仅属{role}"),
    "legend-contested": (
        "{legend}; contested: more than one is accountable",
        "{legend}；有争议：不止一位最终负责人",
    ),
    "headline": ("{total}: {parts}", "{total}：{parts}"),
    "topics-one": ("1 topic", "1 个主题"),
    "topics-many": ("{count} topics", "{count} 个主题"),
    "no-topics": ("No topics", "没有涉及任何主题"),
    "count-contested": ("{count} contested", "{count} 个有争议"),
    "count-shared": ("{count} shared", "{count} 个共同参与"),
    "count-single": ("{count} {role} only", "{count} 个仅属{role}"),
    "together": ("How they work together", "如何协作"),
    "together-of": ("How {roles} work together", "{roles}如何协作"),
    "not-described": ("not described", "未说明"),
    "contrast-of": ("{roles}: {text}", "{roles}：{text}"),
    "summary": ("Summary", "概述"),
    # ownership
    "who-owns": ("Who owns what", "谁负责什么"),
    "owner": ("Owner", "负责人"),
    "state": ("Ownership", "归属"),
    "owned": ("owned", "负责人明确"),
    "undecided": ("no decider", "无人拍板"),
    "unowned": ("nobody's", "无人负责"),
    "is-owned": ("Owned by {owner}", "由{owner}最终负责"),
    "is-contested": (
        "Contested: {owners} are each accountable",
        "有争议：{owners}都是最终负责人",
    ),
    "is-undecided": (
        "Shared without a decider: {roles} are involved, nobody is accountable",
        "有人参与，无人拍板：{roles}参与其中，没有最终负责人",
    ),
    "is-left": (
        "Without a decider: {roles} is involved, nobody is accountable",
        "有人参与，无人拍板：{roles}参与其中，没有最终负责人",
    ),
    "is-unowned": (
        "Nobody's: no role is given any part in it",
        "无人负责：没有任何角色标注与它的关系",
    ),
    "accepted": ("Accepted: {reason}", "已知并接受：{reason}"),
    "involvement": ("Involvement", "参与方式"),
    "role": ("Role", "角色"),
    "others": ("Others", "其他参与者"),
    "statement": ("Statement", "依据"),
    "where": ("Where", "位置"),
    "owners-settled": (
        "{count} of {total} topics have exactly one owner",
        "{total} 个主题中，{count} 个恰好有一位负责人",
    ),
    "count-undecided": ("{count} without a decider", "{count} 个无人拍板"),
    "count-unowned": ("{count} nobody's", "{count} 个无人负责"),
    # one role, all roles
    "roles": ("Roles", "角色"),
    "id": ("Id", "标识"),
    "name": ("Name", "名称"),
    "aliases": ("Also called", "别名"),
    "accountable-for": ("Accountable for", "最终负责"),
    "involved-in": ("Involved in", "参与"),
    "also-involved-in": ("Also involved in", "另外参与"),
    "verdict-of": ("{topic} – ", "{topic}——"),
    "legend-single": (
        "{legend}; only: of the roles compared here",
        "{legend}；仅属：就所比较的角色而言",
    ),
    "contrast": ("Contrast", "一句话对比"),
    "notes": ("Notes", "备注"),
    "source": ("Source", "来源"),
    "with": ("With {role}", "与{role}"),
    "letters": ("Letters", "参与方式"),
    # the matrix
    "matrix": ("Responsibility matrix", "责任矩阵"),
    "finding": ("Finding", "问题"),
    "with-mark": ("{name} ({mark})", "{name}（{mark}）"),
    "state-accepted": ("{state}, accepted", "{state}，已接受"),
    "owns": ("Owns (A)", "最终负责（A）"),
    "does": ("Does (R)", "执行（R）"),
    "accepted-column": ("Accepted", "已接受的原因"),
    "topics-of": ("{count} of {total} topics", "{total} 个主题中的 {count} 个"),
    "count-owned": ("{count} with exactly one owner", "{count} 个恰好有一位负责人"),
    "roles-of": (
        "Shown: {count} of {total} roles; the findings take all {total} into account",
        "只列出 {total} 个角色中的 {count} 个，问题按全部 {total} 个角色判定",
    ),
    "legend-matrix": (
        "{legend}; a dot: not involved",
        "{legend}；圆点：没有参与",
    ),
    "legend-accepted": (
        "{legend}; accepted: known and meant, and rolecmp who-owns TOPIC says why",
        "{legend}；已接受：已知并有意如此，原因见 rolecmp who-owns 主题",
    ),
    "legend-totals-all": (
        "{legend}; Owns (A) and Does (R) count all topics of the catalog",
        "{legend}；最终负责（A）和执行（R）两项按目录里的全部主题计数",
    ),
    "legend-totals-shown": (
        "{legend}; Owns (A) and Does (R) count only the topics shown here",
        "{legend}；最终负责（A）和执行（R）两项只计这里列出的主题",
    ),
    "only-contested": ("contested", "有争议"),
    "only-unowned": ("without an owner", "缺少负责人"),
    "only-shared": ("shared", "由多个角色共同参与"),
    "or": ("{first} or {last}", "{first}或{last}"),
    "only-topics": ("Only topics that are {kinds}", "只列{kinds}的主题"),
    "none-of-all": ("No topic is {kinds}", "没有{kinds}的主题"),
    "none-of-asked": (
        "None of the topics asked for is {kinds}",
        "所问的主题里没有{kinds}的",
    ),
    # overlaps
    "overlaps": ("Where roles overlap", "角色职责重叠"),
    "overlaps-of": ("Where {role} overlaps with others", "{role}与其他角色的职责重叠"),
    "other-role": ("Other role", "另一个角色"),
    "pair": ("Roles", "角色"),
    "contested-topics": ("Contested", "有争议"),
    "shared-topics": ("Shared", "共同参与"),
    "compare-by": ("Command", "比较命令"),
    "counted": ("{count} – {topics}", "{count} 个：{topics}"),
    "topic-accepted": ("{topic} (accepted)", "{topic}（已接受）"),
    "pairs-one": ("1 pair of roles", "1 对角色"),
    "pairs-many": ("{count} pairs of roles", "{count} 对角色"),
    "pairs-contested": ("{count} with contested topics", "{count} 对有争议"),
    "pairs-sharing": ("{count} with shared topics only", "{count} 对只有共同参与的主题"),
    "pairs-apart": ("{count} with no topic in common", "{count} 对没有共同主题"),
    "no-pairs": ("No two roles have a topic in common", "没有两个角色涉及同一个主题"),
    "no-pairs-of": (
        "{role} has no topic in common with any other role",
        "{role}与其他角色没有共同主题",
    ),
    "pairs-more": (
        "The first {count} of {total} pairs with a topic in common; "
        "--top {total} shows all of them",
        "以上是有共同主题的 {total} 对中的前 {count} 对，用 --top {total} 可看全部",
    ),
    "legend-overlaps": (
        "Contested: both are accountable; shared: both have a part, and not both are accountable",
        "有争议：双方都最终负责；共同参与：双方都参与，但并非都最终负责",
    ),
    "count-of": ("{what}, count", "{what}（数量）"),
    # check
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "count-error": ("{count} error", "{count} 个错误"),
    "count-errors": ("{count} errors", "{count} 个错误"),
    "count-warning": ("{count} warning", "{count} 个警告"),
    "count-warnings": ("{count} warnings", "{count} 个警告"),
    "count-accepted": ("; {count} accepted", "；已接受 {count} 个"),
    "no-findings": ("No findings", "没有发现问题"),
    "in-roles-and-topics": (" in {roles} and {topics}", "（{roles}，{topics}）"),
    "roles-one": ("1 role", "1 个角色"),
    "roles-many": ("{count} roles", "{count} 个角色"),
    "rules": ("Rules", "规则"),
    "rule": ("Rule", "规则"),
    "severity": ("Severity", "级别"),
    "setting": ("Setting", "设置"),
    "finds": ("Finds", "检查什么"),
    "why": ("Why it matters", "为什么重要"),
    "mend": ("How to mend it", "怎样改"),
    "own-convention": ("a convention of this program", "本程序的约定"),
    "switched-off": ("off", "已关闭"),
    "at-most": ("at most {limit}", "不超过 {limit}"),
    "rules-said": ("What the definitions say", "内容问题"),
    "rules-written": ("How the files are written", "写法问题"),
    "rules-about": ("About", "类别"),
    "rules-how": (
        "The rules on what the definitions say can be switched off, and a threshold set, under "
        "checks in catalog.yaml. One finding is accepted, with the reason, under accepted of its "
        "topic, its role or its statement.",
        "“内容问题”一类的规则，可以在 catalog.yaml 的 checks 下关闭或改阈值。"
        "个别问题可以接受：在相应主题、角色或说明的 accepted 下写明理由。",
    ),
    # which catalog
    "catalog": ("Catalog: {title} ({place})", "角色目录：{title}（{place}）"),
    "catalog-untitled": ("Catalog: {place}", "角色目录：{place}"),
    "built-in": ("built in", "内置"),
    "this-folder": ("this folder", "当前文件夹"),
    # roles of several catalogs
    "different": ("Different letters", "参与方式不同"),
    "same": ("The same letters", "参与方式相同"),
    "count-different": ("{count} with other letters", "{count} 个参与方式不同"),
    "count-same": ("{count} the same", "{count} 个相同"),
    "legend-versions": (
        "{legend}; topics are aligned by their ids; two catalogs do not contest a topic with "
        "each other",
        "{legend}；主题按标识对齐；两个目录之间不存在争议",
    ),
    "catalogs-used": ("Catalogs", "角色目录"),
    # what changed
    "changes": ("Changes from {old} to {new}", "{old} 到 {new} 的变化"),
    "no-changes": (
        "Nothing has changed in meaning from {old} to {new}.",
        "从 {old} 到 {new}，含义没有变化。",
    ),
    "change-count": ("Changes: {parts}", "变化：{parts}"),
    "count-ownership": ("{count} in ownership", "归属 {count} 处"),
    "count-letters": ("{count} in letters", "参与方式 {count} 处"),
    "count-things": ("{count} added, removed or renamed", "新增、删除或改名 {count} 处"),
    "count-texts": ("{count} in texts", "文字 {count} 处"),
    "count-checks": ("{count} in checks", "检查设置 {count} 处"),
    "catalogs": ("Before: {old}. After: {new}", "之前：{old}。之后：{new}"),
    "catalog-place": ("{title} ({place})", "{title}（{place}）"),
    "ownership": ("Ownership", "归属"),
    "owner-moved": (
        "accountable moved from {old} to {new}",
        "最终负责由{old}转给{new}",
    ),
    "owner-settled": (
        "settled, owned by {new}; before, {old} were each accountable",
        "已明确，由{new}最终负责，此前{old}都是最终负责人",
    ),
    "owner-found": (
        "settled, owned by {new}; before, nobody was accountable",
        "已明确，由{new}最终负责，此前没有最终负责人",
    ),
    "owner-contested": (
        "became contested, {new} are each accountable; before, {old}",
        "变为有争议，{new}都是最终负责人，此前是{old}",
    ),
    "owner-contested-new": (
        "became contested, {new} are each accountable; before, nobody was",
        "变为有争议，{new}都是最终负责人，此前没有最终负责人",
    ),
    "owner-still-contested": (
        "still contested, {new} are each accountable; before, {old}",
        "仍有争议，{new}都是最终负责人，此前是{old}",
    ),
    "owner-lost": (
        "lost its decider, nobody is accountable any more; before, {old}",
        "变为无人拍板，不再有最终负责人，此前是{old}",
    ),
    "owner-gone": (
        "became nobody's, no role has any part in it any more; before, owned by {old}",
        "变为无人负责，不再有任何角色与它有关，此前由{old}最终负责",
    ),
    "owner-deserted": (
        "became nobody's, no role has any part in it any more",
        "变为无人负责，不再有任何角色与它有关",
    ),
    "owner-involved": (
        "no longer nobody's, roles are involved; nobody is accountable",
        "有角色参与了，但没有最终负责人",
    ),
    "topic-added": ("new topic, {state}", "新增主题，{state}"),
    "topic-removed": ("topic removed; before, {state}", "主题已删除，此前{state}"),
    "others-more": ("{count} others", "另外 {count} 个角色"),
    "added-owned": ("owned by {owners}", "由{owners}最终负责"),
    "added-contested": (
        "contested, {owners} are each accountable",
        "有争议，{owners}都是最终负责人",
    ),
    "added-undecided": ("nobody is accountable", "没有最终负责人"),
    "added-unowned": ("no role has any part in it", "没有任何角色与它有关"),
    "removed-contested": (
        "contested, {owners} were each accountable",
        "有争议，{owners}都是最终负责人",
    ),
    "removed-undecided": ("nobody was accountable", "没有最终负责人"),
    "removed-unowned": ("no role had any part in it", "没有任何角色与它有关"),
    "before": ("Before", "之前"),
    "after": ("After", "之后"),
    "change": ("Change", "变化"),
    "subject": ("Subject", "对象"),
    "no-letter": ("none", "无"),
    "thing": ("{name} ({id})", "{name}（{id}）"),
    "thing-added": ("{thing} is new", "新增{thing}"),
    "thing-removed": ("{thing} was removed", "删除了{thing}"),
    "thing-renamed": ("{old} is now {new}", "{old}改为{new}"),
    "list-semicolon": ("; ", "；"),
    "now-called": ("{old}, now {new}", "{old}（现为{new}）"),
    "standing-added": ("{thing}; {standing}", "{thing}；{standing}"),
    "standing-removed": ("{thing}; before, {standing}", "{thing}；此前{standing}"),
    "accountable-of": ("accountable for {topics}", "最终负责{topics}"),
    "responsible-of": ("responsible for {topics}", "执行{topics}"),
    "consulted-of": ("consulted on {topics}", "就{topics}接受咨询"),
    "informed-of": ("informed of {topics}", "就{topics}获得知会"),
    "topics-more": ("{count} more topics", "另外 {count} 个主题"),
    "role-pairs": ("Pairs of roles", "成对角色"),
    "about": ("{title}: {name}", "{title}：{name}"),
    "title": ("Title", "标题"),
    "note": ("Note", "备注"),
    "dimensions": ("Dimensions", "维度"),
    "catalog-itself": ("Catalog", "角色目录"),
    "texts": ("Texts", "文字"),
    "languages": ("Languages", "语言"),
    "difference": ("One-line contrast", "一句话对比"),
    "accepted-reason": ("Accepted, {finding}", "已知并接受（{finding}）"),
    "accepted-on": (
        'Accepted, {finding}, on "{statement}"',
        "针对“{statement}”已知并接受（{finding}）",
    ),
    "check-of": ("Check {rule}", "检查规则 {rule}"),
    "check-off": ("{where}: switched off", "{where}：已关闭"),
    "check-on": ("{where}: switched on", "{where}：已启用"),
    "check-on-at": ("{where}: switched on, at most {new}", "{where}：已启用，不超过 {new}"),
    "check-set": (
        "{where}: at most {new}, before at most {old}",
        "{where}：不超过 {new}，此前不超过 {old}",
    ),
    "switched-on": ("on", "已启用"),
    "translation-added": ("translation added ({language})", "补充译文（{language}）"),
    "translation-removed": ("translation removed ({language})", "删除译文（{language}）"),
    "text-translation": ('{where}, {change}: "{text}"', "{where}，{change}：“{text}”"),
    "added": ("added", "新增"),
    "removed": ("removed", "删除"),
    "reworded": ("reworded", "改写"),
    "moved": ("moved", "移动"),
    "letters-changed": ("other letters", "参与方式有变"),
    "text-added": ('{where}, added: "{new}"{letters}', "{where}，新增：“{new}”{letters}"),
    "text-removed": ('{where}, removed: "{old}"{letters}', "{where}，删除：“{old}”{letters}"),
    "text-reworded": (
        '{where}, reworded{languages}: "{old}" is now "{new}"{letters}',
        "{where}，改写{languages}：“{old}”改为“{new}”{letters}",
    ),
    "text-letters": (
        '{where}, other letters: "{new}"{letters}',
        "{where}，参与方式有变：“{new}”{letters}",
    ),
    "from-to": ("{old} to {new}", "{old}移到{new}"),
    "text-moved": (
        'Moved from {where}: "{new}"{letters}',
        "从{where}：“{new}”{letters}",
    ),
    "text-moved-reworded": (
        'Moved from {where} and reworded{languages}: "{old}" is now "{new}"{letters}',
        "从{where}并改写{languages}：“{old}”改为“{new}”{letters}",
    ),
    "in-languages": (" ({languages})", "（{languages}）"),
    "also-in-languages": (" (also in {languages})", "（{languages} 也有改动）"),
    "in-language-also": (" ({languages}, also in {others})", "（{languages}，{others} 也有改动）"),
    "says": (" [{letters}]", " [{letters}]"),
    "says-now": (" [now {letters}]", " [增加 {letters}]"),
    "says-no-more": (" [no longer {letters}]", " [去掉 {letters}]"),
    "names-gained": ("Now also called {names}", "新增别名：{names}"),
    "names-lost": ("No longer called {names}", "去掉别名：{names}"),
    "languages-gained": ("Languages added: {names}", "新增语言：{names}"),
    "languages-lost": ("Languages removed: {names}", "去掉语言：{names}"),
    "language-first": (
        "First language, which is the default: {old} is now {new}",
        "第一种语言（默认语言）：{old} 改为 {new}",
    ),
    # a catalog started
    "from-builtin": ("the catalog that comes with the program", "程序自带的目录"),
    "from-blank": ("a small catalog to fill in", "一份待填写的小目录"),
    "started": ("Wrote {count} files into {folder}:", "已在 {folder} 写入 {count} 个文件："),
    "started-open": (
        "Without exactly one owner among these roles: {topics}",
        "在这些角色中没有恰好一位负责人的主题：{topics}",
    ),
    "started-copied": (
        "In catalog.yaml, title and source are still the article's, and so are the reasons\n"
        "under accepted: keep those that are true of your company.",
        "catalog.yaml 里的 title、source 以及 accepted 下的理由仍是文章的：\n"
        "请只保留符合公司情况的内容。",
    ),
    "started-next": (
        "Change them to what is true of your company, then:",
        "请按公司的实际情况修改，然后：",
    ),
    "next-list": ("shows the roles", "列出角色"),
    "next-compare": ("puts two of them side by side", "并排比较其中两个"),
    "next-check": ("says what is wrong with it", "检查有什么问题"),
    "next-owners": ("shows who owns what", "查看谁负责什么"),
    "next-diff": ("shows how it differs from the built-in catalog", "查看与内置目录有何不同"),
    # CSV
    "section": ("section", "部分"),
    "item": ("item", "条目"),
}


class Words:
    """The program's words in one language; English where it does not speak that one."""

    def __init__(self, language: str) -> None:
        base = language.partition("-")[0]
        self.language = base if base in LANGUAGES else LANGUAGES[0]
        self._place = LANGUAGES.index(self.language)

    def __call__(self, key: str, /, **args: object) -> str:
        """Give the words for `key`, with `args` filled in."""
        words = _WORDS[key][self._place]
        return words.format(**args) if args else words

    def joined(self, names: list[str]) -> str:
        """Give names as a list in a sentence: "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return self("versus", first=self("list-comma").join(names[:-1]), last=names[-1])

    def topics(self, count: int) -> str:
        """Give a count of topics."""
        return self("topics-one") if count == 1 else self("topics-many", count=count)


_HELP_WORDS: Mapping[str, tuple[str, str]] = {
    "usage": ("Usage:", "用法："),
    "commands": ("Commands:", "命令："),
    "arguments": ("Arguments:", "参数："),
    "options": ("Options:", "选项："),
    "command-metavar": ("COMMAND", "命令"),
    "options-metavar": ("[OPTIONS]", "[选项]"),
    "help-option": ("Show this help and leave.", "显示这份帮助。"),
    "install-completion": (
        "Install completion for the current shell.",
        "为当前 shell 安装补全。",
    ),
    "show-completion": (
        "Print the completion script of the current shell.",
        "输出当前 shell 的补全脚本。",
    ),
}


def help_words() -> Callable[[str], str]:
    """Give the words of the help page in the language of the environment."""
    place = LANGUAGES.index(for_messages(None, os.environ, LANGUAGES))
    return lambda key: _HELP_WORDS[key][place]
