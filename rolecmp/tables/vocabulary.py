"""The words that tables use: what a letter is called, and what columns and rows are about.

Sources of the words for letters:

- English: the table of letters in Wikipedia, "Responsibility assignment matrix" (accountable
  is "also approver or final approving authority"), and PMBOK Guide, 6th ed., section 9.1.2.2.
- Chinese: the usual four questions 谁负责 (R), 谁批准 (A), 咨询谁 (C), 告知谁 (I) of MBA智库百科,
  "RACI", and the names 执行 (R), 问责 or 当责 (A), 咨询 (C), 知会 or 知情 (I) of Chinese handbooks.
  Both 负责 and 责任人 are used for R in some and for A in others: see `EITHER`.
- Owner, DRI ("directly responsible individual", the one who decides) and their Chinese and
  Japanese counterparts: the headers of handbooks that name one owner a topic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rolecmp.definitions.model import LETTERS
from rolecmp.definitions.names import HAN

A, R, C, I = LETTERS  # noqa: E741
"""The letters, by their initials."""

INITIAL: Mapping[str, str] = {"A": A, "R": R, "C": C, "I": I}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|"))


def _each(letter: str, *words: str) -> dict[str, str]:
    return {word: letter for group in words for word in group.split("|")}


WORDS: Mapping[str, str] = {
    **_each(
        R,
        "responsible|responsible party|responsible person|responsible role|doer",
        "执行|执行人|执行者|负责执行|谁执行|执行方|執行|執行者|負責執行|谁负责",
    ),
    **_each(
        A,
        "accountable|accountable party|accountable person|accountable role|accountability",
        "approver|approves|approve",
        "批准|批准人|批准者|谁批准|审批|审批人|审批者|問責|问责|问责人|问责者|当责|当责人|当责者|當責",
        "最终负责|最终负责人|最终责任|最终责任人|最終負責|总负责|总负责人|拍板|拍板人|核准",
    ),
    **_each(
        C,
        "consulted|consult|to be consulted|consulted party|consulted with",
        "咨询|被咨询|咨询谁|咨询人|咨询者|咨询方|咨询对象|被咨询人|被咨询者",
        "諮詢|谘询|諮詢對象|征询|征求意见|征询意见",
    ),
    **_each(
        I,
        "informed|inform|to be informed|kept informed|keep informed|informed party",
        "知会|被知会|知会人|知会方|知会对象|知會|告知|被告知|告知谁|告知人|告知对象",
        "通知|被通知|通知谁|通知对象|知情|知情人|知情者|知情方|知情对象|被告知人|被通知人",
    ),
}
"""Words that mean one letter wherever they stand, in cells and in headers."""

EITHER = _set(
    "负责|負責|负责人|負責人|负责者|责任人|責任人|责任者|主责|主责人|主要负责|"
    "责任单位|责任部门|负责部门|负责单位"
)
"""Words that mean R beside a word for A, and A beside a word for R."""

OWNERS = _set(
    "owner|owners|owned by|dri|dris|directly responsible individual|task owner|process owner|"
    "action owner|decision owner|topic owner|负责人|負責人|责任人|責任人|担当者|担当|責任者|"
    "责任单位|责任部门|负责部门|负责单位|"
    "owner(s)|dri(s)|dri/owner|owner/dri|负责人(owner)"
)
"""Headers of a column that names who is accountable, in a table of topics and owners."""

INVOLVEMENTS = _set(
    "support|supports|supporting|supportive|supporter|reviewer|review|reviews|reviewed|"
    "contributor|contributes|contribute|driver|drives|drive|backup|deputy|verify|verifies|"
    "verifier|sign-off|signs off|signatory|quality review|assist|assists|assisting|lead|leads|"
    "participant|participates|participate|witness|omitted|out of the loop|perform|performs|"
    "recommend|recommends|input|decide|decides|decider|agree|agrees|own|owns|owner|yes|no|支持|"
    "协助|配合|参与|协作|辅助|审核|复核|评审|审阅|主导|牵头|主办|协办|验证|签字|监督|提供|决策|"
    "决定|是|否|有|实施|牵头部门|牵头单位|配合部门|配合单位|协办部门|协办单位|主办部门|主办单位|"
    "协助人|参与人|参与者|参与方|协作人|配合人"
)
"""Words of other schemes that say how a role takes part, but not as which letter of RACI."""

NOTHING = _set(
    "-|--|---|–|—|——|―|\u2212|‐|‑|‒|n/a|n.a.|n.a|na|/|//|\\|·|.|nan|none|nil|null|无|無|没有|不适用|"
    "不涉及"
)
"""What stands in a cell to say that there is nothing in it, folded."""

MARKS = frozenset("✓✔✅☑✗✘❌☒\u00d7x●○◎◯■□▲△★☆√•?!*+")
"""Marks that stand in cells for some involvement, and say none."""

EVERYONE = _set(
    "all|everyone|everybody|all roles|all teams|all of the above|all stakeholders|all others|"
    "all other roles|others|other|the rest|rest|the others|any|anyone|various|all parties|全部|"
    "全体|全员|所有人|所有角色|各部门|全部角色|所有|所有部门|其他|其余|其它|大家|各方|全部人员|"
    "所有人员|相关方|各角色|todos|todas|tous|alle|все|全員"
)
"""Words for roles that are not named one by one."""

OF_EVERYONE = (
    r"^(?:all|any|each|every|other|affected|relevant)\s(?:.*\s)?"
    r"(?:roles?|teams?|departments?|parties|stakeholders?|leads|services)$|"
    r"^(?:所有|全体|全部|各|其他|其余|相关).*(?:部门|角色|团队|方|人)$"
)
"""How a name begins that is one of several roles, none of them said."""

TAKING_PART = _set(
    "owner|dri|contributor|reviewer|approver|backup|deputy|supporter|driver|lead|signatory|"
    "verifier|participant|secondary"
)
"""Last words of a header under which those stand who take part in some way."""

UNDECIDED = _set(
    "tbd|tbc|tba|todo|t.b.d.|to be decided|to be determined|待定|待确认|待补充|未定|?|??|???|…|"
    "...|open|n.n.|vacant"
)
"""Words for a name that is not there yet."""

TOPIC_HEADERS = _set(
    "topic|topics|task|tasks|activity|activities|decision|decisions|process|processes|step|"
    "steps|process step|work item|item|items|action|actions|responsibility|responsibilities|"
    "function|functions|deliverable|deliverables|work package|task/activity|activity/task|"
    "tasks/activities|activities/tasks|task / activity|activity / task|decision / action|"
    "decision/action|what|duty|duties|job|subject|question|event|scenario|capability|control|"
    "requirement|milestone|feature|project|workstream|sub-task|subtask|sub-process|"
    "task description|work|主题|任务|活动|事项|工作|工作项|工作内容|流程|步骤|决策|决策事项|"
    "交付物|任务项|职责|工作任务|场景|环节|动作|任务/活动|活动/任务|业务|内容|项目|功能|工作包|"
    "業務|タスク|作業|activité|tâche|tarea|actividad|tarefa|atividade|aufgabe|aktivität|"
    "tätigkeit|задача|процесс|активность|работа|этап работ"
)
"""Headers of the column with the topics."""

GROUP_HEADERS = _set(
    "phase|phases|stage|area|areas|category|domain|section|workstream|epic|theme|group|module|"
    "process area|function area|work area|lifecycle phase|project phase|discipline|track|"
    "pillar|type|topic area|process group|阶段|领域|类别|分类|模块|类型|板块|流程阶段|项目阶段|"
    "大类|分组|工作领域|维度|フェーズ|工程|区分|分類|phase du projet|fase|этап|фаза|раздел|"
    "категория|область|bereich|kategorie|domaine|área"
)
"""Headers of a column that puts several topics together."""

NUMBER_HEADERS = _set(
    "#|no|no.|nr|nr.|id|ids|n°|nº|№|number|ref|ref.|wbs|wbs id|s.no|s.no.|sl no|sl.no|s/n|sno|"
    "sr no|item no|item no.|序号|编号|号|番号|序號|no п/п|key|code"
)
"""Headers of a column that counts the rows."""

OTHER_HEADERS = _set(
    "status|state|remark|remarks|note|notes|comment|comments|due|due date|date|deadline|link|"
    "links|url|sla|evidence|priority|frequency|description|details|detail|output|outputs|input|"
    "inputs|tool|tools|system|start|end|start date|end date|duration|timing|timeline|when|why|"
    "how|where|location|reference|references|risk|impact|effort|estimate|progress|trigger|"
    "cadence|rationale|document|documents|artifact|artifacts|artefact|week|month|quarter|"
    "target date|ticket|acceptance criteria|exit criteria|purpose|objective|goal|example|"
    "examples|source|version|ownership|accepted|accepted for|accepted until|"
    "finding|summary|criteria|kpi|备注|状态|说明|"
    "描述|链接|时间|截止|截止日期|截止时间|日期|频率|优先级|输出|输入|工具|系统|进度|产出|"
    "产出物|文档|依据|证据|示例|完成时间|开始时间|结束时间|注释|注|归属|参考|验收标准|"
    "接受的角色|接受期限|已接受的原因|"
    "已知并接受|触发条件|時期|期限|備考|комментарий|примечание|статус|срок|bemerkung|"
    "commentaire|observaciones|observações"
)
"""Headers of columns about a topic that are about no role."""

ID_HEADERS = _set("topic id|主题标识")
"""The first header of a matrix that this program wrote as CSV: ids of topics stand below it."""

OWN_HEADERS = _set("topic|主题")
"""The header of the topics in a matrix that this program wrote."""

NO_GROUP = _set("other topics|其他主题")
"""What a matrix of this program has above the topics that are in no group."""

ROLE_HEADERS = _set(
    "role|roles|team|teams|person|people|member|position|function/role|stakeholder|"
    "stakeholders|job title|department|who|actor|party|team member|role/person|"
    "role / activity|role / task|role/task|role/activity|role \\ activity|角色|岗位|人员|团队|"
    "职位|部门|成员|姓名|角色/任务|角色/活动|岗位名称|角色名称|ロール|役割|担当|rôle|rol|rolle|"
    "роль|papel"
)
"""Headers of the column with the roles, where these are rows."""

ANONYMOUS_HEADERS = _set(
    "raci|rasci|letter|letters|r/a/c/i|involvement|my role|my letter|raci role|raci code|code|"
    "assignment|role|role type|responsibility|responsibility type|participation|level|type|"
    "职责|角色|责任|参与方式|责任类型|我的角色|字母|代码|raci角色|raci 角色"
)
"""Headers of a column of letters that do not say whose letters these are."""

JOB_TITLES = _set(
    "manager|managers|engineer|engineers|developer|developers|director|directors|lead|leads|"
    "leader|owner|owners|officer|analyst|analysts|designer|designers|architect|architects|"
    "coordinator|specialist|consultant|administrator|admin|sponsor|tester|testers|head|chief|"
    "president|vp|ceo|cto|cfo|coo|cio|ciso|cmo|cpo|cro|dpo|pm|po|pmm|pmo|qa|ba|sm|hr|ux|dev|"
    "devs|ops|sre|dba|pjm|tpm|em|master|supervisor|executive|auditor|accountant|team|teams|"
    "committee|board|department|founder|agent|assistant|operator|scientist|writer|editor|"
    "controller|representative|rep|partner|vendor|client|customer|user|users|stakeholder|"
    "stakeholders|counsel|steward|champion|expert|staff|bot|maintainer|maintainers|reviewer|"
    "approver|programmer|technician|planner|buyer|secretary|principal|consultants|sales|"
    "marketing|legal|finance|security|support|engineering|it|procurement|operations|product"
)
"""Last words of what a role is called."""

JOB_TITLES_CHINESE = tuple(
    _set(
        "经理|工程师|总监|主管|专员|助理|负责人|设计师|架构师|分析师|开发|测试|运营|市场|销售|产品|财务|法务|人事|行政|客服|团队|部|部门|"
        "委员会|总裁|总经理|组长|领导|顾问|管理员|老师|运维|研发|组|员|长|方|官|师"
    )
)
"""Last characters of what a role is called in Chinese."""

CONTRADICTIONS: Mapping[str, frozenset[str]] = {
    "R": _set(
        "review|reviews|reviewer|reviewed|sign|signs|recommend|recommends|record|records|report|审核|复核|"
        "评审|建议|记录"
    ),
    "A": _set(
        "does|do|performs|executes|assigned|assist|assists|assisting|assistant|agree|agrees|advise|advises|advisor|attend|attends|"
        "adviser|support|supports|协助|辅助|建议|参与|配合"
    ),
    "C": _set(
        "create|creates|creator|control|controls|coordinate|coordinates|coordinator|"
        "collaborate|collaborates|contribute|contributes|contributor|check|checks|complete|"
        "completes|confirm|confirms|检查|控制|协调|协作|确认|创建|配合"
    ),
    "I": _set(
        "implement|implements|implementer|initiate|initiates|initiator|inspect|inspects|input|"
        "inputs|integrate|involved|实施|发起|输入|参与|检查"
    ),
}
"""What legends say of a letter where it is not the one of RACI."""

BETWEEN = re.compile(r"\s*(?:[/,;+&·•|、\\\n‐‑‒–—-]|\.(?=\s*\w)|\b(?:and|und|et)\b|[和与及])\s*")
"""What stands between two letters of one cell."""
AROUND = re.compile(r"^[(\[{【《<\"'“‘`]+(.*?)[)\]}】》>\"'”’`]+$", re.DOTALL)
"""Brackets and quotes around all of a cell."""
SPLIT = re.compile(r"[()\[\]/,;:+&·|、\n（）：，；]")
"""What splits a text into words."""
LIST_LABEL = r"(?i)^\W*(?:responsible|accountable|consulted|informed|负责|批准|咨询|知会)\W*[:：]"
"""How an item of a list begins that names who takes part."""
STRONG = r"\s*(?:[;；、\n•]|,\s|，|,(?=\S)|\s/\s|\s[和与及]\s|\uff0f|\s\+\s)\s*"
"""What stands between two names of one cell."""
WEAK = r"\s*(?:/|\+|\s&\s|\s(?:and|und|et|y|e|и|or)\s|(?<=\w\w)[和与及](?=\w\w))\s*"
"""What may stand between two names, or inside of one."""
NO_NAME = r"[-=]>|[→⇒]|~~|^[RACI]\s?[:：=]\s?\S"
"""What no name has in it: an arrow from one to another, what is struck out, a letter of its own."""
NO_NAMES = _set("yes|no|y|n|x|true|false|是|否|有|无|√")
"""Whole cells that say whether and not who."""
NO_START = (
    r"^(?:or|and|based|if|depending|when|for|with|via|in|per|as|until|from|by|see|then|but|on|at|"
    r"to|also|only|either|both|after|before|unless|etc|或|以及|如|若|等)\b"
)
"""How no name begins."""
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤"  # noqa: E501
"""The commonest Chinese surnames."""
PHASE = (
    r"(?i)^(?:phase|stage|step|part|sprint|milestone|section|teil|étape|этап|фаза)\b\s*[\dIVX]|"
    r"^(?:阶段|第.{1,3}[阶部]|[一二三四五六七八九十]+[、.．])|^[IVX]{1,4}\.\s|^[A-Z]\.\s"
)
"""How the heading of a group begins."""
NO_TITLE = r"(?i)^(?:sheet|tabelle|feuil|hoja|planilha|лист|工作表|シート)\s*\d*$"
"""Names that spreadsheets give a sheet by themselves."""
LEGEND = r"(?i)^\W*(?:legend|key|note|notes|remark|说明|图例|备注|注)\b\s*(?:[:：]|$)"
"""How a line begins that explains the table."""
TOTAL = r"(?i)^\W*(?:total|totals|sum|count|owns|does|合计|总计|小计|负责项数|执行项数)\b"
"""How a row begins that counts."""
SEPARATED = r"[\n:：(（,;–-]"
"""What ends the first word of an explanation."""
ROLE_ENDINGS = ("role", "roles", "角色", "岗位")
"""How headers end that are of roles."""

_LOOKALIKES = str.maketrans(
    "\u0410\u0430\u0421\u0441\u0406\u0456\u0391\u0399\u04c0\u03f9\u13a1", "AaCcIiAIICR"
)
"""Cyrillic, Greek and Cherokee letters that are drawn as those of RACI and are not folded by
NFKC (Unicode Technical Standard #39, confusables)."""

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f\u200e\u200f"))


def seen(text: str) -> str:
    """Return a text without characters that cannot be seen, its blanks made one space each."""
    if text.isascii() and "  " not in text and "\t" not in text:
        return text.strip()
    lines = (" ".join(line.split()) for line in text.translate(_UNSEEN).split("\n"))
    return "\n".join(line for line in lines if line)


_BROKEN = re.compile(f"(?<=[{HAN}])\n(?=[{HAN}])")


def unbroken(text: str) -> str:
    """Return the text of a header on one line; Chinese is broken where there is no space."""
    return one_line(_BROKEN.sub("", text))


def one_line(text: str, most: int = 0) -> str:
    """Return a text on one line, no longer than `most` if that is given."""
    line = " ".join(text.split())
    return line if not most or len(line) <= most else line[: most - 1] + "…"


def fold(text: str) -> str:
    """Return the spelling that two words of a table share when they count as one."""
    text = unbroken(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_UNSEEN))
    return " ".join(text.casefold().split())


def as_latin(text: str) -> str:
    """Return a text with letters that only look like those of RACI put right."""
    return text.translate(_LOOKALIKES)
