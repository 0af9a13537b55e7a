"""What the program says in English; `rolecmp.words` explains the templates."""

_LOST = "What cannot be read may hold anything, so no answer can be trusted until it is."
_PLAIN = (
    "Definitions are plain text, lists and mappings, so that what you see in the file is all "
    "there is, for people and for every other tool."
)
_MEANT = (
    "YAML would read something other than what was meant, and part of the text would be lost "
    "without a word."
)
_UNKNOWN = (
    "A name that is not known is nearly always a slip, and what stands under it would be passed "
    "over in silence."
)
_RACI_ONE = (
    "With no one accountable nothing gets decided; with several, each waits for the other or "
    "decides against them. RACI has exactly one accountable role for a topic."
)
_CROWD = (
    "The more roles are named, the less each of them feels meant, and the longer everything "
    "takes. The threshold is a convention of this program: the source says too many, and gives "
    "no number."
)
_THRESHOLD_FIX = (
    "Keep the roles without which it cannot be done; set another threshold under `checks` in "
    "catalog.yaml; or accept the finding on the topic, with the reason."
)

WORDS: dict[str, str | dict[str, str]] = {
    # the language itself, and how it lists things
    "language-name": "English",
    "list-comma": ", ",
    "list-semicolon": "; ",
    "count-comma": ", ",
    "versus": "{first} and {last}",
    "or": "{first} or {last}",
    "label": "{name}: ",
    "list-and": " and ",
    "list-or": " or ",
    "list-more": "{count} more",
    "message-and-remedy": "{message}; {remedy}",
    "after-question": "{message} {remedy}",
    # answers: involvement
    "accountable": "accountable",
    "responsible": "responsible",
    "consulted": "consulted",
    "informed": "informed",
    "legend": (
        "A accountable: owns the outcome and decides; R responsible: does the work; C consulted: "
        "is asked before; I informed: is told after"
    ),
    # answers: comparison
    "dimension": "Dimension",
    "topic": "Topic",
    "topics": "Topics",
    "standing": "Standing",
    "contested": "contested",
    "Single": "{role} only",
    "decides": "Decides",
    "decided-by": "{role} decides",
    "both-claim": "Both claim",
    "several-claim": "Several claim",
    "others-claim": "Others claim too",
    "nobody-decides": "Nobody decides",
    "others-decide": "Others decide",
    "not-settled": "{state?{state}, }not settled",
    "is-accepted": "{state?{state}, }accepted",
    "in-brackets": " ({text})",
    "claimed-too": "{topic} ({roles} too)",
    "claim-too": "{role} too",
    "done-by": "{topic} (done by {roles})",
    "done-by-nobody": "{topic} (done by nobody)",
    "nothing": "nothing",
    "and-more": " and {count} more",
    "statements-more": "; {count} more",
    "brief": "in brief",
    "reporting": "Reporting",
    "manages-roles": "manages {roles}",
    "reports-to": "reports to {roles}",
    "nobody-here": "none",
    "full-adds": (
        "--full adds {statements:count-statements}, {topics:count-topics} with letters"
        "{together?, {together:count-together}}"
    ),
    "count-statements": {
        "one": "1 statement",
        "other": "{count} statements",
    },
    "count-together": {
        "one": "1 remark about them",
        "other": "{count} remarks about them",
    },
    "count-decided": "{count} decided by {role}",
    "count-elsewhere": "{count} decided by others",
    "does-only": "Does",
    "is-asked": "Is asked",
    "is-told": "Is told",
    "manages": "Manages",
    "reports-to-label": "Reports to",
    "ask": "Ask",
    "nobody-decides-it": "nobody decides",
    "full-adds-show": (
        "--full adds {statements:count-statements}{together?, {together:count-pairs-said}}"
        "{notes?, {notes:count-notes}}"
    ),
    "count-pairs-said": {
        "one": "1 remark about it and another role",
        "other": "{count} remarks about it and other roles",
    },
    "count-notes": {
        "one": "1 note",
        "other": "{count} notes",
    },
    "not-involved": "not involved",
    "no-sentence": "no sentence says why",
    "about-the-two": "About the two",
    "about-those": "About {roles}",
    "legend-contested": "{legend}; contested: more than one is accountable",
    "headline": "{total}: {parts}",
    "count-topics": {
        "one": "1 topic",
        "other": "{count} topics",
    },
    "no-topics": "No topics",
    "count-contested": "{count} contested",
    "count-single": "{count} {role} only",
    "not-described": "not described",
    "contrast-of": "{roles}: {text}",
    "summary": "Summary",
    # answers: ownership
    "who-owns": "Who owns what",
    "owner": "Owner",
    "state": "Ownership",
    "owned": "owned",
    "undecided": "no decider",
    "unowned": "nobody's",
    "is-owned": "Owned by {owner}",
    "is-contested": "Contested: {owners} are each accountable",
    "is-undecided": {
        "one": "Without a decider: {roles} is involved, nobody is accountable",
        "other": "Shared without a decider: {roles} are involved, nobody is accountable",
    },
    "is-unowned": "Nobody's: no role is given any part in it",
    "accepted": "Accepted: {reason}",
    "involvement": "Involvement",
    "role": "Role",
    "others": "Others",
    "statement": "Statement",
    "where": "Where",
    "owners-settled": "{count} of {total} topics have exactly one owner",
    "count-undecided": "{count} without a decider",
    "count-unowned": "{count} nobody's",
    # answers: one role, all roles
    "roles": "Roles",
    "id": "Id",
    "name": "Name",
    "aliases": "Also called",
    "accountable-for": "Accountable for",
    "involved-in": "Involved in",
    "verdict-of": "{topic} – ",
    "contrast": "Contrast",
    "notes": "Notes",
    "source": "Source",
    "with": "With {role}",
    "letters": "Letters",
    # answers: the matrix
    "matrix": "Responsibility matrix",
    "finding": "Finding",
    "with-mark": "{name} ({mark})",
    "state-accepted": "{state}, accepted",
    "owns": "Owns (A)",
    "does": "Does (R)",
    "accepted-column": "Accepted",
    "topics-of": "{count} of {total} topics",
    "count-owned": "{count} with exactly one owner",
    "roles-of": "Shown: {count} of {total} roles; the findings take all {total} into account",
    "legend-matrix": "{legend}; a dot: not involved",
    "legend-accepted": "{legend}; accepted: known and meant, and rolecmp who-owns TOPIC says why",
    "legend-totals-all": "{legend}; Owns (A) and Does (R) count all topics of the catalog",
    "legend-totals-shown": "{legend}; Owns (A) and Does (R) count only the topics shown here",
    "only-contested": "contested",
    "only-unowned": "without an owner",
    "only-shared": "shared",
    "only-topics": "Only topics that are {kinds}",
    "none-of-all": "No topic is {kinds}",
    "none-of-asked": "None of the topics asked for is {kinds}",
    # answers: overlaps
    "overlaps": "Where roles overlap",
    "overlaps-of": "Where {role} overlaps with others",
    "other-role": "Other role",
    "pair": "Roles",
    "contested-topics": "Contested",
    "shared-topics": "Shared",
    "compare-by": "Command",
    "counted": "{count} – {topics}",
    "topic-accepted": "{topic} (accepted)",
    "count-pairs": {
        "one": "1 pair of roles",
        "other": "{count} pairs of roles",
    },
    "pairs-contested": "{count} with contested topics",
    "pairs-sharing": "{count} with shared topics only",
    "pairs-apart": "{count} with no topic in common",
    "no-pairs": "No two roles have a topic in common",
    "no-pairs-of": "{role} has no topic in common with any other role",
    "pairs-more": (
        "The first {count} of {total} pairs with a topic in common; --top {total} shows all of them"
    ),
    "legend-overlaps": (
        "Contested: both are accountable; shared: both have a part, and not both are accountable"
    ),
    "count-of": "{what}, count",
    # answers: check
    "error": "error",
    "warning": "warning",
    "count-error": {
        "one": "{count} error",
        "other": "{count} errors",
    },
    "count-warning": {
        "one": "{count} warning",
        "other": "{count} warnings",
    },
    "count-accepted": "; {count} accepted",
    "no-findings": "No findings",
    "in-roles-and-topics": " in {roles} and {topics}",
    "count-roles": {
        "one": "1 role",
        "other": "{count} roles",
    },
    "rules": "Rules",
    "rule": "Rule",
    "severity": "Severity",
    "setting": "Setting",
    "finds": "Finds",
    "why": "Why it matters",
    "fix": "How to mend it",
    "own-convention": "a convention of this program",
    "switched-off": "off",
    "at-most": "at most {limit}",
    "rules-said": "What the definitions say",
    "rules-written": "How the files are written",
    "rules-about": "About",
    "rules-how": (
        "The rules on what the definitions say can be switched off, and a threshold set, under "
        "checks in catalog.yaml. One finding is accepted, with the reason, under accepted of its "
        "topic, its role or its statement."
    ),
    # answers: which catalog
    "catalog": "Catalog: {title} ({place})",
    "catalog-untitled": "Catalog: {place}",
    "built-in": "built in",
    "this-folder": "this folder",
    # answers: roles of several catalogs
    "different": "Different letters",
    "same": "The same letters",
    "count-different": "{count} with other letters",
    "count-same": "{count} the same",
    "legend-versions": (
        "{legend}; topics are aligned by their ids; two catalogs do not contest a topic with "
        "each other"
    ),
    "catalogs-used": "Catalogs",
    # answers: what changed
    "changes": "Changes from {old} to {new}",
    "no-changes": "Nothing has changed in meaning from {old} to {new}.",
    "change-count": "Changes: {parts}",
    "count-ownership": "{count} in ownership",
    "count-letters": "{count} in letters",
    "count-things": "{count} added, removed or renamed",
    "count-texts": "{count} in texts",
    "count-checks": "{count} in checks",
    "catalogs": "Before: {old}. After: {new}",
    "catalog-place": "{title} ({place})",
    "ownership": "Ownership",
    "owner-moved": "accountable moved from {old} to {new}",
    "owner-settled": "settled, owned by {new}; before, {old} were each accountable",
    "owner-found": "settled, owned by {new}; before, nobody was accountable",
    "owner-contested": "became contested, {new} are each accountable; before, {old}",
    "owner-contested-new": "became contested, {new} are each accountable; before, nobody was",
    "owner-still-contested": "still contested, {new} are each accountable; before, {old}",
    "owner-lost": "lost its decider, nobody is accountable any more; before, {old}",
    "owner-gone": "became nobody's, no role has any part in it any more; before, owned by {old}",
    "owner-deserted": "became nobody's, no role has any part in it any more",
    "owner-involved": "no longer nobody's, roles are involved; nobody is accountable",
    "topic-added": "new topic, {state}",
    "topic-removed": "topic removed; before, {state}",
    "others-more": "{count} others",
    "added-owned": "owned by {owners}",
    "added-contested": "contested, {owners} are each accountable",
    "added-undecided": "nobody is accountable",
    "added-unowned": "no role has any part in it",
    "removed-contested": "contested, {owners} were each accountable",
    "removed-undecided": "nobody was accountable",
    "removed-unowned": "no role had any part in it",
    "before": "Before",
    "after": "After",
    "change": "Change",
    "subject": "Subject",
    "no-letter": "none",
    "thing": "{name} ({id})",
    "thing-added": "{thing} is new",
    "thing-removed": "{thing} was removed",
    "thing-renamed": "{old} is now {new}",
    "now-called": "{old}, now {new}",
    "standing-added": "{thing}; {standing}",
    "standing-removed": "{thing}; before, {standing}",
    "accountable-of": "accountable for {topics}",
    "responsible-of": "responsible for {topics}",
    "consulted-of": "consulted on {topics}",
    "informed-of": "informed of {topics}",
    "topics-more": "{count} more topics",
    "role-pairs": "Pairs of roles",
    "about": "{title}: {name}",
    "title": "Title",
    "note": "Note",
    "dimensions": "Dimensions",
    "catalog-itself": "Catalog",
    "texts": "Texts",
    "languages": "Languages",
    "difference": "One-line contrast",
    "accepted-reason": "Accepted, {finding}",
    "accepted-on": 'Accepted, {finding}, on "{statement}"',
    "check-of": "Check {rule}",
    "check-off": "{where}: switched off",
    "check-on": "{where}: switched on",
    "check-on-at": "{where}: switched on, at most {new}",
    "check-set": "{where}: at most {new}, before at most {old}",
    "switched-on": "on",
    "translation-added": "translation added ({language})",
    "translation-removed": "translation removed ({language})",
    "text-translation": '{where}, {change}: "{text}"',
    "added": "added",
    "removed": "removed",
    "reworded": "reworded",
    "moved": "moved",
    "letters-changed": "other letters",
    "text-added": '{where}, added: "{new}"{letters}',
    "text-removed": '{where}, removed: "{old}"{letters}',
    "text-reworded": '{where}, reworded{languages}: "{old}" is now "{new}"{letters}',
    "text-letters": '{where}, other letters: "{new}"{letters}',
    "from-to": "{old} to {new}",
    "text-moved": 'Moved from {where}: "{new}"{letters}',
    "text-moved-reworded": (
        'Moved from {where} and reworded{languages}: "{old}" is now "{new}"{letters}'
    ),
    "in-languages": " ({languages})",
    "also-in-languages": " (also in {languages})",
    "in-language-also": " ({languages}, also in {others})",
    "says": " [{letters}]",
    "says-now": " [now {letters}]",
    "says-no-more": " [no longer {letters}]",
    "names-gained": "Now also called {names}",
    "names-lost": "No longer called {names}",
    "languages-gained": "Languages added: {names}",
    "languages-lost": "Languages removed: {names}",
    "language-first": "First language, which is the default: {old} is now {new}",
    # answers: a catalog started
    "from-builtin": "the catalog that comes with the program",
    "from-blank": "a small catalog to fill in",
    "started": "Wrote {count} files into {folder}:",
    "started-open": "Without exactly one owner among these roles: {topics}",
    "started-copied": (
        "In catalog.yaml, title and source are still the article's, and so are the reasons\n"
        "under accepted: keep those that are true of your company."
    ),
    "started-next": "Change them to what is true of your company, then:",
    "next-list": "shows the roles",
    "next-compare": "puts two of them side by side",
    "next-check": "says what is wrong with it",
    "next-owners": "shows who owns what",
    "next-diff": "shows how it differs from the built-in catalog",
    # answers: CSV
    "section": "section",
    "item": "item",
    # the page for a browser; its script fills in {x} and nothing else
    "page.views": "Views",
    "page.skip": "Skip to the answer",
    "page.compare": "Compare",
    "page.matrix": "Matrix",
    "page.unsettled": "Unsettled",
    "page.unsettled-lead": (
        "Topics that do not have exactly one owner: the agenda of the meeting that settles them."
    ),
    "page.all-settled": "Every topic has exactly one owner.",
    "page.one-role": "This catalog has fewer than two roles to compare.",
    "page.choose-roles": "Choose roles",
    "page.role-number": "Role {number}",
    "page.add-role": "Add a role",
    "page.remove": "Remove {role}",
    "page.show-full": "Show everything",
    "page.show-brief": "Show less",
    "page.topics-of": "Topics of {roles}",
    "page.reason": "Reason",
    "page.sentences": "Sentences that mention it",
    "page.who-says": "Who says so: {topic}",
    "page.search-label": "Search for a topic, such as “price” or “who decides the roadmap”",
    "page.understood": "“{asked}” is understood as {names}",
    "page.several-fit": "“{asked}” fits several: {names}",
    "page.near-names": "Nothing is called “{asked}”. Similar: {names}",
    "page.nothing-fits": "Nothing is called “{asked}”.",
    "page.is-undecided": "Nobody decides: roles are involved, and none is accountable",
    "page.not-settled": "not settled",
    "page.until": " (until {date})",
    "page.show-only": "Show",
    "page.every-topic": "every topic",
    "page.nothing-here": "No topic fits.",
    "page.compare-with": "Compare with",
    # formats: what each is for
    "format.table": "for the terminal",
    "format.markdown": "for documents",
    "format.json": "for programs",
    "format.csv": "for spreadsheets",
    "format.html": "a page of its own",
    "format.text": "for people",
    "format.github": "notes beside the lines of a pull request",
    "format.sarif": "for code scanning",
    # help: the page itself
    "help.usage": "Usage: ",
    "help.commands": "Commands:",
    "help.arguments": "Arguments:",
    "help.options": "Options:",
    "metavar.folder": "DIR",
    "metavar.code": "CODE",
    "metavar.format": "FORMAT",
    "metavar.file": "FILE",
    "metavar.roles": "ROLE ROLE...",
    "metavar.dimension": "NAME",
    "metavar.optional-topics": "[TOPIC...]",
    "metavar.role": "ROLE",
    "metavar.topic": "TOPIC",
    "metavar.kind": "KIND",
    "metavar.optional-role": "[ROLE]",
    "metavar.rule": "RULE",
    "metavar.old": "[OLD",
    "metavar.new": "[NEW]]",
    "metavar.paths": "PATH...",
    "metavar.optional-folder": "[DIR]",
    "metavar.catalog": "CATALOG",
    "metavar.url": "URL",
    "metavar.text": "TEXT",
    "metavar.command": "COMMAND",
    "metavar.options": "[OPTIONS]",
    # help: the program
    "help.program": "Who does what in a product organisation: role definitions compared.",
    "help.program.version": "Print the version and leave.",
    # help: options of every answering command
    "help.option.roles": (
        "Folder of the definitions. Else ROLECMP_ROLES, else the nearest catalog upward, else "
        "the built-in one."
    ),
    "help.option.lang": (
        "Language of the answer, such as en or zh. Else ROLECMP_LANG, else the catalog's first; "
        "on a terminal the locale is asked before that."
    ),
    "help.option.format": (
        "table, markdown, json, csv or html. Else by the ending of -o; else table on a terminal "
        "and markdown in a pipe."
    ),
    "help.option.output": "Write to FILE, whole or not at all.",
    "help.option.color": "auto, always or never; for table.",
    "help.option.width": "Columns to use; for table.",
    "help.option.heading": "Level of the heading, 1 to 6, or 0 for none; for markdown. Else 2.",
    "help.option.help": "Show this help and leave.",
    "help.option.install-completion": "Install completion for the current shell.",
    "help.option.show-completion": "Print the completion script of the current shell.",
    # help: compare
    "help.compare": "Two or more roles side by side, and who owns which topic.",
    "help.compare.roles": (
        "Two or more roles, by id, name or alias. ROLE@SOURCE takes one from another catalog: a "
        "folder, a git revision or builtin."
    ),
    "help.compare.dimension": "Only this dimension, and the topics it speaks of. May be repeated.",
    # help: who-owns
    "help.compare.full": "Show every statement and every topic with its letters.",
    "help.compare.by": "Go by topic: the sentences of each role side by side.",
    "help.who-owns": (
        "Who is accountable for a topic, and the sentence that says so.\n\n"
        "The exit code is 0 where each topic has exactly one owner, 1 where one has not, 2 where "
        "a name is unknown."
    ),
    "help.who-owns.topics": "Topics, by id, name or alias. Without one: every topic and its owner.",
    # help: show
    "help.show": "One role on one screen: what it decides, does and is asked.",
    "help.show.role": "A role, by id, name or alias.",
    # help: list
    "help.show.full": "Show its statements, notes and source too.",
    "help.list": "The roles of the catalog.",
    # help: matrix
    "help.matrix": (
        "Topics by roles, with what is contested or nobody's.\n\n"
        "The exit code is 0 whatever is found."
    ),
    "help.matrix.roles": (
        "Only this role, by id, name or alias. May be repeated. What is contested or nobody's is "
        "still judged by every role."
    ),
    "help.matrix.topics": "Only this topic, by id, name or alias. May be repeated.",
    "help.matrix.only": (
        "contested: more than one role is accountable. unowned: nobody is, whether or not "
        "someone is involved. shared: several roles are involved and it is not contested. May be "
        "repeated for any of several kinds."
    ),
    # help: overlaps
    "help.overlaps": (
        "Pairs of roles, the most contested first, and on what.\n\n"
        "A topic is contested between two roles that are both accountable for it, and shared "
        "between two that both have a part in it otherwise."
    ),
    "help.overlaps.role": (
        "A role, by id, name or alias: only its own pairs. Without one: every pair."
    ),
    "help.overlaps.top": (
        "How many pairs to show. Default: 1000 for json and csv, 20 for every other format; how "
        "many more there are is said."
    ),
    # help: check
    "help.check": (
        "What is wrong with the definitions, each finding with its place and a remedy.\n\n"
        "The exit code is 0 where nothing is wrong, 1 where there are errors, with --strict also "
        "where there are warnings."
    ),
    "help.check.strict": "Exit with 1 on warnings too.",
    "help.check.rules": "List the rules, with the catalog's thresholds.",
    "help.check.explain": "Say why a rule matters and how to mend what it finds.",
    "help.check.format": (
        "text, json, github (notes in a pull request) or sarif (code scanning). Else by the "
        "ending of -o; else text. With --rules or --explain, the formats of every answer."
    ),
    # help: diff
    "help.diff": (
        "What changed in meaning between two catalogs: who owns what, then the wording.\n\n"
        "A folder that is a catalog goes before a revision of the same name; ./NAME is always a "
        "folder. A revision is read at the place of the catalog it is compared with; "
        "REVISION:FOLDER names another.\n\n"
        "The order of items, comments and layout are no changes."
    ),
    "help.diff.old": (
        "What to compare with: a folder, a git revision such as main or v1.2, or builtin. Else "
        "HEAD where the catalog is in a git work tree and in HEAD, else builtin."
    ),
    "help.diff.new": "What may have changed, named in the same way. Else the catalog in force.",
    "help.diff.exit-code": (
        "Leave with 1 where anything has changed, as git does; else with 0 in any case."
    ),
    # help: docs
    "help.docs": (
        "Renew the marked blocks of documents, or say which are stale.\n\n"
        "A block stands between two comments, each on a line of its own: --example prints some "
        "to paste, for Markdown and for MDX. It holds what the command in it answers, with "
        "options of its own such as --lang zh and --heading 3; --heading 0 leaves the heading "
        "out. --roles in a block is relative to the document. Nothing outside the blocks "
        "changes, and markers in code are left alone.\n\n"
        "The exit code is 0, with --check 1 where a block is stale, and 2 where a block cannot "
        "be renewed; then no document is written."
    ),
    "help.docs.paths": (
        "Documents, or folders to look through for .md, .mdx and .markdown. What is hidden, "
        "node_modules and virtual environments are passed by."
    ),
    "help.docs.check": (
        "Change nothing; list the stale blocks. The exit code is 1 where there is one."
    ),
    "help.docs.diff": "Change nothing; print the difference as a unified diff.",
    "help.docs.force": "Replace content that was edited by hand since it was written.",
    "help.docs.example": "Print blocks to paste.",
    "help.docs.roles": (
        "Folder of the definitions, for blocks that name none. Else the nearest catalog upward "
        "from the document, else ROLECMP_ROLES, else the built-in one."
    ),
    "help.docs.in-mdx": "In MDX:",
    # help: page
    "help.page": (
        "The whole catalog as one page for a browser: compare roles, search topics.\n\n"
        "The page is one file that loads nothing. It opens from a disk, a mail or a server, in "
        "every language of the catalog.\n\n"
        "The exit code is 1 where --check finds that the file is out of date."
    ),
    "help.page.check": (
        "Write nothing; exit with 1 where FILE is not the page that would be written."
    ),
    "help.page.source-url": (
        "Where the folder of the definitions lies on the web; positions become links."
    ),
    "help.page.stamp": "What the foot of the page says, such as a revision or a date.",
    "help.page.lang": (
        "The language to open in where the browser asks for none that the catalog has, and without "
        "a script. Default: the catalog's first."
    ),
    # help: init
    "help.init": (
        "Start a catalog of one's own: a copy to change.\n\n"
        "Nothing is written over. Where anything is in the way, nothing is written at all."
    ),
    "help.init.folder": "Folder to write into. Else roles.",
    "help.init.source": (
        "builtin, the catalog that comes with the program, or blank, a small one to fill in. "
        "Else builtin."
    ),
    "help.init.role": "Only this role of the built-in catalog, with its topics. May be repeated.",
    "help.init.lang": "Keep only this language of the texts, en or zh. Else both.",
    # help: schema
    "help.schema": (
        "The JSON Schema of the definition files, for editors.\n\n"
        "It lists the topics, dimensions and languages of the catalog, and is made anew when "
        "they change."
    ),
    "help.schema.kind": "Which kind of file.",
    "help.schema.format": "json, the only one.",
    # messages: files
    "message.no-such-file": "there is no such file",
    "message.no-permission": "the file may not be read",
    "message.allow-reading": "give yourself permission to read it",
    "message.unreadable": "it cannot be read: {reason}",
    "message.not-a-file": "this is not a regular file",
    "message.outside-link": "this link leads out of the catalog's folder",
    "message.copy-file": "put the file itself here",
    "message.file-too-large": "the file is larger than {limit} MiB, the most that is read",
    "message.catalog-too-large": (
        "with this file the catalog is larger than {limit} MiB, the most that is read"
    ),
    "message.too-many-files": "there are more than {limit} role files, the most that are read",
    "message.file-ending": "role files end in .yaml",
    "message.file-id": (
        "a role file is named by its id, and {id!} is not one: small letters, digits and "
        "hyphens, a letter first"
    ),
    "message.rename-file": "rename it, for instance to {name!}",
    "message.empty-file": "the file is empty",
    # messages: bytes and characters
    "message.not-utf8": "this is not UTF-8{guess?; it looks like {guess}}",
    "message.save-as-utf8": "save the file as UTF-8",
    "message.control-character": "a control character that cannot be seen ({code})",
    "message.direction-character": (
        "an invisible character that changes the direction of text ({code})"
    ),
    "message.delete-it": "delete it",
    "message.conflict-marker": "a merge conflict is left here ({marker})",
    "message.resolve-conflict": "keep the lines that are right and delete the markers",
    "message.tab": "the line is indented with a tab",
    "message.use-spaces": "indent with spaces",
    # messages: YAML
    "message.full-width-colon": "a full-width colon （：） after a key",
    "message.ascii-colon": "write an ASCII colon and a space (: )",
    "message.full-width-comma": "a full-width comma ({comma}) between the items of a list",
    "message.ascii-comma": "separate them with an ASCII comma and a space (, )",
    "message.wide-bracket": "a full-width bracket ({bracket}) around a list",
    "message.ascii-list": "write ASCII brackets, as in [pricing, launch]",
    "message.hash-comment": "{word!} begins a comment here, so that text is lost",
    "message.quote-hash": "put the text in quotes, or a space after # if a comment is meant",
    "message.colon-in-text": "{name!} is taken for a key, because a colon and a space follow it",
    "message.quote-text": "put the text in quotes",
    "message.duplicate-key": "the key {name!} stands here a second time, first in line {line}",
    "message.duplicate-item": "{item!} is listed twice",
    "message.duplicate-pair": "{first!} and {second!} are a pair in line {line} already",
    "message.merge-duplicates": "make one of the two",
    "message.complex-key": "a key must be a word, not a list or a mapping",
    "message.merge-key": "merge keys (<<) are not read",
    "message.anchor": "anchors (&{name}) are not read",
    "message.alias": "aliases (*{name}) are not read",
    "message.write-out": "write the content out",
    "message.tag": "tags ({name}) are not read",
    "message.drop-tag": "delete it: every value is text as written",
    "message.several-documents": "a second document begins here",
    "message.one-document": "keep one document a file; delete this ---",
    "message.too-deep": "nested more than {limit} levels deep",
    "message.too-many-nodes": "the file has more than {limit} parts, the most that are read",
    "message.too-many-problems": "more than {count} problems in this file; the rest are not shown",
    "message.syntax-colon": "a colon and a space cannot stand inside unquoted text",
    "message.syntax-no-colon": "a key without a colon behind it",
    "message.add-colon": "put a colon and a space after the key, or quotes around the text",
    "message.syntax-list-open": "a list [ ... ] is not closed here",
    "message.close-list": "separate items with commas and end with ]",
    "message.syntax-map-open": "a mapping {{ ... }} is not closed here",
    "message.close-map": "separate entries with commas and end with }}",
    "message.syntax-key": "this line does not fit the lines above it",
    "message.syntax-dash": "a list item is expected here",
    "message.syntax-dash-here": "a list cannot begin here",
    "message.check-indent": "check its indentation, and quotes left open above it",
    "message.syntax-content": "a value cannot begin with this character",
    "message.syntax-start": "text cannot begin with this character",
    "message.syntax-no-space": "a key needs a space behind its colon",
    "message.add-space": "put a space behind the colon",
    "message.syntax-after-quote": "text goes on behind a closing quote or bracket",
    "message.syntax-after": "something stands after the end of the content",
    "message.syntax-quote-open": "a quote opened here is never closed",
    "message.close-quote": "close the quote",
    "message.syntax-escape": "an unknown escape behind a backslash",
    "message.single-quotes": "use single quotes, in which a backslash is a backslash",
    "message.syntax-alias": "text cannot begin with * or &",
    "message.syntax-other": "this is not YAML: {problem}",
    # messages: shape
    "message.want-mapping": (
        "{what:message.what} is expected here, but this is {given:message.kind}"
    ),
    "message.want-list": "a list is expected under {key!}, but this is {given:message.kind}",
    "message.want-text": "a text is expected under {key!}, but this is a list",
    "message.want-string": "text is expected under {key!}, but this is a list or a mapping",
    "message.want-languages": "{key!} needs its text in each language of the catalog",
    "message.want-topic-id": "a topic's id is expected here",
    "message.topic-list": "write a list of ids such as [pricing, roadmap]",
    "message.text-example": "write {{{example}}}",
    "message.list-example": "write [{item}]",
    "message.list-or-remove": "write a list, or leave {key!} out",
    "message.empty-text": "{key!} is empty",
    "message.no-text": "{key!} has no text",
    "message.fill-or-remove": "fill it in, or leave {key!} out",
    "message.fill-in": "fill it in",
    "message.no-version": "the key rolecmp is missing, which marks a folder as a catalog",
    "message.add-version": "write rolecmp: {version}",
    "message.unsupported-version": (
        "version {version!} of the format is not known; this program reads {known}"
    ),
    "message.missing-key": "{key!} is missing",
    "message.add-languages": "write for instance languages: [en, zh]",
    "message.add-name": "give the role a name",
    "message.unknown-key": "{name!} is not a key that is known here",
    "message.known-keys": "the keys here are {keys}",
    "message.bad-id": "{id!} is not an id: small letters, digits and hyphens, a letter first",
    "message.id-form": "write small letters, digits and hyphens, at most {limit} characters",
    "message.reserved-dimension": "{name!} is a key of every role file and cannot be a dimension",
    "message.rename-one": "rename one of them",
    "message.name-clash": "{name!} names both {id!} and {other!} ({place})",
    "message.want-threshold": "{rule!} takes a whole number from 0 to 9999, or off",
    "message.threshold-example": "write for instance {rule}: 5",
    "message.want-off": "{rule!} counts nothing; the only thing to say of it is off",
    "message.off-example": "write {rule}: off to switch it off, or leave it out",
    # messages: languages
    "message.bad-language": "{language!} is not a language code",
    "message.language-codes": "write codes such as en, zh or pt-BR",
    "message.unknown-language": "{language!} is not a language of this catalog",
    "message.declare-language": (
        "the catalog has {languages}; add {language} to languages, or remove the text"
    ),
    "message.missing-translation": "{key!} has no text in {missing}",
    "message.add-translation": "add {missing} beside the others",
    # messages: roles, topics, letters
    "message.unknown-topic": "no topic has the id {name!}",
    "message.declare-topic": "declare it under topics in catalog.yaml",
    "message.unknown-letter": "{name!} is not one of accountable, responsible, consulted, informed",
    "message.pair-of-two": "a pair names two different roles",
    "message.pair-example": "write for instance roles: [pm, pmm]",
    "message.pair-unknown-role": "the pair names {name!}, which is no role here",
    "message.use-role-id": "name a role by its id, the name of its file, or delete the pair",
    "message.did-you-mean": "did you mean {near!or}?",
    # messages: findings of check
    "message.no-accountable": (
        "nobody is accountable for {topic!}, which {roles!} {roles:grammar.take} part in"
    ),
    "message.make-one-accountable": "make one role accountable, or say why under `accepted`",
    "message.multiple-accountable": "{roles!} are each accountable for {topic!}",
    "message.leave-one-accountable": "keep one, or say why under `accepted`",
    "message.no-responsible": (
        "nobody does {topic!}; {roles!} {roles:grammar.are} only asked or told"
    ),
    "message.make-one-responsible": "name who is responsible or accountable",
    "message.too-many-responsible": "{count} roles are responsible for {topic!}, more than {limit}",
    "message.too-many-responsible-remedy": (
        "keep those who do the work, or set {rule} under `checks`"
    ),
    "message.too-many-consulted": "{count} roles are consulted on {topic!}, more than {limit}",
    "message.too-many-consulted-remedy": (
        "keep those without whom it cannot be decided, or set {rule} under `checks`"
    ),
    "message.too-many-informed": "{count} roles are informed of {topic!}, more than {limit}",
    "message.too-many-informed-remedy": "keep those who have to know, or set {rule} under `checks`",
    "message.accountable-and-informed": "{role!} decides on {topic!} and is told of it afterwards",
    "message.drop-informed": "drop `informed`, or hand the topic to who decides it",
    "message.role-overloaded": (
        "{role!} is accountable for {count:grammar.topics}, more than {limit}"
    ),
    "message.share-topics": "hand some to other roles, or set {rule} under `checks`",
    "message.role-idle": "{role!} takes no part in any topic",
    "message.give-letters": (
        "say what it owns, does, is asked or is told, or say why under `accepted`"
    ),
    "message.unused-topic": "no role takes any part in {topic!}",
    "message.use-or-remove": "give it an owner, delete it, or say why under `accepted`",
    "message.uneven-translation": "this item of {key!} has no text in {missing}",
    "message.duplicate-statement": "this sentence stands in line {line} already",
    "message.merge-statements": "keep one, with the topics of both",
    "message.vague-ownership": (
        "{role!} is accountable for {topics!}, but the sentence says {verb!}"
    ),
    "message.say-what-is-decided": "say what it decides, or make it responsible or consulted",
    "message.missing-dimension": "{role!} says nothing on {dimensions!}",
    "message.describe-or-accept": "add a statement on each, or say why under `accepted`",
    "message.stale-acceptance": "{rule!} is accepted here and is not found any more",
    "message.unknown-rule": "there is no rule {name!}",
    "message.see-rules": "rolecmp check --rules lists them",
    # messages: questions
    "message.unknown-role": (
        "no role is called {name!}{source? in {source!}}{near?; did you mean {near!or}?}"
    ),
    "message.see-list": "the roles are {roles}; rolecmp list shows them all",
    "message.see-list-of": (
        "the roles there are {roles}; rolecmp list --roles {source} shows them all"
    ),
    "message.roles-there": "the roles there are {roles}",
    "message.some-roles-there": "some of the roles there: {roles}",
    "message.builtin-in-force": (
        "the catalog in force is the built-in one, so {name!} and {other!} are the same role"
    ),
    "message.own-catalog": "name your own with --roles, or start one with rolecmp init",
    "message.unknown-topic-name": "no topic is called {name!}{near?; did you mean {near!or}?}",
    "message.topic-matches": (
        "no topic is called {name!}; {count:grammar.topics} {count:grammar.have} it in a name:"
    ),
    "message.topic-match": "  {id}  {title}",
    "message.mentions": (
        "no topic of that name; {count:grammar.statements} {count:grammar.mention} it:"
    ),
    "message.mention": "  {place}  {role}, {dimension}: {text}",
    "message.ask-overview": "rolecmp who-owns shows every topic",
    "message.unknown-dimension": "no dimension is called {name!}",
    "message.dimensions-are": "the dimensions are {names}",
    "message.language-missing": "this catalog has no texts in {name!}",
    "message.language-not-spoken": "this is not available in {name!}",
    "message.languages-are": "its languages are {names}",
    "message.same-role-twice": "{first!} and {second!} are the same role, {id!}",
    "message.one-role": "{role!} alone cannot be compared; name two roles or more",
    "message.name-two": "rolecmp show {role} shows it alone",
    "message.no-such-folder": "{path!} ({asked_by}) is not a folder",
    "message.not-a-catalog": "{path!} ({asked_by}) is not a catalog: it has no catalog.yaml",
    "message.catalog-misnamed": (
        "this looks like the catalog's file, which has to be called catalog.yaml"
    ),
    "message.rename-to": "rename it to {name}",
    "message.roles-alone": "role files lie in this folder, and there is no catalog.yaml",
    "message.begin-catalog": (
        "write one that begins with rolecmp: 1, or name another catalog with --roles "
        "(--roles builtin is the built-in one)"
    ),
    "message.dangling-link": "this link leads to nothing",
    "message.mend-link": "delete it, or make it lead to the file",
    "message.gone": "it was there and is gone",
    "message.no-working-directory": "the folder you are in cannot be told: {reason}",
    "message.change-folder": "change to a folder that exists",
    "message.add-catalog-file": "name the folder that catalog.yaml is in",
    # messages: catalogs by name: folders, revisions
    "message.no-such-catalog-folder": "there is no folder {path!}",
    "message.not-a-catalog-folder": "{path!} is not a catalog: it has no catalog.yaml",
    "message.bad-revision": "{name!} cannot be a revision",
    "message.no-git": "{name!} is not a folder with a catalog, and without git it is no revision",
    "message.install-git": "install git, or name a folder or builtin",
    "message.no-repository": (
        "{name!} is not a folder with a catalog, and no revision either: {path!} is in no git "
        "work tree"
    ),
    "message.unknown-revision": (
        "{name!} is neither a folder with a catalog nor a revision that git knows here"
    ),
    "message.see-revisions": "git branch --all and git tag list the names",
    "message.no-place": (
        "{name!} is a revision, but the catalog in force is the built-in one, which has no place "
        "in it"
    ),
    "message.name-place": "name the folder as well, as in {name}:roles",
    "message.no-folder-at": "there is no folder {path!} in {name!}",
    "message.no-catalog-at": (
        "the folder {path!} in {name!} is not a catalog: it has no catalog.yaml"
    ),
    "message.name-folder-at": (
        "if the catalog was elsewhere then, name the folder as in {name}:FOLDER; rolecmp diff "
        "builtin compares with the built-in one"
    ),
    "message.half-a-version": "{name!} needs a role before the @ and a catalog behind it",
    "message.version-example": "write for instance pm@builtin or pm@main",
    "message.git-failed": "git cannot read this: {reason}",
    # messages: starting a catalog
    "message.role-of-blank": (
        "--role takes roles from the built-in catalog, and blank has none of them"
    ),
    "message.fill-blank": "leave out --role or --from blank",
    "message.no-folder-name": "this cannot be the name of a folder",
    "message.not-a-folder": "{path!} is there already and is not a folder",
    "message.other-folder": "name another folder",
    "message.files-there": "nothing is written into {path!}, because of what is there already",
    "message.file-there": "  {path} would be written over",
    "message.file-would-be-role": "  {path} would be read as a role of the new catalog",
    "message.nothing-written": "nothing was written",
    # messages: the command line
    "message.no-such-option": "there is no option {name!}",
    "message.no-such-command": "there is no command {name!}",
    "message.needs-value": "the option {name!} needs a value",
    "message.needs-no-value": "the option {name!} takes no value",
    "message.missing-argument": "{name} is missing",
    "message.extra-argument": "{names} {names:grammar.is-one} too many",
    "message.see-help": "{command} --help shows how it is used",
    "message.bad-choice": "{value!} is not a value of {option}",
    "message.choices-are": "choose from {choices}",
    "message.bad-number": (
        "{value!} is not a value of {option}: a whole number from {low} to {high}"
    ),
    "message.unknown-ending": "the ending of {path!} stands for no format",
    "message.give-format": "name the format with -f, or end the name in {endings}",
    "message.other-usage": "{text}",
    "message.cannot-write": "{path!} cannot be written: {reason}",
    "message.cannot-write-out": "the answer cannot be written: {reason}",
    # messages: the page
    "message.check-needs-output": "--check needs the file to look at",
    "message.name-page": "name it with -o, as in rolecmp page -o roles.html --check",
    "message.bad-url": "{url!} is not the address of a folder",
    "message.web-address": "give one that begins with https://, or a path",
    "message.page-stale": "{path} is out of date; without --check it is written anew",
    "message.page-unreadable": "{path!} cannot be read: {reason}",
    "message.page-up-to-date": "{path} is up to date",
    # messages: documents
    "message.misspelt-marker": "{said!} is meant for a marker, but is none",
    "message.write-so": "write {right!}",
    "message.open-comment": "this comment is not closed on its own line with {closing!}",
    "message.mixed-markers": (
        "this marker closes the block of line {line}, which is opened with another kind of comment"
    ),
    "message.hidden-marker": (
        "this marker stands in HTML or in a comment that begins in line {line}, where Markdown "
        "is not read"
    ),
    "message.move-out": "move the block out of it",
    "message.indented-marker": "this marker is indented",
    "message.inline-marker": "this marker shares its line with other text",
    "message.own-line": "give it a line of its own, from the line's beginning",
    "message.nested-block": "a block begins here inside the one of line {line}",
    "message.close-first": "close that one first with {marker!}",
    "message.stray-marker": "no block is open that this marker could close",
    "message.open-or-delete": "delete it, or begin the block with {marker!}",
    "message.unclosed-block": "this block is never closed",
    "message.too-many-blocks": (
        "this document has more than {limit} blocks, the most that are renewed"
    ),
    "message.too-much-code": (
        "this document has more than {limit} comments and code fences, the most that are read"
    ),
    "message.split-document": "split the document",
    "message.close-block": "write {marker!} where it ends",
    "message.empty-marker": "this marker asks for nothing",
    "message.edited-block": "this block was edited by hand since it was written",
    "message.foreign-text": "this block holds text that rolecmp did not write",
    "message.force-it": "move what is worth keeping out of it; --force replaces the rest",
    "message.not-in-block": "{name!} makes no sense in a block, which is always Markdown",
    "message.leave-out": "leave it out",
    "message.not-an-answer": "{name!} gives no answer that a document could hold",
    "message.name-documents": "rolecmp docs . renews every document in this folder",
    "message.stale": "stale",
    "message.renewed": "renewed",
    "message.no-blocks": (
        "{documents:grammar.documents} looked at, no block found; rolecmp docs --example shows "
        "what one is"
    ),
    "message.up-to-date": (
        "{count:grammar.blocks} in {documents:grammar.documents}: nothing is stale"
    ),
    "message.some-stale": (
        "{stale} of {count:grammar.blocks} stale; without --check and --diff they are renewed"
    ),
    "message.some-renewed": "{stale} of {count:grammar.blocks} renewed",
    "message.changed-meanwhile": (
        "it was changed while it was being renewed, so it is left as it is"
    ),
    "message.run-again": "run the same again",
    "message.not-writable": "the file may not be written",
    "message.allow-writing": "give yourself permission to write it; no document has been written",
    "message.old-file-whole": "what was there before is unchanged",
    # messages: what is expected where, and what is there instead
    "message.what": {
        "catalog-file": "a mapping of keys such as rolecmp: and topics:",
        "role-file": "a mapping of keys such as name: and summary:",
        "dimensions": "a mapping from dimension to its name",
        "topics": "a mapping from topic to its name",
        "accepted": "a mapping from finding to reason",
        "checks": "a mapping from rule to a number or off",
        "pair": "a mapping with the key roles:",
    },
    "message.kind": {
        "text": "text",
        "nothing": "empty",
        "list": "a list",
        "mapping": "a mapping",
    },
    # rules: the file
    "rule.unreadable.finds": "a file or folder that cannot be opened",
    "rule.unreadable.why": _LOST,
    "rule.unreadable.fix": "Give yourself the right to read it, or put it back.",
    "rule.not-a-file.finds": "a folder, a pipe or a device where a file should be",
    "rule.not-a-file.why": _LOST,
    "rule.not-a-file.fix": "Put an ordinary file there, or rename what is there.",
    "rule.outside-link.finds": "a link that leads out of the catalog's folder",
    "rule.outside-link.why": (
        "A copy of the folder would not hold what the link leads to, and the answer would change "
        "with the machine."
    ),
    "rule.outside-link.fix": "Put the file itself into the folder.",
    "rule.limit.finds": "a file or a catalog larger than what is read",
    "rule.limit.why": (
        "The limits are far above any real catalog; what exceeds them is a mistake or an attack."
    ),
    "rule.limit.fix": "Take out what does not belong there, or make it several roles.",
    "rule.empty-file.finds": "a file with nothing in it",
    "rule.empty-file.why": _LOST,
    "rule.empty-file.fix": "Write the role, or delete the file.",
    # rules: characters
    "rule.encoding.finds": "text that is not UTF-8",
    "rule.encoding.why": _LOST,
    "rule.encoding.fix": "Save the file as UTF-8; every editor can.",
    "rule.control-character.finds": "characters that cannot be seen",
    "rule.control-character.why": (
        "They can turn text around, hide it, or give orders to a terminal."
    ),
    "rule.control-character.fix": "Delete them; the message gives the place.",
    "rule.conflict-marker.finds": "the markers of a merge that was not finished",
    "rule.conflict-marker.why": "Two versions of the truth stand in one file.",
    "rule.conflict-marker.fix": "Keep the lines that are right and delete the markers.",
    # rules: YAML
    "rule.tab.finds": "a line indented with a tab",
    "rule.tab.why": "YAML allows spaces only.",
    "rule.tab.fix": "Indent with spaces.",
    "rule.syntax.finds": "what is not YAML",
    "rule.syntax.why": _LOST,
    "rule.syntax.fix": "The message says what is expected at the place.",
    "rule.full-width-colon.finds": "a full-width colon behind a key",
    "rule.full-width-colon.why": _MEANT,
    "rule.full-width-colon.fix": "Write an ASCII colon and a space.",
    "rule.full-width-comma.finds": "full-width punctuation between the items of a list",
    "rule.full-width-comma.why": _MEANT,
    "rule.full-width-comma.fix": "Write an ASCII comma and a space.",
    "rule.unquoted-text.finds": "a # or a colon that makes something else of a text",
    "rule.unquoted-text.why": _MEANT,
    "rule.unquoted-text.fix": "Put the text in quotes.",
    "rule.anchor.finds": "YAML anchors",
    "rule.anchor.why": _PLAIN,
    "rule.anchor.fix": "Write the content out.",
    "rule.alias.finds": "YAML aliases",
    "rule.alias.why": _PLAIN,
    "rule.alias.fix": "Write the content out.",
    "rule.merge-key.finds": "YAML merge keys",
    "rule.merge-key.why": _PLAIN,
    "rule.merge-key.fix": "Write the content out.",
    "rule.tag.finds": "YAML tags",
    "rule.tag.why": _PLAIN,
    "rule.tag.fix": "Delete them: every value is text as written.",
    "rule.several-documents.finds": "a second document in one file",
    "rule.several-documents.why": _PLAIN,
    "rule.several-documents.fix": "Keep one document a file.",
    "rule.duplicate-key.finds": "a key, a language or a pair that is given twice",
    "rule.duplicate-key.why": (
        "Other tools keep the last one without a word; which is meant, nobody can tell."
    ),
    "rule.duplicate-key.fix": "Make one of the two.",
    # rules: shape
    "rule.unsupported-version.finds": "a version of the format that this program does not read",
    "rule.unsupported-version.why": "What the file means may have changed.",
    "rule.unsupported-version.fix": "Write rolecmp: 1, or update the program.",
    "rule.missing-key.finds": "a key that has to be there",
    "rule.missing-key.why": _LOST,
    "rule.missing-key.fix": "Add it; the message says where.",
    "rule.unknown-key.finds": "a key that means nothing at its place",
    "rule.unknown-key.why": _UNKNOWN,
    "rule.unknown-key.fix": "Correct it, or declare the dimension it names.",
    "rule.wrong-type.finds": "a list where text should be, and the like",
    "rule.wrong-type.why": _LOST,
    "rule.wrong-type.fix": "Write it as the message shows.",
    "rule.empty-text.finds": "a text with nothing in it",
    "rule.empty-text.why": "A heading without words helps nobody.",
    "rule.empty-text.fix": "Fill it in, or leave the key out.",
    "rule.bad-id.finds": "an id or a file name that cannot be one",
    "rule.bad-id.why": "Ids are typed on every keyboard and stand in file names and links.",
    "rule.bad-id.fix": "Write small letters, digits and hyphens, a letter first.",
    # rules: content
    "rule.unknown-language.finds": "a text in a language that the catalog does not declare",
    "rule.unknown-language.why": _UNKNOWN,
    "rule.unknown-language.fix": "Correct the code, or add it to languages.",
    "rule.unknown-letter.finds": "an involvement other than the four of RACI",
    "rule.unknown-letter.why": _UNKNOWN,
    "rule.unknown-letter.fix": "Write accountable, responsible, consulted or informed.",
    "rule.unknown-topic.finds": "a topic that is not declared",
    "rule.unknown-topic.why": (
        "An involvement in a topic that does not exist is lost, and the topic that was meant "
        "looks as if nobody owned it."
    ),
    "rule.unknown-topic.fix": "Correct it, or declare it in catalog.yaml.",
    "rule.name-clash.finds": "two roles or topics with one name",
    "rule.name-clash.why": "Whoever asks by that name could mean either.",
    "rule.name-clash.fix": "Rename one, or drop the alias.",
    "rule.pair-unknown-role.finds": "a pair that names a role which is not there",
    "rule.pair-unknown-role.why": "What is said of the two is shown to nobody.",
    "rule.pair-unknown-role.fix": "Name the role by its id, the name of its file.",
    # rules: ownership
    "rule.no-accountable.finds": "a topic that roles take part in and nobody decides",
    "rule.no-accountable.why": _RACI_ONE,
    "rule.no-accountable.fix": (
        "Make one role accountable, in a sentence that says so; or accept the finding on the "
        "topic, with the reason."
    ),
    "rule.multiple-accountable.finds": "a topic that more than one role is accountable for",
    "rule.multiple-accountable.why": _RACI_ONE,
    "rule.multiple-accountable.fix": (
        "Leave one role accountable and make the others responsible or consulted; or split the "
        "topic in two; or accept the finding on the topic, with the reason."
    ),
    "rule.no-responsible.finds": "a topic that roles are asked or told about and nobody works on",
    "rule.no-responsible.why": (
        "Opinions and news about work that nobody does. An owner is enough to settle this: who "
        "is accountable does the work where nobody else is named."
    ),
    "rule.no-responsible.fix": "Name who does it, or who is accountable.",
    "rule.too-many-responsible.finds": "a topic with more responsible roles than the threshold",
    "rule.too-many-responsible.why": _CROWD,
    "rule.too-many-responsible.fix": _THRESHOLD_FIX,
    "rule.too-many-consulted.finds": "a topic with more consulted roles than the threshold",
    "rule.too-many-consulted.why": _CROWD,
    "rule.too-many-consulted.fix": _THRESHOLD_FIX,
    "rule.too-many-informed.finds": "a topic with more informed roles than the threshold",
    "rule.too-many-informed.why": _CROWD,
    "rule.too-many-informed.fix": _THRESHOLD_FIX,
    "rule.accountable-and-informed.finds": (
        "a role that decides on a topic and is told of it afterwards"
    ),
    "rule.accountable-and-informed.why": (
        "Informed is who hears of a decision made by others. Whoever is accountable made it, so "
        "one of the two letters is wrong."
    ),
    "rule.accountable-and-informed.fix": "Drop informed, or hand the topic to who decides it.",
    # rules: roles
    "rule.role-overloaded.finds": "a role that is accountable for more topics than the threshold",
    "rule.role-overloaded.why": (
        "Whoever owns everything decides late or not at all. The threshold is a convention of "
        "this program: the source asks whether one person can stay on top of so much, and gives "
        "no number."
    ),
    "rule.role-overloaded.fix": (
        "Hand topics to other roles; set another threshold under `checks` in catalog.yaml; or "
        "accept the finding on the role, with the reason."
    ),
    "rule.role-idle.finds": "a role that takes no part in any topic",
    "rule.role-idle.why": "Nobody can tell from the definitions what the role is there for.",
    "rule.role-idle.fix": (
        "Say what it owns, does, is asked or is told, drop the role, or accept the finding on "
        "the role."
    ),
    "rule.unused-topic.finds": "a declared topic that no role takes any part in",
    "rule.unused-topic.why": (
        "Either nobody owns it and nobody has noticed, or it is left over from earlier."
    ),
    "rule.unused-topic.fix": "Give it an owner, delete it, or accept the finding on the topic.",
    # rules: texts
    "rule.missing-translation.finds": (
        "a name, a summary or another single text that lacks a language"
    ),
    "rule.missing-translation.why": "The answer in that language shows the text of another one.",
    "rule.missing-translation.fix": "Add the text beside the others.",
    "rule.uneven-translation.finds": "an item of a list that lacks a language",
    "rule.uneven-translation.why": (
        "One language's readers are told something that the others are not."
    ),
    "rule.uneven-translation.fix": "Add the text beside the others.",
    "rule.duplicate-statement.finds": "a sentence that a role says twice",
    "rule.duplicate-statement.why": (
        "Sooner or later one of the two is changed and the other is not."
    ),
    "rule.duplicate-statement.fix": "Keep one, with the topics of both.",
    "rule.vague-ownership.finds": "a sentence that makes a role accountable and says it only helps",
    "rule.vague-ownership.why": (
        "Support, help, participate, 支持, 协助, 参与: whoever does that does not decide. What "
        "the role is said to be and the sentence contradict each other, and people believe the "
        "sentence."
    ),
    "rule.vague-ownership.fix": "Say what the role decides, or make it responsible or consulted.",
    "rule.missing-dimension.finds": "a role that says nothing on a dimension",
    "rule.missing-dimension.why": (
        "A comparison has a gap there, and the reader cannot tell whether there is nothing to "
        "say or it was forgotten."
    ),
    "rule.missing-dimension.fix": (
        "Describe it, or accept the finding on the role, with the reason."
    ),
    "rule.stale-acceptance.finds": "an accepted finding that is no longer there",
    "rule.stale-acceptance.why": "It would hide the finding the day it comes back.",
    "rule.stale-acceptance.fix": "Remove it from accepted.",
    # schema: what an editor shows beside a key
    "schema.role-file": "A role of a rolecmp catalog",
    "schema.catalog-file": "A rolecmp catalog",
    "schema.name": "The role's name, in each language.",
    "schema.aliases": "Other names that people type.",
    "schema.summary": "One or two sentences on the role.",
    "schema.notes": "Remarks.",
    "schema.source": "Where this comes from.",
    "schema.accepted": "Findings of rolecmp check that are known and meant, each with the reason.",
    "schema.accountable": "Topics whose outcome the role owns and decides on; one role a topic.",
    "schema.responsible": "Topics that the role does the work on.",
    "schema.consulted": "Topics that the role is asked about before.",
    "schema.informed": "Topics that the role is told of after.",
    "schema.rolecmp": "The version of the format.",
    "schema.title": "The catalog's title.",
    "schema.languages": "The languages of the texts; the first is the default.",
    "schema.dimensions": "What roles are compared on, in this order.",
    "schema.topics": "What can be owned: an id, and its name.",
    "schema.pairs": "What is true of two roles together.",
    "schema.pair_roles": "The ids of the two roles.",
    "schema.difference": "The contrast in one line.",
    "schema.together": "How the two meet.",
    "schema.checks": "Rules of rolecmp check: a threshold, or off.",
    # grammar: what a number asks for; each language has its own of these
    "grammar.topics": {
        "one": "{count} topic",
        "other": "{count} topics",
    },
    "grammar.statements": {
        "one": "{count} statement",
        "other": "{count} statements",
    },
    "grammar.blocks": {
        "one": "{count} block",
        "other": "{count} blocks",
    },
    "grammar.documents": {
        "one": "{count} document",
        "other": "{count} documents",
    },
    "grammar.have": {
        "one": "has",
        "other": "have",
    },
    "grammar.are": {
        "one": "is",
        "other": "are",
    },
    "grammar.take": {
        "one": "takes",
        "other": "take",
    },
    "grammar.mention": {
        "one": "mentions",
        "other": "mention",
    },
    "grammar.is-one": {
        "one": "is one",
        "other": "are",
    },
}
