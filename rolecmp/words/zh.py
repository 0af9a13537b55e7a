"""What the program says in Chinese; `rolecmp.words` explains the templates."""

_LOST = "读不出来的内容里可能有任何信息，修复之前，任何回答都不可信。"
_PLAIN = "角色定义只用文字、列表和映射，文件里看到的就是全部内容，人和其他工具读到的都一样。"
_MEANT = "YAML 读到的会和原意不同，部分文字会悄悄丢失。"
_UNKNOWN = "不认识的名称多半是笔误，其中的内容会被悄悄略过。"
_RACI_ONE = (
    "没有最终负责人，事情就没人拍板；有好几位，就会互相等待或者各做各的决定。按 RACI 的约定，"
    "每个主题有且只有一位最终负责人。"
)
_CROWD = (
    "写进来的角色越多，每个角色越觉得与己无关，事情也拖得越久。阈值是本程序的约定："
    "出处只说“太多”，没有给出数字。"
)
_THRESHOLD_FIX = (
    "只保留缺了就做不成的角色；或在 catalog.yaml 的 `checks` 下改阈值；或在主题的 `accepted` "
    "下写明接受的理由。"
)

WORDS: dict[str, str | dict[str, str]] = {
    # the language itself, and how it lists things
    "language-name": "中文",
    "list-comma": "、",
    "list-semicolon": "；",
    "count-comma": "，",
    "versus": "{first}和{last}",
    "or": "{first}或{last}",
    "label": "{name}：",
    "list-and": " 和 ",
    "list-or": " 或 ",
    "list-more": "另外 {count} 个",
    "message-and-remedy": "{message}；{remedy}",
    "after-question": "{message}{remedy}",
    # answers: involvement
    "accountable": "最终负责",
    "responsible": "执行",
    "consulted": "咨询",
    "informed": "知会",
    "legend": (
        "A 最终负责：对结果负责并拍板；R 执行：具体去做；C 咨询：事前征求意见；I 知会：事后告知"
    ),
    # answers: comparison
    "dimension": "维度",
    "topic": "主题",
    "topics": "主题",
    "standing": "比较结果",
    "contested": "有争议",
    "shared": "共同参与",
    "single": "仅属{role}",
    "Contested": "有争议",
    "Shared": "共同参与",
    "Single": "仅属{role}",
    "legend-contested": "{legend}；有争议：不止一位最终负责人",
    "headline": "{total}：{parts}",
    "count-topics": "{count} 个主题",
    "no-topics": "没有涉及任何主题",
    "count-contested": "{count} 个有争议",
    "count-shared": "{count} 个共同参与",
    "count-single": "{count} 个仅属{role}",
    "together": "如何协作",
    "together-of": "{roles}如何协作",
    "not-described": "未说明",
    "contrast-of": "{roles}：{text}",
    "summary": "概述",
    # answers: ownership
    "who-owns": "谁负责什么",
    "owner": "负责人",
    "state": "归属",
    "owned": "负责人明确",
    "undecided": "无人拍板",
    "unowned": "无人负责",
    "is-owned": "由{owner}最终负责",
    "is-contested": "有争议：{owners}都是最终负责人",
    "is-undecided": "有人参与，无人拍板：{roles}参与其中，没有最终负责人",
    "is-unowned": "无人负责：没有任何角色标注与它的关系",
    "accepted": "已知并接受：{reason}",
    "involvement": "参与方式",
    "role": "角色",
    "others": "其他参与者",
    "statement": "依据",
    "where": "位置",
    "owners-settled": "{total} 个主题中，{count} 个恰好有一位负责人",
    "count-undecided": "{count} 个无人拍板",
    "count-unowned": "{count} 个无人负责",
    # answers: one role, all roles
    "roles": "角色",
    "id": "标识",
    "name": "名称",
    "aliases": "别名",
    "accountable-for": "最终负责",
    "involved-in": "参与",
    "also-involved-in": "另外参与",
    "verdict-of": "{topic}——",
    "legend-single": "{legend}；仅属：就所比较的角色而言",
    "contrast": "一句话对比",
    "notes": "备注",
    "source": "来源",
    "with": "与{role}",
    "letters": "参与方式",
    # answers: the matrix
    "matrix": "责任矩阵",
    "finding": "问题",
    "with-mark": "{name}（{mark}）",
    "state-accepted": "{state}，已接受",
    "owns": "最终负责（A）",
    "does": "执行（R）",
    "accepted-column": "已接受的原因",
    "topics-of": "{total} 个主题中的 {count} 个",
    "count-owned": "{count} 个恰好有一位负责人",
    "roles-of": "只列出 {total} 个角色中的 {count} 个，问题按全部 {total} 个角色判定",
    "legend-matrix": "{legend}；圆点：没有参与",
    "legend-accepted": "{legend}；已接受：已知并有意如此，原因见 rolecmp who-owns 主题",
    "legend-totals-all": "{legend}；最终负责（A）和执行（R）两项按目录里的全部主题计数",
    "legend-totals-shown": "{legend}；最终负责（A）和执行（R）两项只计这里列出的主题",
    "only-contested": "有争议",
    "only-unowned": "缺少负责人",
    "only-shared": "由多个角色共同参与",
    "only-topics": "只列{kinds}的主题",
    "none-of-all": "没有{kinds}的主题",
    "none-of-asked": "所问的主题里没有{kinds}的",
    # answers: overlaps
    "overlaps": "角色职责重叠",
    "overlaps-of": "{role}与其他角色的职责重叠",
    "other-role": "另一个角色",
    "pair": "角色",
    "contested-topics": "有争议",
    "shared-topics": "共同参与",
    "compare-by": "比较命令",
    "counted": "{count} 个：{topics}",
    "topic-accepted": "{topic}（已接受）",
    "count-pairs": "{count} 对角色",
    "pairs-contested": "{count} 对有争议",
    "pairs-sharing": "{count} 对只有共同参与的主题",
    "pairs-apart": "{count} 对没有共同主题",
    "no-pairs": "没有两个角色涉及同一个主题",
    "no-pairs-of": "{role}与其他角色没有共同主题",
    "pairs-more": "以上是有共同主题的 {total} 对中的前 {count} 对，用 --top {total} 可看全部",
    "legend-overlaps": "有争议：双方都最终负责；共同参与：双方都参与，但并非都最终负责",
    "count-of": "{what}（数量）",
    # answers: check
    "error": "错误",
    "warning": "警告",
    "count-error": "{count} 个错误",
    "count-warning": "{count} 个警告",
    "count-accepted": "；已接受 {count} 个",
    "no-findings": "没有发现问题",
    "in-roles-and-topics": "（{roles}，{topics}）",
    "count-roles": "{count} 个角色",
    "rules": "规则",
    "rule": "规则",
    "severity": "级别",
    "setting": "设置",
    "finds": "检查什么",
    "why": "为什么重要",
    "fix": "怎样改",
    "own-convention": "本程序的约定",
    "switched-off": "已关闭",
    "at-most": "不超过 {limit}",
    "rules-said": "内容问题",
    "rules-written": "写法问题",
    "rules-about": "类别",
    "rules-how": (
        "“内容问题”一类的规则，可以在 catalog.yaml 的 checks 下关闭或改阈值。个别问题可以接受："
        "在相应主题、角色或说明的 accepted 下写明理由。"
    ),
    # answers: which catalog
    "catalog": "角色目录：{title}（{place}）",
    "catalog-untitled": "角色目录：{place}",
    "built-in": "内置",
    "this-folder": "当前文件夹",
    # answers: roles of several catalogs
    "different": "参与方式不同",
    "same": "参与方式相同",
    "count-different": "{count} 个参与方式不同",
    "count-same": "{count} 个相同",
    "legend-versions": "{legend}；主题按标识对齐；两个目录之间不存在争议",
    "catalogs-used": "角色目录",
    # answers: what changed
    "changes": "{old} 到 {new} 的变化",
    "no-changes": "从 {old} 到 {new}，含义没有变化。",
    "change-count": "变化：{parts}",
    "count-ownership": "归属 {count} 处",
    "count-letters": "参与方式 {count} 处",
    "count-things": "新增、删除或改名 {count} 处",
    "count-texts": "文字 {count} 处",
    "count-checks": "检查设置 {count} 处",
    "catalogs": "之前：{old}。之后：{new}",
    "catalog-place": "{title}（{place}）",
    "ownership": "归属",
    "owner-moved": "最终负责由{old}转给{new}",
    "owner-settled": "已明确，由{new}最终负责，此前{old}都是最终负责人",
    "owner-found": "已明确，由{new}最终负责，此前没有最终负责人",
    "owner-contested": "变为有争议，{new}都是最终负责人，此前是{old}",
    "owner-contested-new": "变为有争议，{new}都是最终负责人，此前没有最终负责人",
    "owner-still-contested": "仍有争议，{new}都是最终负责人，此前是{old}",
    "owner-lost": "变为无人拍板，不再有最终负责人，此前是{old}",
    "owner-gone": "变为无人负责，不再有任何角色与它有关，此前由{old}最终负责",
    "owner-deserted": "变为无人负责，不再有任何角色与它有关",
    "owner-involved": "有角色参与了，但没有最终负责人",
    "topic-added": "新增主题，{state}",
    "topic-removed": "主题已删除，此前{state}",
    "others-more": "另外 {count} 个角色",
    "added-owned": "由{owners}最终负责",
    "added-contested": "有争议，{owners}都是最终负责人",
    "added-undecided": "没有最终负责人",
    "added-unowned": "没有任何角色与它有关",
    "removed-contested": "有争议，{owners}都是最终负责人",
    "removed-undecided": "没有最终负责人",
    "removed-unowned": "没有任何角色与它有关",
    "before": "之前",
    "after": "之后",
    "change": "变化",
    "subject": "对象",
    "no-letter": "无",
    "thing": "{name}（{id}）",
    "thing-added": "新增{thing}",
    "thing-removed": "删除了{thing}",
    "thing-renamed": "{old}改为{new}",
    "now-called": "{old}（现为{new}）",
    "standing-added": "{thing}；{standing}",
    "standing-removed": "{thing}；此前{standing}",
    "accountable-of": "最终负责{topics}",
    "responsible-of": "执行{topics}",
    "consulted-of": "就{topics}接受咨询",
    "informed-of": "就{topics}获得知会",
    "topics-more": "另外 {count} 个主题",
    "role-pairs": "成对角色",
    "about": "{title}：{name}",
    "title": "标题",
    "note": "备注",
    "dimensions": "维度",
    "catalog-itself": "角色目录",
    "texts": "文字",
    "languages": "语言",
    "difference": "一句话对比",
    "accepted-reason": "已知并接受（{finding}）",
    "accepted-on": "针对“{statement}”已知并接受（{finding}）",
    "check-of": "检查规则 {rule}",
    "check-off": "{where}：已关闭",
    "check-on": "{where}：已启用",
    "check-on-at": "{where}：已启用，不超过 {new}",
    "check-set": "{where}：不超过 {new}，此前不超过 {old}",
    "switched-on": "已启用",
    "translation-added": "补充译文（{language}）",
    "translation-removed": "删除译文（{language}）",
    "text-translation": "{where}，{change}：“{text}”",
    "added": "新增",
    "removed": "删除",
    "reworded": "改写",
    "moved": "移动",
    "letters-changed": "参与方式有变",
    "text-added": "{where}，新增：“{new}”{letters}",
    "text-removed": "{where}，删除：“{old}”{letters}",
    "text-reworded": "{where}，改写{languages}：“{old}”改为“{new}”{letters}",
    "text-letters": "{where}，参与方式有变：“{new}”{letters}",
    "from-to": "{old}移到{new}",
    "text-moved": "从{where}：“{new}”{letters}",
    "text-moved-reworded": "从{where}并改写{languages}：“{old}”改为“{new}”{letters}",
    "in-languages": "（{languages}）",
    "also-in-languages": "（{languages} 也有改动）",
    "in-language-also": "（{languages}，{others} 也有改动）",
    "says": " [{letters}]",
    "says-now": " [增加 {letters}]",
    "says-no-more": " [去掉 {letters}]",
    "names-gained": "新增别名：{names}",
    "names-lost": "去掉别名：{names}",
    "languages-gained": "新增语言：{names}",
    "languages-lost": "去掉语言：{names}",
    "language-first": "第一种语言（默认语言）：{old} 改为 {new}",
    # answers: a catalog started
    "from-builtin": "程序自带的目录",
    "from-blank": "一份待填写的小目录",
    "started": "已在 {folder} 写入 {count} 个文件：",
    "started-open": "在这些角色中没有恰好一位负责人的主题：{topics}",
    "started-copied": (
        "catalog.yaml 里的 title、source 以及 accepted 下的理由仍是文章的：\n"
        "请只保留符合公司情况的内容。"
    ),
    "started-next": "请按公司的实际情况修改，然后：",
    "next-list": "列出角色",
    "next-compare": "并排比较其中两个",
    "next-check": "检查有什么问题",
    "next-owners": "查看谁负责什么",
    "next-diff": "查看与内置目录有何不同",
    # answers: CSV
    "section": "部分",
    "item": "条目",
    # formats: what each is for
    "format.table": "在终端里看",
    "format.markdown": "写进文档",
    "format.json": "给程序用",
    "format.csv": "用表格软件打开",
    "format.html": "独立的网页",
    "format.xlsx": "可填写后再导入的工作簿",
    "format.text": "给人看",
    "format.github": "标在合并请求的代码行旁",
    "format.sarif": "供代码扫描平台使用",
    # help: the page itself
    "help.usage": "用法：",
    "help.commands": "命令：",
    "help.arguments": "参数：",
    "help.options": "选项：",
    "metavar.folder": "目录",
    "metavar.code": "代码",
    "metavar.format": "格式",
    "metavar.file": "文件",
    "metavar.roles": "角色 角色...",
    "metavar.dimension": "维度",
    "metavar.optional-topics": "[主题...]",
    "metavar.role": "角色",
    "metavar.topic": "主题",
    "metavar.kind": "类别",
    "metavar.optional-role": "[角色]",
    "metavar.rule": "规则",
    "metavar.old": "[旧目录",
    "metavar.new": "[新目录]]",
    "metavar.paths": "路径...",
    "metavar.optional-folder": "[文件夹]",
    "metavar.catalog": "目录",
    "metavar.command": "命令",
    "metavar.options": "[选项]",
    # help: the program
    "help.program": "产品组织里谁做什么：读取角色定义，逐项比较。",
    "help.program.version": "显示版本。",
    # help: options of every answering command
    "help.option.roles": (
        "角色定义所在的文件夹。默认依次取 ROLECMP_ROLES、上层最近的角色目录、内置目录。"
    ),
    "help.option.lang": (
        "回答所用的语言，例如 en 或 zh。默认取 ROLECMP_LANG，再取目录的第一种语言；"
        "在终端里先看系统语言。"
    ),
    "help.option.format": (
        "table、markdown、json、csv 或 html。默认看 -o 的扩展名；终端里用 table，管道里用 "
        "markdown。"
    ),
    "help.option.output": "写入文件；写入失败时原文件不变。",
    "help.option.color": "auto、always 或 never，用于 table。",
    "help.option.width": "使用多少列，用于 table。",
    "help.option.heading": "标题级别，1 到 6，0 表示不要标题，默认 2；用于 markdown。",
    "help.option.help": "显示这份帮助。",
    "help.option.install-completion": "为当前 shell 安装补全。",
    "help.option.show-completion": "输出当前 shell 的补全脚本。",
    # help: compare
    "help.compare": "并排比较两个以上的角色，看清各主题归谁。",
    "help.compare.roles": (
        "两个以上的角色，可用标识、名称或别名。角色@来源 取自别的目录：文件夹、git 版本或 builtin。"
    ),
    "help.compare.dimension": "只看这个维度以及它涉及的主题，可重复使用。",
    # help: who-owns
    "help.who-owns": (
        "某个主题由谁最终负责，依据是哪句话。\n\n"
        "每个主题都恰好有一位负责人时退出码为 0，否则为 1；名称不存在时为 2。"
    ),
    "help.who-owns.topics": "主题，可用标识、名称或别名。不写则列出所有主题及其负责人。",
    # help: show
    "help.show": "完整查看一个角色。",
    "help.show.role": "一个角色，可用标识、名称或别名。",
    # help: list
    "help.list": "列出目录里的角色。",
    # help: matrix
    "help.matrix": (
        "责任矩阵：主题与角色对照，标出有争议和无人负责的主题。\n\n无论有没有问题，退出码都是 0。"
    ),
    "help.matrix.roles": (
        "只列这个角色，可用标识、名称或别名，可重复使用。是否有争议、有没有人负责，"
        "仍按全部角色判定。"
    ),
    "help.matrix.topics": "只列这个主题，可用标识、名称或别名，可重复使用。",
    "help.matrix.only": (
        "contested：不止一个角色最终负责；unowned：没有角色最终负责，无论是否有人参与；shared："
        "多个角色参与且没有争议。可重复使用，符合其一即列出。"
    ),
    # help: overlaps
    "help.overlaps": (
        "哪些角色职责重叠：争议最多的排在前面，并列出涉及的主题。\n\n"
        "双方都最终负责的主题算有争议；双方都参与的其他主题算共同参与。"
    ),
    "help.overlaps.role": (
        "一个角色，可用标识、名称或别名，只看它与其他角色的重叠。不写则看所有成对的角色。"
    ),
    "help.overlaps.top": (
        "列出多少对。json 和 csv 默认 1000 对，其他格式默认 20 对；没有列完时会说明一共有多少对。"
    ),
    # help: check
    "help.check": (
        "检查角色定义有什么问题，每一处都给出位置和改法。\n\n"
        "没有问题时退出码为 0，有错误时为 1；加上 --strict 时有警告也为 1。"
    ),
    "help.check.strict": "有警告时退出码也为 1。",
    "help.check.rules": "列出所有规则和目录采用的阈值。",
    "help.check.explain": "说明一条规则为什么重要、怎样改。",
    "help.check.format": (
        "text、json、github（合并请求里的提示）或 sarif（代码扫描）。默认看 -o 的扩展名，再取 "
        "text。与 --rules 或 --explain 同用时，可用各回答通用的格式。"
    ),
    # help: diff
    "help.diff": (
        "两个目录之间含义上的变化：先看归属，再看文字。\n\n"
        "名称既是角色目录又是版本时，取文件夹；./名称 一定是文件夹。版本按所比较目录的位置读取；"
        "版本:文件夹 可指定别处。\n\n"
        "条目顺序、注释和排版不算变化。"
    ),
    "help.diff.old": (
        "与什么比较：文件夹、git 版本（例如 main、v1.2）或 builtin。默认：目录在 git 工作区里且 "
        "HEAD 里有它时取 HEAD，否则取 builtin。"
    ),
    "help.diff.new": "可能有变化的目录，写法相同。默认取当前生效的目录。",
    "help.diff.exit-code": "有变化时退出码为 1，与 git 相同；不加时一律为 0。",
    # help: docs
    "help.docs": (
        "更新文档里标记出来的区块，或者指出哪些已经过期。\n\n"
        "区块写在两行注释之间，注释各占一行；用 --example 输出可直接粘贴的例子，Markdown 和 MDX "
        "的写法都有。区块的内容就是其中那条命令的回答，可以带自己的选项，例如 --lang zh、"
        "--heading 3；--heading 0 表示不要标题。区块里的 --roles 相对于文档所在的文件夹。"
        "区块之外的内容一概不动，代码里的标记也不处理。\n\n"
        "正常时退出码为 0；加 --check 且有区块过期时为 1；有区块无法更新时为 2，"
        "此时不写入任何文档。"
    ),
    "help.docs.paths": (
        "文档，或文件夹；文件夹会逐层查找 .md、.mdx 和 .markdown，跳过隐藏项、node_modules "
        "和虚拟环境。"
    ),
    "help.docs.check": "不改动文件，只列出过期的区块；有过期区块时退出码为 1。",
    "help.docs.diff": "不改动文件，以 unified diff 格式输出差异。",
    "help.docs.force": "覆盖写入之后被手工改过的内容。",
    "help.docs.example": "输出可直接粘贴的区块。",
    "help.docs.roles": (
        "角色定义所在的文件夹，用于自身没有写 --roles 的区块。默认依次取文档上层最近的角色目录、"
        "ROLECMP_ROLES、内置目录。"
    ),
    "help.docs.in-mdx": "MDX 写法：",
    # help: import
    "metavar.name": "名称",
    "metavar.text": "文字",
    "metavar.where": "位置",
    "metavar.column": "列名",
    "metavar.map": "词=含义",
    "help.import": (
        "从已有的表格（Markdown、CSV 或 Excel）建立角色目录。\n\n表格要么完整读取，要么什么都不"
        "写：每个单元格要么写入目录，要么在标准错误中列出。目标已是角色目录时只更新字母，标识、"
        "说明和注释保持不变。"
    ),
    "help.import.file": "表格文件：.md、.csv、.tsv 或 .xlsx；- 为标准输入。",
    "help.import.output": "写入的文件夹，可以是新的，也可以是已有目录。默认 roles。",
    "help.import.dry-run": "不写入文件，只显示结果和 check 的检查结果。",
    "help.import.partial": "只写入能识别的部分，并列出不能识别的。",
    "help.import.sentences": "为角色的每个主题各写一条说明，而不只写字母。",
    "help.import.sheet": "工作簿中的工作表。",
    "help.import.table": "第几个表格，从 1 数起。",
    "help.import.heading": "含有这段文字的标题之下的表格。",
    "help.import.roles-in": "角色的位置：columns（列）或 rows（行）。",
    "help.import.role": (
        "按原样当作角色的名称：唯一一列字母所属的角色、没有字母的列，或含有分隔符的名称。可重复"
        "使用。"
    ),
    "help.import.separator": "单元格内多个角色之间的分隔符（常用的之外）。可重复使用。",
    "help.import.ignore": "略过表头为此名的列。可重复使用。",
    "help.import.only-roles": "略过所有不能确定是角色的列。",
    "help.import.map": (
        "单元格或表头中某个词的含义，例如 S=responsible、X=A/R、TBD=none。可重复使用。"
    ),
    "help.import.empty-rows": "没有字母的行是什么：topics（主题）或 groups（分组）。",
    "help.import.lang": "目录的语言。默认按表格文字判断。",
    # help: import end
    # help: init
    "help.init": (
        "开始一份自己的角色目录：复制一份再修改。\n\n"
        "不会覆盖任何文件；只要有文件冲突，就什么都不写。"
    ),
    "help.init.folder": "写入的文件夹，默认为 roles。",
    "help.init.source": "builtin 为程序自带的目录，blank 为一份待填写的小目录。默认 builtin。",
    "help.init.role": "只取内置目录里的这个角色及其主题，可重复使用。",
    "help.init.lang": "文字只保留这种语言：en 或 zh。默认两种都保留。",
    # help: schema
    "help.schema": (
        "角色定义文件的 JSON Schema，供编辑器使用。\n\n"
        "其中列有目录的主题、维度和语言，这些变了就要重新生成。"
    ),
    "help.schema.kind": "哪一种文件。",
    "help.schema.format": "只有 json。",
    # import begin
    # messages: import, the file
    "message.import.not-text": "这不是文本文件",
    "message.import.which-files": (
        "可导入的文件：Markdown（.md）、CSV（.csv、.tsv）、Excel（.xlsx）"
    ),
    "message.import.encoding": "无法确定这个文件的文字编码",
    "message.import.save-utf8": "请另存为 UTF-8 编码",
    "message.import.empty": "文件是空的",
    "message.import.other-format": "这不是 Markdown、CSV 或 Excel 表格",
    "message.import.file-too-large": "文件超过 {limit} MiB 的导入上限",
    "message.import.not-csv": "不是合法的 CSV：有单元格没有结束",
    "message.import.check-quotes": "请检查引号是否成对",
    "message.import.too-many-rows": "表格超过 {limit} 行的导入上限",
    "message.import.too-many-lines": "文档超过 {limit} 行的导入上限",
    "message.import.too-much-text": "到这里为止，带标记的单元格超过 {limit} 个字符的导入上限",
    "message.import.too-many-columns": "表格超过 {limit} 列的导入上限",
    "message.import.cell-too-long": "单元格超过 {limit} 个字符的导入上限",
    "message.import.no-excel": "读取 Excel 文件需要 openpyxl",
    "message.import.get-excel": "请用 pip install 'rolecmp[excel]' 安装，或把工作表另存为 CSV",
    "message.import.not-excel": "这不是可以读取的 Excel 工作簿",
    "message.import.save-again": "请在 Excel 中打开，再另存为“Excel 工作簿（.xlsx）”",
    "message.import.old-excel": "这是旧格式的 Excel 文件（.xls）",
    "message.import.save-xlsx": "请另存为“Excel 工作簿（.xlsx）”",
    "message.import.encrypted": "工作簿有密码保护",
    "message.import.take-password-off": "请另存一份不带密码的副本",
    "message.import.workbook-too-large": "工作簿中有部分解压后超过 {limit} MiB 的读取上限",
    "message.import.delete-unused": "请删除不用的行和工作表，或把工作表另存为 CSV",
    "message.import.no-sheet": "没有名为 {name!} 的工作表",
    "message.import.sheets-are": "现有工作表：{names!}",
    "message.import.hidden-sheet": "隐藏的工作表 {name!} 没有读取，可用 --sheet 指定",
    "message.import.macros": "工作簿中的宏没有运行",
    "message.import.external-links": "没有打开链接的其他工作簿，读取的是单元格最后显示的值",
    "message.import.comments": "单元格批注没有读取",
    "message.import.hidden-rows": "隐藏的行同样读取：{names}",
    "message.import.hidden-columns": "隐藏的列同样读取：{names}",
    # messages: import, which table
    "message.import.no-table": "这里没有表格",
    "message.import.make-table": "请把职责写成表格，Markdown 里用竖线分隔",
    "message.import.bullets": "职责写成了列表，而列表不能导入",
    "message.import.html-table": "这个表格用 HTML 写成，不能导入",
    "message.import.make-pipes": "请改写成用竖线（|）分隔的表格，或另存为 CSV",
    "message.import.header-width": (
        "表头有 {cells} 格，而下面的分隔行有 {columns} 格，因此不成表格"
    ),
    "message.import.same-width": "请让表头、分隔行和各行的格数一致",
    "message.import.no-letters": "表格 {number} 没有写明谁做什么",
    "message.import.forms-are": (
        "可导入的形式：列为角色、格内写 R、A、C、I；或列为 R、A、C、I、格内写角色；或有一列负责"
        "人（Owner、DRI）"
    ),
    "message.import.no-letter-often": "{text!} 出现在 {count} 个单元格中，但不是 RACI 字母",
    "message.import.no-such-table": "没有第 {number} 个表格，文件里共有 {count} 个",
    "message.import.no-such-heading": "没有表格位于含 {name!} 的标题之下",
    "message.import.headings-are": "表格上方的标题：{names!}",
    "message.import.several-tables": (
        "表格 {number}{title?（{title!}）}的角色与其他表格不同：{names!}"
    ),
    "message.import.choose-table": "用 --table {number} 导入这一个",
    "message.import.choose-sheet": "用 --sheet '{sheet}' 导入这一个",
    "message.import.table-passed": "表格 {number}{title?（{title!}）}没有写明谁做什么，未导入",
    "message.import.table-not-asked": "表格 {number}{title?（{title!}）}未导入",
    # messages: import, which form
    "message.import.form-roles-across": "按“每列一个角色”读取：{names!}",
    "message.import.form-roles-down": "按“每行一个角色”读取：{names!}",
    "message.import.form-letters-across": "按“每列一种参与方式”读取：{names!}",
    "message.import.form-topics-in-cells": "按“每行一个角色、格内为主题”读取，各列为 {names!}",
    "message.import.form-owners": "按“主题与负责人”读取，负责人在 {names!} 列",
    "message.import.form-one-role": "按“单个角色的字母”读取，字母在 {names!} 列",
    "message.import.form-one-topic": "按“一个主题、每行一个角色”读取，主题为 {names!}",
    "message.import.unclear-rows": "无法确定角色是列还是行",
    "message.import.unclear-cells": "无法确定各行是主题（格内为角色）还是角色（格内为主题）",
    "message.import.unclear-kind": "无法确定各列是角色（格内为字母）还是字母（格内为角色）",
    "message.import.say-which-way": "请用 --roles-in columns 或 --roles-in rows 指明",
    "message.import.say-which-topics": (
        "用 --roles-in columns 把各行当作主题，用 --roles-in rows 把各行当作角色"
    ),
    "message.import.ignore-some": "请用 --ignore 去掉其中一类的列",
    "message.import.whose-letters": "无法确定 {name!} 列的字母属于哪个角色",
    "message.import.say-role": "请用 --role 指明角色名称",
    "message.import.letter-columns": "这里每个角色各占几列字母，这种表格不能导入",
    "message.import.letters-in-cells": "请让每个角色只占一列，把字母写在格内",
    "message.import.other-meaning": "这里 {letter} 表示 {text!}，与 RACI 的含义不同",
    "message.import.map-meaning": "请用 --map '{text}=responsible' 之类指明是四种中的哪一种",
    "message.import.no-topics": "{name!} 之外没有写主题的列",
    "message.import.add-topics": "请加上写主题的列",
    "message.import.side-by-side": "从 {name} 列起，右边还有第二个表格",
    "message.import.one-below-other": "请上下排列，或分放在不同的工作表",
    # messages: import, columns
    "message.import.passed-asked": "按要求略过 {name!} 列",
    "message.import.passed-unclear": "略过 {name!} 列：不能确定它是角色",
    "message.import.passed-legend": "略过 {name!} 列：它解释字母的含义",
    "message.import.passed-numbers": "略过 {name!} 列：其中是编号或数字",
    "message.import.passed-empty": "略过 {name!} 列：其中没有内容",
    "message.import.passed-text": "略过 {name!} 列：其中是文字，例如 {samples!}",
    "message.import.group-column": "{name!} 列作为分组",
    "message.import.letters-and-text": "{name!} 列既有字母又有文字，例如 {samples!}",
    "message.import.letters-and-text-remedy": (
        "角色的格内请只写字母；若不是角色，请用 --ignore '{name}' 略过"
    ),
    "message.import.odd-column": "{name!} 列没有 RACI 字母，只有 {samples!}",
    "message.import.odd-column-remedy": (
        "请用 --map '{sample}=responsible' 之类说明含义，或用 --ignore '{name}' 略过这一列"
    ),
    "message.import.odd-header": "表头 {name!} 不是 RACI 字母",
    "message.import.odd-header-remedy": (
        "请用 --map '{name}=responsible' 之类说明含义，或用 --ignore '{name}' 略过这一列"
    ),
    "message.import.letter-header": "{name!} 列也写明谁参与，但写法与表格其余部分不同",
    "message.import.ignore-column": "用 --ignore '{name}' 略过这一列",
    "message.import.empty-column": "{name!} 列是空的，无法确定是不是角色",
    "message.import.empty-column-remedy": (
        "用 --role '{name}' 当作角色，用 --ignore '{name}' 略过"
    ),
    "message.import.roles-in-column": "{name!} 列写有角色，例如 {text!}，但表头不是 RACI 字母",
    "message.import.role-twice": "角色 {name!} 重复出现，第一次在 {place}",
    "message.import.rename-column": "请给其中一个改名",
    "message.import.no-role-name": "{text!} 不是角色名称",
    "message.import.name-column": "请写上角色名称",
    # messages: import, rows
    "message.import.above-header": "不属于表格：{text!}",
    "message.import.below-header": "表头的第二行，略过：{text!}",
    "message.import.below-name": "名称 {name!} 下面的文字，略过：{text!}",
    "message.import.below-table": "表格之下的文字，略过：{text!}",
    "message.import.repeated-header": "重复的表头，略过：{text!}",
    "message.import.legend-row": "解释字母的含义，略过：{text!}",
    "message.import.total-row": "其中是数字，略过：{text!}",
    "message.import.passed-row": "没有主题也没有字母，略过：{text!}",
    "message.import.sections": "这些行作为主题的分组：{names!}",
    "message.import.unclear-row": "{name!} 没有字母，可能是主题，也可能是分组标题",
    "message.import.unclear-row-remedy": "请用 --empty-rows topics 或 --empty-rows groups 指明",
    "message.import.no-topic": "这一行有字母，但没有主题",
    "message.import.name-topic": "请写上主题",
    "message.import.topic-twice": "主题 {name!} 重复出现，第一次在 {place}",
    "message.import.rename-topic": "请合并为一个，或给其中一个改名",
    "message.import.surplus": "{text!} 超出最后一列",
    "message.import.count-cells": "请核对这一行和表头的格数",
    "message.import.short-row": "这一行只有 {cells} 格（应为 {columns} 格），缺的按空白处理",
    # messages: import, cells
    "message.import.no-letter": "{text!} 不是 RACI 字母{others?，另见 {others!}}",
    "message.import.map-it": (
        "请用 --map '{text}=responsible' 之类说明含义，没有含义用 --map '{text}=none'"
    ),
    "message.import.letters-alone": "请只写字母，备注放在后面的括号里",
    "message.import.two-meanings": (
        "{text!} 可能是最终负责（A），也可能是执行（R）{others?，另见 {others!}}"
    ),
    "message.import.no-value": "这里的公式还没有计算结果{others?，另见 {others!}}",
    "message.import.save-in-excel": "请在 Excel 中打开并保存，或直接写入值",
    "message.import.alike": (
        "{count:import.cells}用了形似 RACI 字母的其他字母，例如 {text!}，按其形状读取"
    ),
    "message.import.read-as-accountable": (
        "{name!} 按最终负责（A）读取；如有不同，请用 --map '{name}=responsible' 之类指明"
    ),
    "message.import.read-as-responsible": (
        "{name!} 按执行（R）读取；如有不同，请用 --map '{name}=accountable' 之类指明"
    ),
    "message.import.everyone": "{text!} 没有写明是哪些角色",
    "message.import.everyone-remedy": (
        "请逐个写出角色；也可用 --role '{text}' 当作一个角色，或用 --map '{text}=none' 略过"
    ),
    "message.import.undecided": "{text!} 还不是角色",
    "message.import.map-nothing": "用 --map '{text}=none' 当作没有内容",
    "message.import.range": "{text!} 是一个范围",
    "message.import.write-out-roles": "请逐个写出角色",
    "message.import.unclear-list": "{text!} 可能是一个角色，也可能是几个",
    "message.import.unclear-list-remedy": (
        "用 --role '{text}' 当作一个；若是几个，请用 --separator 指明分隔符，例如 --separator /"
    ),
    "message.import.no-name": "{text!} 不是角色名称",
    "message.import.no-name-remedy": "请只写角色；用 --role '{text}' 可当作一个角色",
    "message.import.people": "这些名称像是人名，而不是角色：{names!}",
    "message.import.abbreviations": "缩写角色的全称取自表格旁的说明：{names!}",
    "message.import.cannot-read": "无法读取 {path!}：{reason}",
    "message.import.no-language": "{name!} 不是语言代码",
    "message.import.a-language": "请写语言代码，例如 en、zh、pt-BR",
    "message.import.same-thing": "{name!} 和 {other!} 都是目录中 {id!} 的名称",
    "message.import.rename-one": "请在表格里给其中一个改名",
    "message.import.contradicts": (
        "表格没有给 {role!} 在 {topic!} 上的 {letter}，而这条说明有；保持不变"
    ),
    "message.import.cannot-change": "{path!} 的写法无法在这里修改",
    "message.import.change-by-hand": "没有写入任何文件，请手工修改字母",
    "message.import.bad-map": "{value!} 不是 {option} 的可用值",
    "message.import.map-form": (
        "请写成“词=含义”，例如 {option} S=responsible、{option} X=A/R 或 {option} TBD=none"
    ),
    # words of import in its messages
    "import.cells": {"one": "{count} 个单元格", "other": "{count} 个单元格"},
    # import, in its answers
    "import.note": "说明",
    "import.nothing-written": "没有写入任何文件；--partial 只写入能识别的部分。",
    "import.not-described": "还没有描述角色；写好第一个角色的说明后，请删除这几行。",
    "import.source": "导入自 {file}{titles?：{titles}}。",
    "import.source-input": "导入自一个表格{titles?：{titles}}。",
    "import.does-accountable-responsible": "最终负责并执行：{topic}",
    "import.does-accountable": "最终负责：{topic}",
    "import.does-responsible": "执行：{topic}",
    "import.does-consulted": "接受咨询：{topic}",
    "import.does-informed": "获得知会：{topic}",
    "import.updated": {
        "one": "在 {folder} 中更新了 {count} 个文件：",
        "other": "在 {folder} 中更新了 {count} 个文件：",
    },
    "import.no-change": "{folder} 无需更新。",
    "import.see-diff": "用 rolecmp diff 查看与上次提交的差别。",
    "import.would-write": "将写入 {folder}：",
    "import.roles": {
        "one": "{count} 个角色",
        "other": "{count} 个角色",
    },
    "import.topics": {
        "one": "{count} 个主题",
        "other": "{count} 个主题",
    },
    "import.letters": {
        "one": "{count} 个字母：{letters}",
        "other": "{count} 个字母{letters?：{letters}}",
    },
    # import end
    # messages: files
    "message.no-such-file": "没有这个文件",
    "message.no-permission": "没有读取这个文件的权限",
    "message.allow-reading": "请为自己开放读取权限",
    "message.unreadable": "无法读取：{reason}",
    "message.not-a-file": "这不是普通文件",
    "message.outside-link": "这个链接指向角色目录之外",
    "message.copy-file": "请把文件本身放到这里",
    "message.file-too-large": "文件超过 {limit} MiB 的读取上限",
    "message.catalog-too-large": "读到这个文件时，整个目录超过 {limit} MiB 的读取上限",
    "message.too-many-files": "角色文件超过 {limit} 个的读取上限",
    "message.file-ending": "角色文件的扩展名应为 .yaml",
    "message.file-id": (
        "角色文件以角色标识命名，而 {id!} 不是标识：只用小写字母、数字和连字符，以字母开头"
    ),
    "message.rename-file": "请改名，例如 {name!}",
    "message.empty-file": "文件是空的",
    # messages: bytes and characters
    "message.not-utf8": "不是 UTF-8 编码{guess?，看起来是 {guess}}",
    "message.save-as-utf8": "请把文件另存为 UTF-8 编码",
    "message.control-character": "有看不见的控制字符（{code}）",
    "message.direction-character": "有改变文字方向的隐形字符（{code}）",
    "message.delete-it": "请删除",
    "message.conflict-marker": "这里留有合并冲突标记（{marker}）",
    "message.resolve-conflict": "请保留正确的内容并删除冲突标记",
    "message.tab": "这一行用制表符缩进",
    "message.use-spaces": "请用空格缩进",
    # messages: YAML
    "message.full-width-colon": "键的后面用了全角冒号（：）",
    "message.ascii-colon": "请改成半角冒号加空格（: ）",
    "message.full-width-comma": "列表各项之间用了全角标点（{comma}）",
    "message.ascii-comma": "请改成半角逗号加空格（, ）",
    "message.wide-bracket": "列表外面用了全角括号（{bracket}）",
    "message.ascii-list": "请用半角方括号，例如 [pricing, launch]",
    "message.hash-comment": "{word!} 在这里成了注释，文字会丢失",
    "message.quote-hash": "请给整段文字加引号；如果确实是注释，请在 # 后加空格",
    "message.colon-in-text": "{name!} 后面有冒号加空格，因此变成了键",
    "message.quote-text": "请给这段文字加引号",
    "message.duplicate-key": "键 {name!} 重复出现，第一次在第 {line} 行",
    "message.duplicate-item": "{item!} 列了两次",
    "message.duplicate-pair": "第 {line} 行已有 {first!} 和 {second!} 这一对",
    "message.merge-duplicates": "请合并为一个",
    "message.complex-key": "键必须是一个词，不能是列表或映射",
    "message.merge-key": "不支持合并键（<<）",
    "message.anchor": "不支持锚点（&{name}）",
    "message.alias": "不支持别名引用（*{name}）",
    "message.write-out": "请把内容完整写出来",
    "message.tag": "不支持标签（{name}）",
    "message.drop-tag": "请删除：所有值都按原样当作文字",
    "message.several-documents": "这里开始了第二个文档",
    "message.one-document": "每个文件只放一个文档，请删掉这里的 ---",
    "message.too-deep": "嵌套超过 {limit} 层",
    "message.too-many-nodes": "文件内容超过 {limit} 个单元的读取上限",
    "message.too-many-problems": "这个文件的问题超过 {count} 个，其余不再列出",
    "message.syntax-colon": "没加引号的文字里不能有冒号加空格",
    "message.syntax-no-colon": "键的后面缺少冒号",
    "message.add-colon": "请在键后加冒号和空格；如果是文字，请加引号",
    "message.syntax-list-open": "列表 [ ... ] 没有在这里结束",
    "message.close-list": "请用半角逗号分隔各项，以 ] 结束",
    "message.syntax-map-open": "映射 {{ ... }} 没有在这里结束",
    "message.close-map": "请用半角逗号分隔各项，以 }} 结束",
    "message.syntax-key": "这一行与上面的内容接不上",
    "message.syntax-dash": "这里应该是一个列表项",
    "message.syntax-dash-here": "列表不能从这里开始",
    "message.check-indent": "请检查缩进，以及上文有没有未闭合的引号",
    "message.syntax-content": "值不能以这个字符开头",
    "message.syntax-start": "文字不能以这个字符开头",
    "message.syntax-no-space": "键的冒号后面要有一个半角空格",
    "message.add-space": "请在冒号后加一个半角空格",
    "message.syntax-after-quote": "引号或括号结束之后还有文字",
    "message.syntax-after": "内容结束之后还有多余的部分",
    "message.syntax-quote-open": "这里的引号没有闭合",
    "message.close-quote": "请补上结束的引号",
    "message.syntax-escape": "反斜杠后面的转义无法识别",
    "message.single-quotes": "请改用单引号，其中的反斜杠就是反斜杠",
    "message.syntax-alias": "文字不能以 * 或 & 开头",
    "message.syntax-other": "不是合法的 YAML：{problem}",
    # messages: shape
    "message.want-mapping": "这里应该是{what:message.what}，实际是{given:message.kind}",
    "message.want-list": "{key!} 应该是列表，实际是{given:message.kind}",
    "message.want-text": "{key!} 应该是文字，实际是列表",
    "message.want-string": "{key!} 应该是文字，实际是列表或映射",
    "message.want-languages": "{key!} 需要按目录的各种语言分别写",
    "message.want-topic-id": "这里应该是主题标识",
    "message.topic-list": "请写成标识列表，例如 [pricing, roadmap]",
    "message.text-example": "请写成 {{{example}}}",
    "message.list-example": "请写成 [{item}]",
    "message.list-or-remove": "请写成列表，或者去掉 {key!}",
    "message.empty-text": "{key!} 是空的",
    "message.no-text": "{key!} 没有文字",
    "message.fill-or-remove": "请填写，或者去掉 {key!}",
    "message.fill-in": "请填写",
    "message.no-version": "缺少 rolecmp 这个键，它标明文件夹是角色目录",
    "message.add-version": "请写上 rolecmp: {version}",
    "message.unsupported-version": "不认识格式版本 {version!}，本程序读取版本 {known}",
    "message.missing-key": "缺少 {key!}",
    "message.add-languages": "例如写上 languages: [en, zh]",
    "message.add-name": "请给角色写上 name",
    "message.unknown-key": "这里不认识键 {name!}",
    "message.known-keys": "这里可用的键：{keys}",
    "message.bad-id": "{id!} 不是合法标识：只用小写字母、数字和连字符，以字母开头",
    "message.id-form": "请只用小写字母、数字和连字符，不超过 {limit} 个字符",
    "message.reserved-dimension": "{name!} 是角色文件自己的键，不能用作维度",
    "message.rename-one": "请给其中一个改名",
    "message.name-clash": "{name!} 同时是 {id!} 和 {other!} 的名称（{place}）",
    "message.want-threshold": "{rule!} 应为 0 到 9999 的整数，或者 off",
    "message.threshold-example": "例如写成 {rule}: 5",
    "message.want-off": "{rule!} 不计数，只能写 off",
    "message.off-example": "要关闭就写 {rule}: off，否则去掉这一行",
    # messages: languages
    "message.bad-language": "{language!} 不是语言代码",
    "message.language-codes": "请写 en、zh、pt-BR 这样的代码",
    "message.unknown-language": "{language!} 不是这个目录的语言",
    "message.declare-language": (
        "目录的语言是 {languages}；请把 {language} 加进 languages，或者删除这段文字"
    ),
    "message.missing-translation": "{key!} 缺少 {missing} 的文字",
    "message.add-translation": "请在旁边补上 {missing}",
    # messages: roles, topics, letters
    "message.unknown-topic": "没有标识为 {name!} 的主题",
    "message.declare-topic": "请在 catalog.yaml 的 topics 下声明",
    "message.unknown-letter": "{name!} 不是 accountable、responsible、consulted、informed 之一",
    "message.pair-of-two": "一对要写两个不同的角色",
    "message.pair-example": "例如写成 roles: [pm, pmm]",
    "message.pair-unknown-role": "这一对里的 {name!} 不是这里的角色",
    "message.use-role-id": "请写角色标识，也就是文件名；用不到就删去这一对",
    "message.did-you-mean": "是不是想写 {near!or}？",
    # messages: findings of check
    "message.no-accountable": "{topic!} 没有最终负责人，参与的有 {roles!}",
    "message.make-one-accountable": "请指定一位最终负责人，或在 `accepted` 下写明理由",
    "message.multiple-accountable": "{roles!} 都是 {topic!} 的最终负责人",
    "message.leave-one-accountable": "请只留一位，或在 `accepted` 下写明理由",
    "message.no-responsible": "{topic!} 没人去做，{roles!} 只是被咨询或知会",
    "message.make-one-responsible": "请写明由谁执行，或由谁最终负责",
    "message.too-many-responsible": "{topic!} 有 {count} 个执行角色，超过 {limit} 个",
    "message.too-many-responsible-remedy": "请只留实际去做的角色，或在 `checks` 下调整 {rule}",
    "message.too-many-consulted": "{topic!} 要咨询 {count} 个角色，超过 {limit} 个",
    "message.too-many-consulted-remedy": "请只留必须征求意见的角色，或在 `checks` 下调整 {rule}",
    "message.too-many-informed": "{topic!} 要知会 {count} 个角色，超过 {limit} 个",
    "message.too-many-informed-remedy": "请只留必须知道的角色，或在 `checks` 下调整 {rule}",
    "message.accountable-and-informed": "{role!} 既是 {topic!} 的最终负责人，又被事后知会",
    "message.drop-informed": "请去掉 `informed`，或把主题交给真正拍板的角色",
    "message.role-overloaded": "{role!} 最终负责 {count} 个主题，超过 {limit} 个",
    "message.share-topics": "请分给其他角色，或在 `checks` 下调整 {rule}",
    "message.role-idle": "{role!} 没有参与任何主题",
    "message.give-letters": "请写明它负责、执行、被咨询或被知会什么，或在 `accepted` 下写明理由",
    "message.unused-topic": "没有任何角色参与 {topic!}",
    "message.use-or-remove": "请指定负责人，或删掉这个主题，或在 `accepted` 下写明理由",
    "message.uneven-translation": "{key!} 的这一条缺少 {missing} 的文字",
    "message.duplicate-statement": "这句话在第 {line} 行已经写过",
    "message.merge-statements": "请保留一条，把两处的主题合在一起",
    "message.vague-ownership": "{role!} 标为 {topics!} 的最终负责人，但这句话说的是 {verb!}",
    "message.say-what-is-decided": "请写清楚决定什么，或改为 responsible 或 consulted",
    "message.missing-dimension": "{role!} 没有写 {dimensions!}",
    "message.describe-or-accept": "请各补一条说明，或在 `accepted` 下写明理由",
    "message.stale-acceptance": "这里接受了 {rule!}，但问题已经不在了",
    "message.unknown-rule": "没有规则 {name!}",
    "message.see-rules": "用 rolecmp check --rules 查看全部规则",
    # messages: questions
    "message.unknown-role": (
        "{source?{source!} 里}没有叫 {name!} 的角色{near?，是不是想找 {near!or}？}"
    ),
    "message.see-list": "现有角色：{roles}；用 rolecmp list 查看全部",
    "message.see-list-of": "那里的角色：{roles}；用 rolecmp list --roles {source} 查看全部",
    "message.roles-there": "那里的角色：{roles}",
    "message.some-roles-there": "那里的部分角色：{roles}",
    "message.builtin-in-force": "当前生效的就是内置目录，因此 {name!} 和 {other!} 是同一个角色",
    "message.own-catalog": "请用 --roles 指定自己的目录，或用 rolecmp init 新建",
    "message.unknown-topic-name": "没有叫 {name!} 的主题{near?，是不是想找 {near!or}？}",
    "message.topic-matches": "没有叫 {name!} 的主题；有 {count} 个主题的名称里含有它：",
    "message.topic-match": "  {id}  {title}",
    "message.mentions": "没有叫这个名字的主题；有 {count} 条说明提到它：",
    "message.mention": "  {place}  {role}，{dimension}：{text}",
    "message.ask-overview": "用 rolecmp who-owns 查看所有主题",
    "message.unknown-dimension": "没有叫 {name!} 的维度",
    "message.dimensions-are": "维度有：{names}",
    "message.language-missing": "这个目录没有 {name!} 语言的文字",
    "message.language-not-spoken": "这里不支持 {name!} 语言",
    "message.languages-are": "它的语言有：{names}",
    "message.same-role-twice": "{first!} 和 {second!} 是同一个角色 {id!}",
    "message.one-role": "只有 {role!} 一个角色，无法比较；请写两个以上",
    "message.name-two": "单看一个角色请用 rolecmp show {role}",
    "message.no-such-folder": "{path!}（{asked_by}）不是文件夹",
    "message.not-a-catalog": "{path!}（{asked_by}）不是角色目录：里面没有 catalog.yaml",
    "message.catalog-misnamed": "看起来是角色目录的主文件，但文件名应为 catalog.yaml",
    "message.rename-to": "请改名为 {name}",
    "message.roles-alone": "文件夹里有角色文件，却没有 catalog.yaml",
    "message.begin-catalog": (
        "请新建 catalog.yaml，第一行写 rolecmp: 1；或用 --roles 指定别的目录"
        "（--roles builtin 是内置目录）"
    ),
    "message.dangling-link": "这个链接指向的内容不存在",
    "message.mend-link": "请删除链接，或让它指向正确的文件",
    "message.gone": "刚才还在，现在找不到了",
    "message.no-working-directory": "无法确定当前文件夹：{reason}",
    "message.change-folder": "请切换到一个存在的文件夹",
    "message.add-catalog-file": "请指定 catalog.yaml 所在的文件夹",
    # messages: catalogs by name: folders, revisions
    "message.no-such-catalog-folder": "没有文件夹 {path!}",
    "message.not-a-catalog-folder": "{path!} 不是角色目录：里面没有 catalog.yaml",
    "message.bad-revision": "{name!} 不可能是版本",
    "message.no-git": "{name!} 不是含有角色目录的文件夹；没有 git，也无法当作版本读取",
    "message.install-git": "请安装 git，或者写文件夹或 builtin",
    "message.no-repository": (
        "{name!} 不是含有角色目录的文件夹，也不是版本：{path!} 不在 git 工作区里"
    ),
    "message.unknown-revision": "{name!} 不是含有角色目录的文件夹，git 在这里也不认识这个版本",
    "message.see-revisions": "用 git branch --all 和 git tag 查看可用名称",
    "message.no-place": "{name!} 是版本，但当前生效的是内置目录，它在这个版本里没有对应位置",
    "message.name-place": "请一并写出文件夹，例如 {name}:roles",
    "message.no-folder-at": "{name!} 里没有文件夹 {path!}",
    "message.no-catalog-at": "{name!} 里的文件夹 {path!} 不是角色目录：里面没有 catalog.yaml",
    "message.name-folder-at": (
        "如果目录当时在别处，请像 {name}:文件夹 这样写；与内置目录比较请用 rolecmp diff builtin"
    ),
    "message.half-a-version": "{name!} 的 @ 前面要有角色，后面要有目录",
    "message.version-example": "例如写成 pm@builtin 或 pm@main",
    "message.git-failed": "git 无法读取：{reason}",
    # messages: starting a catalog
    "message.role-of-blank": "--role 从内置目录里取角色，blank 里没有这些角色",
    "message.fill-blank": "请去掉 --role 或 --from blank",
    "message.no-folder-name": "这不能用作文件夹名称",
    "message.not-a-folder": "{path!} 已经存在，而且不是文件夹",
    "message.other-folder": "请换一个文件夹",
    "message.files-there": "{path!} 里已有文件，因此什么都没有写入",
    "message.file-there": "  {path} 会被覆盖",
    "message.file-would-be-role": "  {path} 会被当作新目录里的角色",
    "message.nothing-written": "什么都没有写入",
    # messages: the command line
    "message.no-such-option": "没有选项 {name!}",
    "message.no-such-command": "没有命令 {name!}",
    "message.needs-value": "选项 {name!} 需要一个值",
    "message.needs-no-value": "选项 {name!} 不带值",
    "message.missing-argument": "缺少 {name}",
    "message.extra-argument": "多余的参数：{names}",
    "message.see-help": "用 {command} --help 查看用法",
    "message.bad-choice": "{value!} 不是 {option} 的可用值",
    "message.choices-are": "可选：{choices}",
    "message.bad-number": "{value!} 不是 {option} 的可用值：应为 {low} 到 {high} 的整数",
    "message.unknown-ending": "{path!} 的扩展名不对应任何格式",
    "message.give-format": "请用 -f 指定格式，或使用扩展名 {endings}",
    "message.other-usage": "{text}",
    "message.cannot-write": "无法写入 {path!}：{reason}",
    "message.no-text-format": "{name} 不是文字，终端无法显示",
    "message.name-output": "请用 -o 写入文件",
    "message.cannot-write-out": "无法输出结果：{reason}",
    # messages: documents
    "message.misspelt-marker": "{said!} 像是标记，但写法不对",
    "message.write-so": "请写成 {right!}",
    "message.open-comment": "这个注释没有在本行用 {closing!} 结束",
    "message.mixed-markers": "这个标记结束第 {line} 行的区块，但两者的注释写法不同",
    "message.hidden-marker": (
        "这个标记位于第 {line} 行开始的 HTML 或注释之中，那里不按 Markdown 处理"
    ),
    "message.move-out": "请把区块移到外面",
    "message.indented-marker": "这个标记前面有缩进",
    "message.inline-marker": "这个标记与其他文字同在一行",
    "message.own-line": "请让它独占一行，并从行首写起",
    "message.nested-block": "第 {line} 行的区块还没有结束，这里又开始了一个区块",
    "message.close-first": "请先用 {marker!} 结束前一个",
    "message.stray-marker": "这个结束标记没有对应的区块",
    "message.open-or-delete": "请删除，或在区块开头写 {marker!}",
    "message.unclosed-block": "这个区块没有结束",
    "message.too-many-blocks": "这个文档的区块超过 {limit} 个的上限",
    "message.too-much-code": "这个文档的注释和代码围栏超过 {limit} 处的读取上限",
    "message.split-document": "请拆分文档",
    "message.close-block": "请在结尾处写 {marker!}",
    "message.empty-marker": "这个标记没有写命令",
    "message.edited-block": "这个区块写入之后被手工改过",
    "message.foreign-text": "这个区块里有不是 rolecmp 写入的文字",
    "message.force-it": "请把要保留的内容移到区块之外，再用 --force 覆盖",
    "message.not-in-block": "区块总是 Markdown，{name!} 在这里没有意义",
    "message.leave-out": "请去掉",
    "message.not-an-answer": "{name!} 的结果不能放进文档",
    "message.name-documents": "用 rolecmp docs . 更新当前文件夹里的所有文档",
    "message.stale": "已过期",
    "message.renewed": "已更新",
    "message.no-blocks": (
        "看了 {documents} 个文档，没有找到区块；用 rolecmp docs --example 查看写法"
    ),
    "message.up-to-date": "{documents} 个文档里共有 {count} 个区块，全部是最新的",
    "message.some-stale": (
        "{count} 个区块里有 {stale} 个已过期；去掉 --check 和 --diff 再运行即可更新"
    ),
    "message.some-renewed": "{count} 个区块里更新了 {stale} 个",
    "message.changed-meanwhile": "更新期间这个文件被改动过，因此没有写入",
    "message.run-again": "请再运行一次",
    "message.not-writable": "没有写入这个文件的权限",
    "message.allow-writing": "请为自己开放写入权限；这次没有写入任何文档",
    "message.old-file-whole": "原有内容没有改动",
    # messages: what is expected where, and what is there instead
    "message.what": {
        "catalog-file": "由 topics: 等键组成的映射",
        "role-file": "由 name: 等键组成的映射",
        "dimensions": "“维度标识: 名称”这样的内容",
        "topics": "“主题标识: 名称”这样的内容",
        "accepted": "“发现的问题: 理由”这样的内容",
        "checks": "“规则: 数字或 off”这样的内容",
        "pair": "带有 roles: 的映射",
    },
    "message.kind": {
        "text": "文字",
        "nothing": "空的",
        "list": "列表",
        "mapping": "映射",
    },
    # rules: the file
    "rule.unreadable.finds": "无法打开的文件或文件夹",
    "rule.unreadable.why": _LOST,
    "rule.unreadable.fix": "开放读取权限，或把文件放回原处。",
    "rule.not-a-file.finds": "该是文件的地方却是文件夹、管道或设备",
    "rule.not-a-file.why": _LOST,
    "rule.not-a-file.fix": "换成普通文件，或给它改名。",
    "rule.outside-link.finds": "指向角色目录之外的链接",
    "rule.outside-link.why": "复制文件夹时带不走链接指向的内容，换一台机器答案就变了。",
    "rule.outside-link.fix": "把文件本身放进文件夹。",
    "rule.limit.finds": "文件或角色目录超出读取上限",
    "rule.limit.why": "上限远高于真实的角色目录，超出通常是放错了文件，或者是恶意构造的。",
    "rule.limit.fix": "移走不该放在这里的内容，或拆成几个角色。",
    "rule.empty-file.finds": "空文件",
    "rule.empty-file.why": _LOST,
    "rule.empty-file.fix": "写上角色定义，或删除文件。",
    # rules: characters
    "rule.encoding.finds": "不是 UTF-8 编码的文字",
    "rule.encoding.why": _LOST,
    "rule.encoding.fix": "在编辑器里把文件另存为 UTF-8。",
    "rule.control-character.finds": "看不见的字符",
    "rule.control-character.why": "它们能颠倒文字、隐藏文字，甚至操纵终端。",
    "rule.control-character.fix": "按提示的位置删除。",
    "rule.conflict-marker.finds": "没处理完的合并冲突标记",
    "rule.conflict-marker.why": "同一个文件里留着两个版本的说法。",
    "rule.conflict-marker.fix": "保留正确的内容，删除标记。",
    # rules: YAML
    "rule.tab.finds": "用制表符缩进的行",
    "rule.tab.why": "YAML 只允许用空格缩进。",
    "rule.tab.fix": "改用空格缩进。",
    "rule.syntax.finds": "不合 YAML 语法的内容",
    "rule.syntax.why": _LOST,
    "rule.syntax.fix": "提示会说明那里应该写什么。",
    "rule.full-width-colon.finds": "键后面的全角冒号",
    "rule.full-width-colon.why": _MEANT,
    "rule.full-width-colon.fix": "改成半角冒号加空格。",
    "rule.full-width-comma.finds": "列表各项之间的全角标点",
    "rule.full-width-comma.why": _MEANT,
    "rule.full-width-comma.fix": "改成半角逗号加空格。",
    "rule.unquoted-text.finds": "文字里的 # 或冒号被当成了别的东西",
    "rule.unquoted-text.why": _MEANT,
    "rule.unquoted-text.fix": "给文字加上引号。",
    "rule.anchor.finds": "YAML 锚点",
    "rule.anchor.why": _PLAIN,
    "rule.anchor.fix": "把内容完整写出来。",
    "rule.alias.finds": "YAML 别名引用",
    "rule.alias.why": _PLAIN,
    "rule.alias.fix": "把内容完整写出来。",
    "rule.merge-key.finds": "YAML 合并键",
    "rule.merge-key.why": _PLAIN,
    "rule.merge-key.fix": "把内容完整写出来。",
    "rule.tag.finds": "YAML 标签",
    "rule.tag.why": _PLAIN,
    "rule.tag.fix": "删除标签：所有值都按原样当作文字。",
    "rule.several-documents.finds": "一个文件里有第二个文档",
    "rule.several-documents.why": _PLAIN,
    "rule.several-documents.fix": "每个文件只放一个文档。",
    "rule.duplicate-key.finds": "重复的键、语言或配对",
    "rule.duplicate-key.why": "别的工具会悄悄只留最后一个，而哪个才是本意没人知道。",
    "rule.duplicate-key.fix": "合并为一个。",
    # rules: shape
    "rule.unsupported-version.finds": "本程序不支持的格式版本",
    "rule.unsupported-version.why": "文件内容的含义可能已经变了。",
    "rule.unsupported-version.fix": "写 rolecmp: 1，或更新程序。",
    "rule.missing-key.finds": "缺少必需的键",
    "rule.missing-key.why": _LOST,
    "rule.missing-key.fix": "按提示补上。",
    "rule.unknown-key.finds": "放在那里没有意义的键",
    "rule.unknown-key.why": _UNKNOWN,
    "rule.unknown-key.fix": "改正拼写，或先声明这个维度。",
    "rule.wrong-type.finds": "该写文字的地方写了列表等",
    "rule.wrong-type.why": _LOST,
    "rule.wrong-type.fix": "按提示的样子改写。",
    "rule.empty-text.finds": "没有内容的文字",
    "rule.empty-text.why": "空白的内容对谁都没有帮助。",
    "rule.empty-text.fix": "填上内容，或去掉这个键。",
    "rule.bad-id.finds": "不合规则的标识或文件名",
    "rule.bad-id.why": "标识要在各种键盘上输入，还会出现在文件名和链接里。",
    "rule.bad-id.fix": "只用小写字母、数字和连字符，以字母开头。",
    # rules: content
    "rule.unknown-language.finds": "目录没有声明的语言",
    "rule.unknown-language.why": _UNKNOWN,
    "rule.unknown-language.fix": "改正代码，或加进 languages。",
    "rule.unknown-letter.finds": "RACI 四种之外的参与方式",
    "rule.unknown-letter.why": _UNKNOWN,
    "rule.unknown-letter.fix": "请写 accountable、responsible、consulted 或 informed。",
    "rule.unknown-topic.finds": "没有声明的主题",
    "rule.unknown-topic.why": "写在不存在的主题上就等于没写，而真正想说的主题看起来无人负责。",
    "rule.unknown-topic.fix": "改正拼写，或在 catalog.yaml 里声明。",
    "rule.name-clash.finds": "两个角色或主题同名",
    "rule.name-clash.why": "按这个名称提问，不知道指的是哪个。",
    "rule.name-clash.fix": "给其中一个改名，或去掉别名。",
    "rule.pair-unknown-role.finds": "配对里写了不存在的角色",
    "rule.pair-unknown-role.why": "关于这一对角色的说明不会出现在任何回答里。",
    "rule.pair-unknown-role.fix": "写角色标识，也就是文件名。",
    # rules: ownership
    "rule.no-accountable.finds": "有人参与、没人拍板的主题",
    "rule.no-accountable.why": _RACI_ONE,
    "rule.no-accountable.fix": (
        "写一句话说明由谁最终负责，并标上 accountable；或在主题的 `accepted` 下写明接受的理由。"
    ),
    "rule.multiple-accountable.finds": "不止一位最终负责人的主题",
    "rule.multiple-accountable.why": _RACI_ONE,
    "rule.multiple-accountable.fix": (
        "只留一位最终负责人，其他改为 responsible 或 consulted；或把主题拆成两个；或在主题的 "
        "`accepted` 下写明接受的理由。"
    ),
    "rule.no-responsible.finds": "只有人被咨询或知会、没人去做的主题",
    "rule.no-responsible.why": (
        "大家提意见、听消息，却没人动手。只要有最终负责人就不算：没有写明谁去做时，就由他做。"
    ),
    "rule.no-responsible.fix": "写明由谁去做，或由谁最终负责。",
    "rule.too-many-responsible.finds": "执行角色超过阈值的主题",
    "rule.too-many-responsible.why": _CROWD,
    "rule.too-many-responsible.fix": _THRESHOLD_FIX,
    "rule.too-many-consulted.finds": "被咨询角色超过阈值的主题",
    "rule.too-many-consulted.why": _CROWD,
    "rule.too-many-consulted.fix": _THRESHOLD_FIX,
    "rule.too-many-informed.finds": "被知会角色超过阈值的主题",
    "rule.too-many-informed.why": _CROWD,
    "rule.too-many-informed.fix": _THRESHOLD_FIX,
    "rule.accountable-and-informed.finds": "既拍板又被事后知会的角色",
    "rule.accountable-and-informed.why": (
        "知会的对象是听别人的决定。最终负责人自己就是做决定的人，所以两种参与方式必有一错。"
    ),
    "rule.accountable-and-informed.fix": "去掉 informed，或把主题交给真正拍板的角色。",
    # rules: roles
    "rule.role-overloaded.finds": "负责的主题多于阈值的角色",
    "rule.role-overloaded.why": (
        "什么都归一个人管，决定就会拖延甚至没有结果。阈值是本程序的约定："
        "出处只问一个人顾不顾得过来，没有给出数字。"
    ),
    "rule.role-overloaded.fix": (
        "把部分主题交给其他角色；或在 catalog.yaml 的 `checks` 下改阈值；或在角色的 `accepted` "
        "下写明接受的理由。"
    ),
    "rule.role-idle.finds": "没有参与任何主题的角色",
    "rule.role-idle.why": "从定义里看不出为什么要有这个角色。",
    "rule.role-idle.fix": (
        "写明它负责、执行、被咨询或被知会什么，或删掉这个角色，或在角色的 `accepted` "
        "下写明接受的理由。"
    ),
    "rule.unused-topic.finds": "声明了却没有任何角色参与的主题",
    "rule.unused-topic.why": "要么无人负责而没人发现，要么是以前遗留下来的。",
    "rule.unused-topic.fix": "指定负责人，或删掉主题，或在主题的 `accepted` 下写明接受的理由。",
    # rules: texts
    "rule.missing-translation.finds": "名称、概述等文字缺少某种语言",
    "rule.missing-translation.why": "用那种语言回答时，这里会冒出另一种语言的文字。",
    "rule.missing-translation.fix": "在旁边补上那种语言的文字。",
    "rule.uneven-translation.finds": "列表里的某一条缺少某种语言",
    "rule.uneven-translation.why": "一种语言的读者看得到，另一种语言的读者却看不到。",
    "rule.uneven-translation.fix": "在旁边补上那种语言的文字。",
    "rule.duplicate-statement.finds": "同一个角色重复了两遍的说明",
    "rule.duplicate-statement.why": "迟早会改了一处、忘了另一处。",
    "rule.duplicate-statement.fix": "保留一条，把两处的主题合在一起。",
    "rule.vague-ownership.finds": "写作最终负责、话里却只说支持或协助",
    "rule.vague-ownership.why": (
        "写的是支持、协助、参与（support、help、participate），就不是拍板的人。"
        "身份和文字互相矛盾，而读者相信的是文字。"
    ),
    "rule.vague-ownership.fix": "写清楚这个角色决定什么，或者改标 responsible 或 consulted。",
    "rule.missing-dimension.finds": "没有写某个维度的角色",
    "rule.missing-dimension.why": "比较时那里是空的，读者分不清是没什么可写，还是忘了写。",
    "rule.missing-dimension.fix": "补上说明，或在角色的 `accepted` 下写明接受的理由。",
    "rule.stale-acceptance.finds": "已经不存在、却仍写着接受的问题",
    "rule.stale-acceptance.why": "等问题再次出现，它会被悄悄掩盖。",
    "rule.stale-acceptance.fix": "从 accepted 里删掉。",
    # schema: what an editor shows beside a key
    "schema.role-file": "rolecmp 角色目录中的一个角色",
    "schema.catalog-file": "rolecmp 角色目录",
    "schema.name": "角色名称，各种语言分别写。",
    "schema.aliases": "人们还会输入的其他名称。",
    "schema.summary": "用一两句话概括这个角色。",
    "schema.notes": "备注。",
    "schema.source": "出处。",
    "schema.accepted": "已知并接受的检查结果（rolecmp check），各写明理由。",
    "schema.accountable": "由这个角色最终负责并拍板的主题，每个主题只有一位。",
    "schema.responsible": "由这个角色具体去做的主题。",
    "schema.consulted": "事前要征求这个角色意见的主题。",
    "schema.informed": "事后要告知这个角色的主题。",
    "schema.rolecmp": "格式版本。",
    "schema.title": "目录的标题。",
    "schema.languages": "文字所用的语言，第一种是默认语言。",
    "schema.dimensions": "按哪些维度比较角色，顺序如此。",
    "schema.topics": "需要有人负责的事：标识和名称。",
    "schema.pairs": "两个角色放在一起才成立的说明。",
    "schema.pair_roles": "两个角色的标识。",
    "schema.difference": "一句话说清两者的区别。",
    "schema.together": "两者如何协作。",
    "schema.checks": "检查规则（rolecmp check）：阈值，或 off 关闭。",
}
