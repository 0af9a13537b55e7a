"""What each rule finds, why it matters and how to mend it, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rolecmp.rendering.labels import LANGUAGES


class Page(NamedTuple):
    """The words on one rule, each in the order of `LANGUAGES`."""

    finds: tuple[str, str]
    why: tuple[str, str]
    mend: tuple[str, str]


def page_of(rule: str, language: str) -> tuple[str, str, str]:
    """Give what a rule finds, why it matters and how to mend it, in one language."""
    base = language.partition("-")[0]
    place = LANGUAGES.index(base) if base in LANGUAGES else 0
    page = PAGES[rule]
    return page.finds[place], page.why[place], page.mend[place]


_LOST = (
    "What cannot be read may hold anything, so no answer can be trusted until it is.",
    "读不出来的内容里可能有任何信息，修复之前，任何回答都不可信。",
)
_PLAIN = (
    "Definitions are plain text, lists and mappings, so that what you see in the file is all "
    "there is, for people and for every other tool.",
    "角色定义只用文字、列表和映射，文件里看到的就是全部内容，人和其他工具读到的都一样。",
)
_MEANT = (
    "YAML would read something other than what was meant, and part of the text would be lost "
    "without a word.",
    "YAML 读到的会和原意不同，部分文字会悄悄丢失。",
)
_UNKNOWN = (
    "A name that is not known is nearly always a slip, and what stands under it would be "
    "passed over in silence.",
    "不认识的名称多半是笔误，其中的内容会被悄悄略过。",
)
_RACI_ONE = (
    "With no one accountable nothing gets decided; with several, each waits for the other or "
    "decides against them. RACI has exactly one accountable role for a topic.",
    "没有最终负责人，事情就没人拍板；有好几位，就会互相等待或者各做各的决定。"
    "按 RACI 的约定，每个主题有且只有一位最终负责人。",
)
_CROWD = (
    "The more roles are named, the less each of them feels meant, and the longer everything "
    "takes. The threshold is a convention of this program: the source says too many, and "
    "gives no number.",
    "写进来的角色越多，每个角色越觉得与己无关，事情也拖得越久。"
    "阈值是本程序的约定：出处只说“太多”，没有给出数字。",
)
_THRESHOLD_MEND = (
    "Keep the roles without which it cannot be done; set another threshold under `checks` in "
    "catalog.yaml; or accept the finding on the topic, with the reason.",
    "只保留缺了就做不成的角色；或在 catalog.yaml 的 `checks` 下改阈值；"
    "或在主题的 `accepted` 下写明接受的理由。",
)

PAGES: Mapping[str, Page] = {
    # the file
    "unreadable": Page(
        ("a file or folder that cannot be opened", "无法打开的文件或文件夹"),
        _LOST,
        ("Give yourself the right to read it, or put it back.", "开放读取权限，或把文件放回原处。"),
    ),
    "not-a-file": Page(
        (
            "a folder, a pipe or a device where a file should be",
            "该是文件的地方却是文件夹、管道或设备",
        ),
        _LOST,
        ("Put an ordinary file there, or rename what is there.", "换成普通文件，或给它改名。"),
    ),
    "outside-link": Page(
        ("a link that leads out of the catalog's folder", "指向角色目录之外的链接"),
        (
            "A copy of the folder would not hold what the link leads to, and the answer would "
            "change with the machine.",
            "复制文件夹时带不走链接指向的内容，换一台机器答案就变了。",
        ),
        ("Put the file itself into the folder.", "把文件本身放进文件夹。"),
    ),
    "limit": Page(
        ("a file or a catalog larger than what is read", "文件或角色目录超出读取上限"),
        (
            "The limits are far above any real catalog; what exceeds them is a mistake or an "
            "attack.",
            "上限远高于真实的角色目录，超出通常是放错了文件，或者是恶意构造的。",
        ),
        (
            "Take out what does not belong there, or make it several roles.",
            "移走不该放在这里的内容，或拆成几个角色。",
        ),
    ),
    "empty-file": Page(
        ("a file with nothing in it", "空文件"),
        _LOST,
        ("Write the role, or delete the file.", "写上角色定义，或删除文件。"),
    ),
    # characters
    "encoding": Page(
        ("text that is not UTF-8", "不是 UTF-8 编码的文字"),
        _LOST,
        ("Save the file as UTF-8; every editor can.", "在编辑器里把文件另存为 UTF-8。"),
    ),
    "control-character": Page(
        ("characters that cannot be seen", "看不见的字符"),
        (
            "They can turn text around, hide it, or give orders to a terminal.",
            "它们能颠倒文字、隐藏文字，甚至操纵终端。",
        ),
        ("Delete them; the message gives the place.", "按提示的位置删除。"),
    ),
    "conflict-marker": Page(
        ("the markers of a merge that was not finished", "没处理完的合并冲突标记"),
        ("Two versions of the truth stand in one file.", "同一个文件里留着两个版本的说法。"),
        ("Keep the lines that are right and delete the markers.", "保留正确的内容，删除标记。"),
    ),
    # YAML
    "tab": Page(
        ("a line indented with a tab", "用制表符缩进的行"),
        ("YAML allows spaces only.", "YAML 只允许用空格缩进。"),
        ("Indent with spaces.", "改用空格缩进。"),
    ),
    "syntax": Page(
        ("what is not YAML", "不合 YAML 语法的内容"),
        _LOST,
        ("The message says what is expected at the place.", "提示会说明那里应该写什么。"),
    ),
    "full-width-colon": Page(
        ("a full-width colon behind a key", "键后面的全角冒号"),
        _MEANT,
        ("Write an ASCII colon and a space.", "改成半角冒号加空格。"),
    ),
    "full-width-comma": Page(
        ("full-width punctuation between the items of a list", "列表各项之间的全角标点"),
        _MEANT,
        ("Write an ASCII comma and a space.", "改成半角逗号加空格。"),
    ),
    "unquoted-text": Page(
        ("a # or a colon that makes something else of a text", "文字里的 # 或冒号被当成了别的东西"),
        _MEANT,
        ("Put the text in quotes.", "给文字加上引号。"),
    ),
    "anchor": Page(
        ("YAML anchors", "YAML 锚点"),
        _PLAIN,
        ("Write the content out.", "把内容完整写出来。"),
    ),
    "alias": Page(
        ("YAML aliases", "YAML 别名引用"),
        _PLAIN,
        ("Write the content out.", "把内容完整写出来。"),
    ),
    "merge-key": Page(
        ("YAML merge keys", "YAML 合并键"),
        _PLAIN,
        ("Write the content out.", "把内容完整写出来。"),
    ),
    "tag": Page(
        ("YAML tags", "YAML 标签"),
        _PLAIN,
        ("Delete them: every value is text as written.", "删除标签：所有值都按原样当作文字。"),
    ),
    "several-documents": Page(
        ("a second document in one file", "一个文件里有第二个文档"),
        _PLAIN,
        ("Keep one document a file.", "每个文件只放一个文档。"),
    ),
    "duplicate-key": Page(
        ("a key, a language or a pair that is given twice", "重复的键、语言或配对"),
        (
            "Other tools keep the last one without a word; which is meant, nobody can tell.",
            "别的工具会悄悄只留最后一个，而哪个才是本意没人知道。",
        ),
        ("Make one of the two.", "合并为一个。"),
    ),
    # shape
    "unsupported-version": Page(
        ("a version of the format that this program does not read", "本程序不支持的格式版本"),
        ("What the file means may have changed.", "文件内容的含义可能已经变了。"),
        ("Write rolecmp: 1, or update the program.", "写 rolecmp: 1，或更新程序。"),
    ),
    "missing-key": Page(
        ("a key that has to be there", "缺少必需的键"),
        _LOST,
        ("Add it; the message says where.", "按提示补上。"),
    ),
    "unknown-key": Page(
        ("a key that means nothing at its place", "放在那里没有意义的键"),
        _UNKNOWN,
        ("Correct it, or declare the dimension it names.", "改正拼写，或先声明这个维度。"),
    ),
    "wrong-type": Page(
        ("a list where text should be, and the like", "该写文字的地方写了列表等"),
        _LOST,
        ("Write it as the message shows.", "按提示的样子改写。"),
    ),
    "empty-text": Page(
        ("a text with nothing in it", "没有内容的文字"),
        ("A heading without words helps nobody.", "空白的内容对谁都没有帮助。"),
        ("Fill it in, or leave the key out.", "填上内容，或去掉这个键。"),
    ),
    "bad-id": Page(
        ("an id or a file name that cannot be one", "不合规则的标识或文件名"),
        (
            "Ids are typed on every keyboard and stand in file names and links.",
            "标识要在各种键盘上输入，还会出现在文件名和链接里。",
        ),
        (
            "Write small letters, digits and hyphens, a letter first.",
            "只用小写字母、数字和连字符，以字母开头。",
        ),
    ),
    # content
    "unknown-language": Page(
        ("a text in a language that the catalog does not declare", "目录没有声明的语言"),
        _UNKNOWN,
        ("Correct the code, or add it to languages.", "改正代码，或加进 languages。"),
    ),
    "unknown-letter": Page(
        ("an involvement other than the four of RACI", "RACI 四种之外的参与方式"),
        _UNKNOWN,
        (
            "Write accountable, responsible, consulted or informed.",
            "请写 accountable、responsible、consulted 或 informed。",
        ),
    ),
    "unknown-topic": Page(
        ("a topic that is not declared", "没有声明的主题"),
        (
            "An involvement in a topic that does not exist is lost, and the topic that was meant "
            "looks as if nobody owned it.",
            "写在不存在的主题上就等于没写，而真正想说的主题看起来无人负责。",
        ),
        ("Correct it, or declare it in catalog.yaml.", "改正拼写，或在 catalog.yaml 里声明。"),
    ),
    "name-clash": Page(
        ("two roles or topics with one name", "两个角色或主题同名"),
        ("Whoever asks by that name could mean either.", "按这个名称提问，不知道指的是哪个。"),
        ("Rename one, or drop the alias.", "给其中一个改名，或去掉别名。"),
    ),
    "pair-unknown-role": Page(
        ("a pair that names a role which is not there", "配对里写了不存在的角色"),
        (
            "What is said of the two is shown to nobody.",
            "关于这一对角色的说明不会出现在任何回答里。",
        ),
        ("Name the role by its id, the name of its file.", "写角色标识，也就是文件名。"),
    ),
    # ownership
    "no-accountable": Page(
        ("a topic that roles take part in and nobody decides", "有人参与、没人拍板的主题"),
        _RACI_ONE,
        (
            "Make one role accountable, in a sentence that says so; or accept the finding on "
            "the topic, with the reason.",
            "写一句话说明由谁最终负责，并标上 accountable；"
            "或在主题的 `accepted` 下写明接受的理由。",
        ),
    ),
    "multiple-accountable": Page(
        ("a topic that more than one role is accountable for", "不止一位最终负责人的主题"),
        _RACI_ONE,
        (
            "Leave one role accountable and make the others responsible or consulted; or split "
            "the topic in two; or accept the finding on the topic, with the reason.",
            "只留一位最终负责人，其他改为 responsible 或 consulted；或把主题拆成两个；"
            "或在主题的 `accepted` 下写明接受的理由。",
        ),
    ),
    "no-responsible": Page(
        (
            "a topic that roles are asked or told about and nobody works on",
            "只有人被咨询或知会、没人去做的主题",
        ),
        (
            "Opinions and news about work that nobody does. An owner is enough to settle this: "
            "who is accountable does the work where nobody else is named.",
            "大家提意见、听消息，却没人动手。只要有最终负责人就不算：没有写明谁去做时，就由他做。",
        ),
        ("Name who does it, or who is accountable.", "写明由谁去做，或由谁最终负责。"),
    ),
    "too-many-responsible": Page(
        ("a topic with more responsible roles than the threshold", "执行角色超过阈值的主题"),
        _CROWD,
        _THRESHOLD_MEND,
    ),
    "too-many-consulted": Page(
        ("a topic with more consulted roles than the threshold", "被咨询角色超过阈值的主题"),
        _CROWD,
        _THRESHOLD_MEND,
    ),
    "too-many-informed": Page(
        ("a topic with more informed roles than the threshold", "被知会角色超过阈值的主题"),
        _CROWD,
        _THRESHOLD_MEND,
    ),
    "accountable-and-informed": Page(
        ("a role that decides on a topic and is told of it afterwards", "既拍板又被事后知会的角色"),
        (
            "Informed is who hears of a decision made by others. Whoever is accountable made "
            "it, so one of the two letters is wrong.",
            "知会的对象是听别人的决定。最终负责人自己就是做决定的人，所以两种参与方式必有一错。",
        ),
        (
            "Drop informed, or hand the topic to who decides it.",
            "去掉 informed，或把主题交给真正拍板的角色。",
        ),
    ),
    # roles
    "role-overloaded": Page(
        (
            "a role that is accountable for more topics than the threshold",
            "负责的主题多于阈值的角色",
        ),
        (
            "Whoever owns everything decides late or not at all. The threshold is a convention "
            "of this program: the source asks whether one person can stay on top of so much, "
            "and gives no number.",
            "什么都归一个人管，决定就会拖延甚至没有结果。"
            "阈值是本程序的约定：出处只问一个人顾不顾得过来，没有给出数字。",
        ),
        (
            "Hand topics to other roles; set another threshold under `checks` in catalog.yaml; "
            "or accept the finding on the role, with the reason.",
            "把部分主题交给其他角色；或在 catalog.yaml 的 `checks` 下改阈值；"
            "或在角色的 `accepted` 下写明接受的理由。",
        ),
    ),
    "role-idle": Page(
        ("a role that takes no part in any topic", "没有参与任何主题的角色"),
        (
            "Nobody can tell from the definitions what the role is there for.",
            "从定义里看不出为什么要有这个角色。",
        ),
        (
            "Say what it owns, does, is asked or is told, "
            "drop the role, or accept the finding on the role.",
            "写明它负责、执行、被咨询或被知会什么，或删掉这个角色，或在角色的 `accepted` "
            "下写明接受的理由。",
        ),
    ),
    "unused-topic": Page(
        ("a declared topic that no role takes any part in", "声明了却没有任何角色参与的主题"),
        (
            "Either nobody owns it and nobody has noticed, or it is left over from earlier.",
            "要么无人负责而没人发现，要么是以前遗留下来的。",
        ),
        (
            "Give it an owner, delete it, or accept the finding on the topic.",
            "指定负责人，或删掉主题，或在主题的 `accepted` 下写明接受的理由。",
        ),
    ),
    # texts
    "missing-translation": Page(
        (
            "a name, a summary or another single text that lacks a language",
            "名称、概述等文字缺少某种语言",
        ),
        (
            "The answer in that language shows the text of another one.",
            "用那种语言回答时，这里会冒出另一种语言的文字。",
        ),
        ("Add the text beside the others.", "在旁边补上那种语言的文字。"),
    ),
    "uneven-translation": Page(
        ("an item of a list that lacks a language", "列表里的某一条缺少某种语言"),
        (
            "One language's readers are told something that the others are not.",
            "一种语言的读者看得到，另一种语言的读者却看不到。",
        ),
        ("Add the text beside the others.", "在旁边补上那种语言的文字。"),
    ),
    "duplicate-statement": Page(
        ("a sentence that a role says twice", "同一个角色重复了两遍的说明"),
        (
            "Sooner or later one of the two is changed and the other is not.",
            "迟早会改了一处、忘了另一处。",
        ),
        ("Keep one, with the topics of both.", "保留一条，把两处的主题合在一起。"),
    ),
    "vague-ownership": Page(
        (
            "a sentence that makes a role accountable and says it only helps",
            "写作最终负责、话里却只说支持或协助",
        ),
        (
            "Support, help, participate, 支持, 协助, 参与: whoever does that does not decide. "
            "What the role is said to be and the sentence "
            "contradict each other, and people believe the sentence.",
            "写的是支持、协助、参与（support、help、participate），就不是拍板的人。"
            "身份和文字互相矛盾，而读者相信的是文字。",
        ),
        (
            "Say what the role decides, or make it responsible or consulted.",
            "写清楚这个角色决定什么，或者改标 responsible 或 consulted。",
        ),
    ),
    "missing-dimension": Page(
        ("a role that says nothing on a dimension", "没有写某个维度的角色"),
        (
            "A comparison has a gap there, and the reader cannot tell whether there is nothing "
            "to say or it was forgotten.",
            "比较时那里是空的，读者分不清是没什么可写，还是忘了写。",
        ),
        (
            "Describe it, or accept the finding on the role, with the reason.",
            "补上说明，或在角色的 `accepted` 下写明接受的理由。",
        ),
    ),
    "stale-acceptance": Page(
        ("an accepted finding that is no longer there", "已经不存在、却仍写着接受的问题"),
        (
            "It would hide the finding the day it comes back.",
            "等问题再次出现，它会被悄悄掩盖。",
        ),
        ("Remove it from accepted.", "从 accepted 里删掉。"),
    ),
}  # fmt: skip
