"""Problems and refusals put into words, in English and Chinese, and laid out as plain lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rolecmp.rendering.labels import LANGUAGES
from rolecmp.rendering.visible import visible

if TYPE_CHECKING:
    from rolecmp.definitions.problems import Phrase, Problem, QuestionError

_MESSAGES: Mapping[str, tuple[str, str]] = {
    # files
    "no-such-file": ("there is no such file", "没有这个文件"),
    "no-permission": ("the file may not be read", "没有读取这个文件的权限"),
    "allow-reading": ("give yourself permission to read it", "请为自己开放读取权限"),
    "unreadable": ("it cannot be read: {reason}", "无法读取：{reason}"),
    "not-a-file": ("this is not a regular file", "这不是普通文件"),
    "outside-link": (
        "this link leads out of the catalog's folder",
        "这个链接指向角色目录之外",
    ),
    "copy-file": ("put the file itself here", "请把文件本身放到这里"),
    "file-too-large": (
        "the file is larger than {limit} MiB, the most that is read",
        "文件超过 {limit} MiB 的读取上限",
    ),
    "catalog-too-large": (
        "with this file the catalog is larger than {limit} MiB, the most that is read",
        "读到这个文件时，整个目录超过 {limit} MiB 的读取上限",
    ),
    "too-many-files": (
        "there are more than {limit} role files, the most that are read",
        "角色文件超过 {limit} 个的读取上限",
    ),
    "file-ending": ("role files end in .yaml", "角色文件的扩展名应为 .yaml"),
    "file-id": (
        "a role file is named by its id, and {id!} is not one: small letters, digits and "
        "hyphens, a letter first",
        "角色文件以角色标识命名，而 {id!} 不是标识：只用小写字母、数字和连字符，以字母开头",
    ),
    "rename-file": ("rename it, for instance to {name!}", "请改名，例如 {name!}"),
    "empty-file": ("the file is empty", "文件是空的"),
    # bytes and characters
    "not-utf8": (
        "this is not UTF-8{guess?; it looks like {guess}}",
        "不是 UTF-8 编码{guess?，看起来是 {guess}}",
    ),
    "save-as-utf8": ("save the file as UTF-8", "请把文件另存为 UTF-8 编码"),
    "control-character": (
        "a control character that cannot be seen ({code})",
        "有看不见的控制字符（{code}）",
    ),
    "direction-character": (
        "an invisible character that changes the direction of text ({code})",
        "有改变文字方向的隐形字符（{code}）",
    ),
    "delete-it": ("delete it", "请删除"),
    "conflict-marker": (
        "a merge conflict is left here ({marker})",
        "这里留有合并冲突标记（{marker}）",
    ),
    "resolve-conflict": (
        "keep the lines that are right and delete the markers",
        "请保留正确的内容并删除冲突标记",
    ),
    "tab": ("the line is indented with a tab", "这一行用制表符缩进"),
    "use-spaces": ("indent with spaces", "请用空格缩进"),
    # YAML
    "full-width-colon": ("a full-width colon （：） after a key", "键的后面用了全角冒号（：）"),
    "ascii-colon": (
        "write an ASCII colon and a space (: )",
        "请改成半角冒号加空格（: ）",
    ),
    "full-width-comma": (
        "a full-width comma ({comma}) between the items of a list",
        "列表各项之间用了全角标点（{comma}）",
    ),
    "ascii-comma": (
        "separate them with an ASCII comma and a space (, )",
        "请改成半角逗号加空格（, ）",
    ),
    "wide-bracket": (
        "a full-width bracket ({bracket}) around a list",
        "列表外面用了全角括号（{bracket}）",
    ),
    "ascii-list": (
        "write ASCII brackets, as in [pricing, launch]",
        "请用半角方括号，例如 [pricing, launch]",
    ),
    "hash-comment": (
        "{word!} begins a comment here, so that text is lost",
        "{word!} 在这里成了注释，文字会丢失",
    ),
    "quote-hash": (
        "put the text in quotes, or a space after # if a comment is meant",
        "请给整段文字加引号；如果确实是注释，请在 # 后加空格",
    ),
    "colon-in-text": (
        "{name!} is taken for a key, because a colon and a space follow it",
        "{name!} 后面有冒号加空格，因此变成了键",
    ),
    "quote-text": ("put the text in quotes", "请给这段文字加引号"),
    "duplicate-key": (
        "the key {name!} stands here a second time, first in line {line}",
        "键 {name!} 重复出现，第一次在第 {line} 行",
    ),
    "duplicate-item": ("{item!} is listed twice", "{item!} 列了两次"),
    "duplicate-pair": (
        "{first!} and {second!} are a pair in line {line} already",
        "第 {line} 行已有 {first!} 和 {second!} 这一对",
    ),
    "merge-duplicates": ("make one of the two", "请合并为一个"),
    "complex-key": (
        "a key must be a word, not a list or a mapping",
        "键必须是一个词，不能是列表或映射",
    ),
    "merge-key": ("merge keys (<<) are not read", "不支持合并键（<<）"),
    "anchor": ("anchors (&{name}) are not read", "不支持锚点（&{name}）"),
    "alias": ("aliases (*{name}) are not read", "不支持别名引用（*{name}）"),
    "write-out": ("write the content out", "请把内容完整写出来"),
    "tag": ("tags ({name}) are not read", "不支持标签（{name}）"),
    "drop-tag": ("delete it: every value is text as written", "请删除：所有值都按原样当作文字"),
    "several-documents": ("a second document begins here", "这里开始了第二个文档"),
    "one-document": (
        "keep one document a file; delete this ---",
        "每个文件只放一个文档，请删掉这里的 ---",
    ),
    "too-deep": ("nested more than {limit} levels deep", "嵌套超过 {limit} 层"),
    "too-many-nodes": (
        "the file has more than {limit} parts, the most that are read",
        "文件内容超过 {limit} 个单元的读取上限",
    ),
    "too-many-problems": (
        "more than {count} problems in this file; the rest are not shown",
        "这个文件的问题超过 {count} 个，其余不再列出",
    ),
    "syntax-colon": (
        "a colon and a space cannot stand inside unquoted text",
        "没加引号的文字里不能有冒号加空格",
    ),
    "syntax-no-colon": ("a key without a colon behind it", "键的后面缺少冒号"),
    "add-colon": (
        "put a colon and a space after the key, or quotes around the text",
        "请在键后加冒号和空格；如果是文字，请加引号",
    ),
    "syntax-list-open": ("a list [ ... ] is not closed here", "列表 [ ... ] 没有在这里结束"),
    "close-list": ("separate items with commas and end with ]", "请用半角逗号分隔各项，以 ] 结束"),
    "syntax-map-open": ("a mapping {{ ... }} is not closed here", "映射 {{ ... }} 没有在这里结束"),
    "close-map": (
        "separate entries with commas and end with }}",
        "请用半角逗号分隔各项，以 }} 结束",
    ),
    "syntax-key": ("this line does not fit the lines above it", "这一行与上面的内容接不上"),
    "syntax-dash": ("a list item is expected here", "这里应该是一个列表项"),
    "syntax-dash-here": ("a list cannot begin here", "列表不能从这里开始"),
    "check-indent": (
        "check its indentation, and quotes left open above it",
        "请检查缩进，以及上文有没有未闭合的引号",
    ),
    "syntax-content": ("a value cannot begin with this character", "值不能以这个字符开头"),
    "syntax-start": ("text cannot begin with this character", "文字不能以这个字符开头"),
    "syntax-no-space": (
        "a key needs a space behind its colon",
        "键的冒号后面要有一个半角空格",
    ),
    "add-space": ("put a space behind the colon", "请在冒号后加一个半角空格"),
    "syntax-after-quote": (
        "text goes on behind a closing quote or bracket",
        "引号或括号结束之后还有文字",
    ),
    "syntax-after": ("something stands after the end of the content", "内容结束之后还有多余的部分"),
    "syntax-quote-open": ("a quote opened here is never closed", "这里的引号没有闭合"),
    "close-quote": ("close the quote", "请补上结束的引号"),
    "syntax-escape": ("an unknown escape behind a backslash", "反斜杠后面的转义无法识别"),
    "single-quotes": (
        "use single quotes, in which a backslash is a backslash",
        "请改用单引号，其中的反斜杠就是反斜杠",
    ),
    "syntax-alias": ("text cannot begin with * or &", "文字不能以 * 或 & 开头"),
    "syntax-other": ("this is not YAML: {problem}", "不是合法的 YAML：{problem}"),
    # shape
    "want-mapping": (
        "{what:what} is expected here, but this is {given:kind}",
        "这里应该是{what:what}，实际是{given:kind}",
    ),
    "want-list": (
        "a list is expected under {key!}, but this is {given:kind}",
        "{key!} 应该是列表，实际是{given:kind}",
    ),
    "want-text": (
        "a text is expected under {key!}, but this is a list",
        "{key!} 应该是文字，实际是列表",
    ),
    "want-string": (
        "text is expected under {key!}, but this is a list or a mapping",
        "{key!} 应该是文字，实际是列表或映射",
    ),
    "want-languages": (
        "{key!} needs its text in each language of the catalog",
        "{key!} 需要按目录的各种语言分别写",
    ),
    "want-topic-id": ("a topic's id is expected here", "这里应该是主题标识"),
    "topic-list": (
        "write a list of ids such as [pricing, roadmap]",
        "请写成标识列表，例如 [pricing, roadmap]",
    ),
    "text-example": ("write {languages:example}", "请写成 {languages:example}"),
    "list-example": ("write [{item}]", "请写成 [{item}]"),
    "list-or-remove": ("write a list, or leave {key!} out", "请写成列表，或者去掉 {key!}"),
    "empty-text": ("{key!} is empty", "{key!} 是空的"),
    "no-text": ("{key!} has no text", "{key!} 没有文字"),
    "fill-or-remove": ("fill it in, or leave {key!} out", "请填写，或者去掉 {key!}"),
    "fill-in": ("fill it in", "请填写"),
    "no-version": (
        "the key rolecmp is missing, which marks a folder as a catalog",
        "缺少 rolecmp 这个键，它标明文件夹是角色目录",
    ),
    "add-version": ("write rolecmp: {version}", "请写上 rolecmp: {version}"),
    "unsupported-version": (
        "version {version!} of the format is not known; this program reads {known}",
        "不认识格式版本 {version!}，本程序读取版本 {known}",
    ),
    "missing-key": ("{key!} is missing", "缺少 {key!}"),
    "add-languages": ("write for instance languages: [en, zh]", "例如写上 languages: [en, zh]"),
    "add-name": ("give the role a name", "请给角色写上 name"),
    "unknown-key": ("{name!} is not a key that is known here", "这里不认识键 {name!}"),
    "known-keys": ("the keys here are {keys:list}", "这里可用的键：{keys:list}"),
    "bad-id": (
        "{id!} is not an id: small letters, digits and hyphens, a letter first",
        "{id!} 不是合法标识：只用小写字母、数字和连字符，以字母开头",
    ),
    "id-form": (
        "write small letters, digits and hyphens, at most {limit} characters",
        "请只用小写字母、数字和连字符，不超过 {limit} 个字符",
    ),
    "reserved-dimension": (
        "{name!} is a key of every role file and cannot be a dimension",
        "{name!} 是角色文件自己的键，不能用作维度",
    ),
    "rename-one": ("rename one of them", "请给其中一个改名"),
    "name-clash": (
        "{name!} names both {id!} and {other!} ({place})",
        "{name!} 同时是 {id!} 和 {other!} 的名称（{place}）",
    ),
    "want-threshold": (
        "{rule!} takes a whole number from 0 to 9999, or off",
        "{rule!} 应为 0 到 9999 的整数，或者 off",
    ),
    "threshold-example": ("write for instance {rule}: 5", "例如写成 {rule}: 5"),
    "want-off": (
        "{rule!} counts nothing; the only thing to say of it is off",
        "{rule!} 不计数，只能写 off",
    ),
    "off-example": (
        "write {rule}: off to switch it off, or leave it out",
        "要关闭就写 {rule}: off，否则去掉这一行",
    ),
    # languages
    "bad-language": ("{language!} is not a language code", "{language!} 不是语言代码"),
    "language-codes": ("write codes such as en, zh or pt-BR", "请写 en、zh、pt-BR 这样的代码"),
    "unknown-language": (
        "{language!} is not a language of this catalog",
        "{language!} 不是这个目录的语言",
    ),
    "declare-language": (
        "the catalog has {languages:list}; add {language} to languages, or remove the text",
        "目录的语言是 {languages:list}；请把 {language} 加进 languages，或者删除这段文字",
    ),
    "missing-translation": (
        "{key!} has no text in {missing:list}",
        "{key!} 缺少 {missing:list} 的文字",
    ),
    "add-translation": ("add {missing:list} beside the others", "请在旁边补上 {missing:list}"),
    # roles, topics, letters
    "unknown-topic": ("no topic has the id {name!}", "没有标识为 {name!} 的主题"),
    "declare-topic": (
        "declare it under topics in catalog.yaml",
        "请在 catalog.yaml 的 topics 下声明",
    ),
    "unknown-letter": (
        "{name!} is not one of accountable, responsible, consulted, informed",
        "{name!} 不是 accountable、responsible、consulted、informed 之一",
    ),
    "pair-of-two": ("a pair names two different roles", "一对要写两个不同的角色"),
    "pair-example": ("write for instance roles: [pm, pmm]", "例如写成 roles: [pm, pmm]"),
    "pair-unknown-role": (
        "the pair names {name!}, which is no role here",
        "这一对里的 {name!} 不是这里的角色",
    ),
    "use-role-id": (
        "name a role by its id, the name of its file, or delete the pair",
        "请写角色标识，也就是文件名；用不到就删去这一对",
    ),
    "did-you-mean": ("did you mean {near:or}?", "是不是想写 {near:or}？"),
    # findings of check
    "no-accountable": (
        "nobody is accountable for {topic!}, which {roles:names} {roles:take} part in",
        "{topic!} 没有最终负责人，参与的有 {roles:names}",
    ),
    "make-one-accountable": (
        "make one role accountable, or say why under `accepted`",
        "请指定一位最终负责人，或在 `accepted` 下写明理由",
    ),
    "multiple-accountable": (
        "{roles:names} are each accountable for {topic!}",
        "{roles:names} 都是 {topic!} 的最终负责人",
    ),
    "leave-one-accountable": (
        "keep one, or say why under `accepted`",
        "请只留一位，或在 `accepted` 下写明理由",
    ),
    "no-responsible": (
        "nobody does {topic!}; {roles:names} {roles:are} only asked or told",
        "{topic!} 没人去做，{roles:names} 只是被咨询或知会",
    ),
    "make-one-responsible": (
        "name who is responsible or accountable",
        "请写明由谁执行，或由谁最终负责",
    ),
    "too-many-responsible": (
        "{count} roles are responsible for {topic!}, more than {limit}",
        "{topic!} 有 {count} 个执行角色，超过 {limit} 个",
    ),
    "too-many-responsible-remedy": (
        "keep those who do the work, or set {rule} under `checks`",
        "请只留实际去做的角色，或在 `checks` 下调整 {rule}",
    ),
    "too-many-consulted": (
        "{count} roles are consulted on {topic!}, more than {limit}",
        "{topic!} 要咨询 {count} 个角色，超过 {limit} 个",
    ),
    "too-many-consulted-remedy": (
        "keep those without whom it cannot be decided, or set {rule} under `checks`",
        "请只留必须征求意见的角色，或在 `checks` 下调整 {rule}",
    ),
    "too-many-informed": (
        "{count} roles are informed of {topic!}, more than {limit}",
        "{topic!} 要知会 {count} 个角色，超过 {limit} 个",
    ),
    "too-many-informed-remedy": (
        "keep those who have to know, or set {rule} under `checks`",
        "请只留必须知道的角色，或在 `checks` 下调整 {rule}",
    ),
    "accountable-and-informed": (
        "{role!} decides on {topic!} and is told of it afterwards",
        "{role!} 既是 {topic!} 的最终负责人，又被事后知会",
    ),
    "drop-informed": (
        "drop `informed`, or hand the topic to who decides it",
        "请去掉 `informed`，或把主题交给真正拍板的角色",
    ),
    "role-overloaded": (
        "{role!} is accountable for {count:topics}, more than {limit}",
        "{role!} 最终负责 {count} 个主题，超过 {limit} 个",
    ),
    "share-topics": (
        "hand some to other roles, or set {rule} under `checks`",
        "请分给其他角色，或在 `checks` 下调整 {rule}",
    ),
    "role-idle": ("{role!} takes no part in any topic", "{role!} 没有参与任何主题"),
    "give-letters": (
        "say what it owns, does, is asked or is told, or say why under `accepted`",
        "请写明它负责、执行、被咨询或被知会什么，或在 `accepted` 下写明理由",
    ),
    "unused-topic": ("no role takes any part in {topic!}", "没有任何角色参与 {topic!}"),
    "use-or-remove": (
        "give it an owner, delete it, or say why under `accepted`",
        "请指定负责人，或删掉这个主题，或在 `accepted` 下写明理由",
    ),
    "uneven-translation": (
        "this item of {key!} has no text in {missing:list}",
        "{key!} 的这一条缺少 {missing:list} 的文字",
    ),
    "duplicate-statement": (
        "this sentence stands in line {line} already",
        "这句话在第 {line} 行已经写过",
    ),
    "merge-statements": (
        "keep one, with the topics of both",
        "请保留一条，把两处的主题合在一起",
    ),
    "vague-ownership": (
        "{role!} is accountable for {topics:names}, but the sentence says {verb!}",
        "{role!} 标为 {topics:names} 的最终负责人，但这句话说的是 {verb!}",
    ),
    "say-what-is-decided": (
        "say what it decides, or make it responsible or consulted",
        "请写清楚决定什么，或改为 responsible 或 consulted",
    ),
    "missing-dimension": (
        "{role!} says nothing on {dimensions:names}",
        "{role!} 没有写 {dimensions:names}",
    ),
    "describe-or-accept": (
        "add a statement on each, or say why under `accepted`",
        "请各补一条说明，或在 `accepted` 下写明理由",
    ),
    "stale-acceptance": (
        "{rule!} is accepted here and is not found any more",
        "这里接受了 {rule!}，但问题已经不在了",
    ),
    "unknown-rule": ("there is no rule {name!}", "没有规则 {name!}"),
    "see-rules": ("rolecmp check --rules lists them", "用 rolecmp check --rules 查看全部规则"),
    # questions
    "unknown-role": (
        "no role is called {name!}{source? in {source!}}{near?; did you mean {near:or}?}",
        "{source?{source!} 里}没有叫 {name!} 的角色{near?，是不是想找 {near:or}？}",
    ),
    "see-list": (
        "the roles are {roles:list}; rolecmp list shows them all",
        "现有角色：{roles:list}；用 rolecmp list 查看全部",
    ),
    "see-list-of": (
        "the roles there are {roles:list}; rolecmp list --roles {source} shows them all",
        "那里的角色：{roles:list}；用 rolecmp list --roles {source} 查看全部",
    ),
    "roles-there": ("the roles there are {roles:list}", "那里的角色：{roles:list}"),
    "some-roles-there": ("some of the roles there: {roles:list}", "那里的部分角色：{roles:list}"),
    "builtin-in-force": (
        "the catalog in force is the built-in one, so {name!} and {other!} are the same role",
        "当前生效的就是内置目录，因此 {name!} 和 {other!} 是同一个角色",
    ),
    "own-catalog": (
        "name your own with --roles, or start one with rolecmp init",
        "请用 --roles 指定自己的目录，或用 rolecmp init 新建",
    ),
    "unknown-topic-name": (
        "no topic is called {name!}{near?; did you mean {near:or}?}",
        "没有叫 {name!} 的主题{near?，是不是想找 {near:or}？}",
    ),
    "topic-matches": (
        "no topic is called {name!}; {count:topics} {count:has} it in a name:",
        "没有叫 {name!} 的主题；有 {count} 个主题的名称里含有它：",
    ),
    "topic-match": ("  {id}  {title}", "  {id}  {title}"),
    "mentions": (
        "no topic of that name; {count:statements} {count:mention} it:",
        "没有叫这个名字的主题；有 {count} 条说明提到它：",
    ),
    "mention": ("  {place}  {role}, {dimension}: {text}", "  {place}  {role}，{dimension}：{text}"),
    "ask-overview": ("rolecmp who-owns shows every topic", "用 rolecmp who-owns 查看所有主题"),
    "unknown-dimension": ("no dimension is called {name!}", "没有叫 {name!} 的维度"),
    "dimensions-are": ("the dimensions are {names:list}", "维度有：{names:list}"),
    "language-missing": ("this catalog has no texts in {name!}", "这个目录没有 {name!} 语言的文字"),
    "language-not-spoken": (
        "this is not available in {name!}",
        "这里不支持 {name!} 语言",
    ),
    "languages-are": ("its languages are {names:list}", "它的语言有：{names:list}"),
    "same-role-twice": (
        "{first!} and {second!} are the same role, {id!}",
        "{first!} 和 {second!} 是同一个角色 {id!}",
    ),
    "one-role": (
        "{role!} alone cannot be compared; name two roles or more",
        "只有 {role!} 一个角色，无法比较；请写两个以上",
    ),
    "name-two": (
        "rolecmp show {role} shows it alone",
        "单看一个角色请用 rolecmp show {role}",
    ),
    "no-such-folder": ("{path!} ({asked_by}) is not a folder", "{path!}（{asked_by}）不是文件夹"),
    "not-a-catalog": (
        "{path!} ({asked_by}) is not a catalog: it has no catalog.yaml",
        "{path!}（{asked_by}）不是角色目录：里面没有 catalog.yaml",
    ),
    "add-catalog-file": (
        "name the folder that catalog.yaml is in",
        "请指定 catalog.yaml 所在的文件夹",
    ),
    # catalogs by name: folders, revisions
    "no-such-catalog-folder": ("there is no folder {path!}", "没有文件夹 {path!}"),
    "not-a-catalog-folder": (
        "{path!} is not a catalog: it has no catalog.yaml",
        "{path!} 不是角色目录：里面没有 catalog.yaml",
    ),
    "bad-revision": ("{name!} cannot be a revision", "{name!} 不可能是版本"),
    "no-git": (
        "{name!} is not a folder with a catalog, and without git it is no revision",
        "{name!} 不是含有角色目录的文件夹；没有 git，也无法当作版本读取",
    ),
    "install-git": (
        "install git, or name a folder or builtin",
        "请安装 git，或者写文件夹或 builtin",
    ),
    "no-repository": (
        "{name!} is not a folder with a catalog, and no revision either: "
        "{path!} is in no git work tree",
        "{name!} 不是含有角色目录的文件夹，也不是版本：{path!} 不在 git 工作区里",
    ),
    "unknown-revision": (
        "{name!} is neither a folder with a catalog nor a revision that git knows here",
        "{name!} 不是含有角色目录的文件夹，git 在这里也不认识这个版本",
    ),
    "see-revisions": (
        "git branch --all and git tag list the names",
        "用 git branch --all 和 git tag 查看可用名称",
    ),
    "no-place": (
        "{name!} is a revision, but the catalog in force is the built-in one, which has no place "
        "in it",
        "{name!} 是版本，但当前生效的是内置目录，它在这个版本里没有对应位置",
    ),
    "name-place": (
        "name the folder as well, as in {name}:roles",
        "请一并写出文件夹，例如 {name}:roles",
    ),
    "no-folder-at": (
        "there is no folder {path!} in {name!}",
        "{name!} 里没有文件夹 {path!}",
    ),
    "no-catalog-at": (
        "the folder {path!} in {name!} is not a catalog: it has no catalog.yaml",
        "{name!} 里的文件夹 {path!} 不是角色目录：里面没有 catalog.yaml",
    ),
    "name-folder-at": (
        "if the catalog was elsewhere then, name the folder as in {name}:FOLDER; rolecmp diff "
        "builtin compares with the built-in one",
        "如果目录当时在别处，请像 {name}:文件夹 这样写；与内置目录比较请用 rolecmp diff builtin",
    ),
    "half-a-version": (
        "{name!} needs a role before the @ and a catalog behind it",
        "{name!} 的 @ 前面要有角色，后面要有目录",
    ),
    "version-example": (
        "write for instance pm@builtin or pm@main",
        "例如写成 pm@builtin 或 pm@main",
    ),
    "git-failed": ("git cannot read this: {reason}", "git 无法读取：{reason}"),
    # starting a catalog
    "role-of-blank": (
        "--role takes roles from the built-in catalog, and blank has none of them",
        "--role 从内置目录里取角色，blank 里没有这些角色",
    ),
    "fill-blank": ("leave out --role or --from blank", "请去掉 --role 或 --from blank"),
    "no-folder-name": ("this cannot be the name of a folder", "这不能用作文件夹名称"),
    "not-a-folder": (
        "{path!} is there already and is not a folder",
        "{path!} 已经存在，而且不是文件夹",
    ),
    "other-folder": ("name another folder", "请换一个文件夹"),
    "files-there": (
        "nothing is written into {path!}, because of what is there already",
        "{path!} 里已有文件，因此什么都没有写入",
    ),
    "file-there": ("  {path} would be written over", "  {path} 会被覆盖"),
    "file-would-be-role": (
        "  {path} would be read as a role of the new catalog",
        "  {path} 会被当作新目录里的角色",
    ),
    "nothing-written": ("nothing was written", "什么都没有写入"),
    # the command line
    "no-such-option": ("there is no option {name!}", "没有选项 {name!}"),
    "no-such-command": ("there is no command {name!}", "没有命令 {name!}"),
    "needs-value": ("the option {name!} needs a value", "选项 {name!} 需要一个值"),
    "needs-no-value": ("the option {name!} takes no value", "选项 {name!} 不带值"),
    "missing-argument": ("{name} is missing", "缺少 {name}"),
    "extra-argument": ("{names:list} {names:is} too many", "多余的参数：{names:list}"),
    "see-help": ("{command} --help shows how it is used", "用 {command} --help 查看用法"),
    "bad-choice": (
        "{value!} is not a value of {option}",
        "{value!} 不是 {option} 的可用值",
    ),
    "choices-are": ("choose from {choices:list}", "可选：{choices:list}"),
    "bad-number": (
        "{value!} is not a value of {option}: a whole number from {low} to {high}",
        "{value!} 不是 {option} 的可用值：应为 {low} 到 {high} 的整数",
    ),
    "unknown-ending": (
        "the ending of {path!} stands for no format",
        "{path!} 的扩展名不对应任何格式",
    ),
    "give-format": (
        "name the format with -f, or end the name in {endings:list}",
        "请用 -f 指定格式，或使用扩展名 {endings:list}",
    ),
    "other-usage": ("{text}", "{text}"),
    "cannot-write": ("{path!} cannot be written: {reason}", "无法写入 {path!}：{reason}"),
    "cannot-write-out": ("the answer cannot be written: {reason}", "无法输出结果：{reason}"),
    # documents
    "misspelt-marker": (
        "{said!} is meant for a marker, but is none",
        "{said!} 像是标记，但写法不对",
    ),
    "write-so": ("write {right!}", "请写成 {right!}"),
    "open-comment": (
        "this comment is not closed on its own line with {closing!}",
        "这个注释没有在本行用 {closing!} 结束",
    ),
    "mixed-markers": (
        "this marker closes the block of line {line}, which is opened with another kind of comment",
        "这个标记结束第 {line} 行的区块，但两者的注释写法不同",
    ),
    "hidden-marker": (
        "this marker stands in HTML or in a comment that begins in line {line}, "
        "where Markdown is not read",
        "这个标记位于第 {line} 行开始的 HTML 或注释之中，那里不按 Markdown 处理",
    ),
    "move-out": ("move the block out of it", "请把区块移到外面"),
    "indented-marker": ("this marker is indented", "这个标记前面有缩进"),
    "inline-marker": ("this marker shares its line with other text", "这个标记与其他文字同在一行"),
    "own-line": (
        "give it a line of its own, from the line's beginning",
        "请让它独占一行，并从行首写起",
    ),
    "nested-block": (
        "a block begins here inside the one of line {line}",
        "第 {line} 行的区块还没有结束，这里又开始了一个区块",
    ),
    "close-first": ("close that one first with {marker!}", "请先用 {marker!} 结束前一个"),
    "stray-marker": ("no block is open that this marker could close", "这个结束标记没有对应的区块"),
    "open-or-delete": (
        "delete it, or begin the block with {marker!}",
        "请删除，或在区块开头写 {marker!}",
    ),
    "unclosed-block": ("this block is never closed", "这个区块没有结束"),
    "too-many-blocks": (
        "this document has more than {limit} blocks, the most that are renewed",
        "这个文档的区块超过 {limit} 个的上限",
    ),
    "too-much-code": (
        "this document has more than {limit} comments and fences of code, the most that are read",
        "这个文档的注释和代码围栏超过 {limit} 处的读取上限",
    ),
    "split-document": ("split the document", "请拆分文档"),
    "close-block": ("write {marker!} where it ends", "请在结尾处写 {marker!}"),
    "empty-marker": ("this marker asks for nothing", "这个标记没有写命令"),
    "edited-block": (
        "this block was edited by hand since it was written",
        "这个区块写入之后被手工改过",
    ),
    "foreign-text": (
        "this block holds text that rolecmp did not write",
        "这个区块里有不是 rolecmp 写入的文字",
    ),
    "force-it": (
        "move what is worth keeping out of it; --force replaces the rest",
        "请把要保留的内容移到区块之外，再用 --force 覆盖",
    ),
    "not-in-block": (
        "{name!} makes no sense in a block, which is always Markdown",
        "区块总是 Markdown，{name!} 在这里没有意义",
    ),
    "leave-out": ("leave it out", "请去掉"),
    "not-an-answer": (
        "{name!} gives no answer that a document could hold",
        "{name!} 的结果不能放进文档",
    ),
    "name-documents": (
        "rolecmp docs . renews every document in this folder",
        "用 rolecmp docs . 更新当前文件夹里的所有文档",
    ),
    "stale": ("stale", "已过期"),
    "renewed": ("renewed", "已更新"),
    "no-blocks": (
        "{documents:documents} looked at, no block found; rolecmp docs --example shows what one is",
        "看了 {documents} 个文档，没有找到区块；用 rolecmp docs --example 查看写法",
    ),
    "up-to-date": (
        "{count:blocks} in {documents:documents}: nothing is stale",
        "{documents} 个文档里共有 {count} 个区块，全部是最新的",
    ),
    "some-stale": (
        "{stale} of {count:blocks} stale; without --check and --diff they are renewed",
        "{count} 个区块里有 {stale} 个已过期；去掉 --check 和 --diff 再运行即可更新",
    ),
    "some-renewed": ("{stale} of {count:blocks} renewed", "{count} 个区块里更新了 {stale} 个"),
    "changed-meanwhile": (
        "it was changed while it was being renewed, so it is left as it is",
        "更新期间这个文件被改动过，因此没有写入",
    ),
    "run-again": ("run the same again", "请再运行一次"),
    "not-writable": ("the file may not be written", "没有写入这个文件的权限"),
    "allow-writing": (
        "give yourself permission to write it; no document has been written",
        "请为自己开放写入权限；这次没有写入任何文档",
    ),
    "old-file-whole": ("what was there before is unchanged", "原有内容没有改动"),
}

_WHAT: Mapping[str, tuple[str, str]] = {
    "catalog-file": ("a mapping of keys such as rolecmp: and topics:", "由 topics: 等键组成的映射"),
    "role-file": ("a mapping of keys such as name: and summary:", "由 name: 等键组成的映射"),
    "dimensions": ("a mapping from dimension to its name", "“维度标识: 名称”这样的内容"),
    "topics": ("a mapping from topic to its name", "“主题标识: 名称”这样的内容"),
    "accepted": ("a mapping from finding to reason", "“发现的问题: 理由”这样的内容"),
    "checks": ("a mapping from rule to a number or off", "“规则: 数字或 off”这样的内容"),
    "pair": ("a mapping with the key roles:", "带有 roles: 的映射"),
}  # fmt: skip
_KINDS: Mapping[str, tuple[str, str]] = {
    "text": ("text", "文字"),
    "nothing": ("empty", "空的"),
    "list": ("a list", "列表"),
    "mapping": ("a mapping", "映射"),
}


class Messages:
    """Puts phrases into words of one language; English where it does not speak that one."""

    def __init__(self, language: str) -> None:
        base = language.partition("-")[0]
        self._place = LANGUAGES.index(base) if base in LANGUAGES else 0

    def __call__(self, phrase: Phrase) -> str:
        """Give the sentence for a phrase; what it quotes is made safe to print."""
        return self._fill(_MESSAGES[phrase.key][self._place], phrase.args)

    def _fill(self, template: str, args: Mapping[str, object]) -> str:
        """Fill a template: {x} as it is, {x!} quoted, {x:how} in a way, {x?text} if there is x."""
        out = ""
        rest = template
        while rest:
            before, brace, rest = rest.partition("{")
            out += before.replace("}}", "}")
            if not brace:
                break
            if rest.startswith("{"):
                out += "{"
                rest = rest[1:]
                continue
            field, rest = _field(rest)
            if "?" in field:
                name, _, optional = field.partition("?")
                out += self._fill(optional, args) if args[name] else ""
            elif field.endswith("!"):
                out += f"`{visible(str(args[field[:-1]]))}`"
            else:
                name, _, how = field.partition(":")
                out += self._shown(args[name], how)
        return out

    def _shown(self, value: object, how: str) -> str:
        if how == "what":
            return _WHAT[str(value)][self._place]
        if how == "kind":
            return _KINDS[str(value)][self._place]
        if how == "statements":
            return f"{value} statement" + ("" if value == 1 else "s")
        if how == "topics":
            return f"{value} topic" + ("" if value == 1 else "s")
        if how == "blocks":
            return f"{visible(str(value))} block" + ("" if value == 1 else "s")
        if how == "documents":
            return f"{visible(str(value))} document" + ("" if value == 1 else "s")
        if how == "has":
            return "has" if value == 1 else "have"
        if how == "is" and isinstance(value, tuple):
            return "is one" if len(value) == 1 else "are"
        if how in ("are", "take") and isinstance(value, tuple):
            return how if len(value) > 1 else {"are": "is", "take": "takes"}[how]
        if how == "names" and isinstance(value, tuple):
            return self._names(value)
        if how == "mention":
            return "mentions" if value == 1 else "mention"
        if how and isinstance(value, tuple):
            words = [visible(str(each)) for each in value]
            if how == "example":
                return "{" + ", ".join(f"{word}: ..." for word in words) + "}"
            if how == "or":
                return (" or ", " 或 ")[self._place].join(f"`{word}`" for word in words)
            return (", ", "、")[self._place].join(words)
        return visible(str(value))

    def _names(self, names: tuple[object, ...], most: int = 6) -> str:
        """Give ids as a list in a sentence; of a long list the first, and how many more."""
        shown = [f"`{visible(str(name))}`" for name in names[:most]]
        comma, last, more = ((", ", " and ", "{} more"), ("、", " 和 ", "另外 {} 个"))[self._place]
        if len(names) > most:
            shown.append(more.format(len(names) - most))
        return comma.join(shown[:-1]) + (last if len(shown) > 1 else "") + shown[-1]

    def problem(self, problem: Problem, *, source: bool) -> str:
        """Lay out a problem; with `source`, the line it is in and a caret below it."""
        place = f"{visible(problem.path)}:{problem.line}:{problem.column}"
        text = f"{place}: error[{problem.rule}]: {self.sentence(problem.message, problem.remedy)}"
        return text + (excerpt(problem.source, problem.column) if source else "")

    def refusal(self, error: QuestionError, program: str) -> str:
        """Lay out why a question is not answered."""
        lines = [f"{program}: error[{error.rule}]: {self.sentence(error.message, error.remedy)}"]
        lines += [self(detail) for detail in error.details]
        return "\n".join(lines)

    def sentence(self, message: Phrase, remedy: Phrase | None) -> str:
        """Put a message and its remedy into one sentence."""
        text = self(message)
        if remedy is None:
            return text
        semicolon = ("; ", "；")[self._place]
        return text + ("" if text.endswith(("?", "？", "：")) else semicolon) + (
            " " if text.endswith("?") else "") + self(remedy)  # fmt: skip


def _field(rest: str) -> tuple[str, str]:
    """Split off a field that may hold fields of its own."""
    depth = 1
    for place, char in enumerate(rest):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return rest[:place], rest[place + 1 :]
    raise ValueError(rest)


def excerpt(line: str, column: int, room: int = 72) -> str:
    """Give a line of a file and a caret below the column, both cut to what fits.

    Where there is nothing in the line to show, nothing is given.
    """
    from rolecmp.rendering.visible import width_of

    if not line.strip():
        return ""
    place = column - 1
    start = place
    used = 0
    while start > 0 and used + width_of(visible(line[start - 1])) <= room - 12:
        start -= 1
        used += width_of(visible(line[start]))
    shown = ""
    used = 0
    for char in line[start : start + room]:
        seen = " " if char == "\t" else visible(char)
        used += width_of(seen)
        if used > room:
            break
        shown += seen
    if len(line) > start + room or used > room:
        shown += "…"
    lead = "…" if start else ""
    before = visible(line[start:place].replace("\t", " "))
    return f"\n    {lead}{shown}\n    {' ' * width_of(lead + before)}^"
