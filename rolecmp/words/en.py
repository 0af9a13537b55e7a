"""What the program says in English; `rolecmp.words` explains the templates."""

_LOST = "What cannot be read may hold anything, so no answer can be trusted until it is."
_PLAIN = (
    "Definitions are plain text, lists and mappings, so that what you see in the file is all "
    "there is, for people and for every other tool."
)
_MEANT = (
    "YAML would read something other than what was meant, and part of the text would be lost "
    "silently."
)
_UNKNOWN = (
    "An unknown name is nearly always a typo, and what is under it would be ignored silently."
)
_RACI_ONE = (
    "With no one accountable nothing gets decided; with several, each waits for the other or "
    "decides against them. RACI has exactly one accountable role for a topic."
)
_CROWD = (
    "The more roles are named, the less each of them feels concerned, and the longer everything "
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
    "before-list": "{lead} – ",
    "list-and": "{first} and {last}",
    "list-or": "{first} or {last}",
    "list-long": "{shown} and {more} more",
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
    "others-contest": "Others claim",
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
    "none": "none",
    "and-more": " and {count} more",
    "statements-more": "; {count} more",
    "brief": "in brief",
    "reporting": "Reporting",
    "manages-roles": "manages {roles}",
    "reports-to": "reports to {roles}",
    "nobody-here": "none",
    "full-adds": "--full adds {parts}",
    "count-lettered": {
        "one": "1 topic with letters",
        "other": "{count} topics with letters",
    },
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
    "nobody-decides-it": "nobody decides{accepted?, accepted}",
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
    "acceptance": "{roles?for {roles}; }{until?until {until}; }{reason}",
    "accepted": "Accepted{roles? for {roles}}{until? until {until}}: {reason}",
    "not-accepted": "Not accepted: {why}",
    "ask-whom": "Ask: {ask}",
    "ask-role": "Ask {role}: {ask}",
    "no-group": "Other topics",
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
    "finding-and-others": "Finding, others",
    "with-mark": "{name} ({mark})",
    "state-accepted": "{state}, accepted{until? until {until}}",
    "owns": "Owns (A)",
    "does": "Does (R)",
    "accepted-column": "Accepted",
    "accepted-for-column": "Accepted for",
    "accepted-until-column": "Accepted until",
    "topic-id": "topic id",
    "role-ids": "role id",
    "owner-id": "owner id",
    "other-role-id": "other role id",
    "letter-ids": "letters by topic id",
    "group": "Group",
    "topics-of": "{count} of {total} topics",
    "count-owned": "{count} with exactly one owner",
    "roles-of": "Shown: {count} of {total} roles; the findings take all {total} into account",
    "legend-matrix": "{legend}; a dot: not involved",
    "legend-accepted": "{legend}; accepted: known and intended; rolecmp who-owns TOPIC says why",
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
    "topic-accepted": "{topic} (accepted{until? until {until}})",
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
    "ids-of": "{what}, topic ids",
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
    "fixable": "`rolecmp check --fix` mends {count} of them; with --diff it only shows how.",
    "fixed": {"one": "1 file mended", "other": "{count} files mended"},
    "would-fix": {"one": "1 file would be mended", "other": "{count} files would be mended"},
    "nothing-to-fix": "Nothing to mend without a doubt",
    "now-utf8": "{path}: from {encoding} to UTF-8",
    "error-no-rule": (
        "{name!} is not a rule of check: it says why a command could not do\n"
        "what was asked. Its message names the place and how to fix it."
    ),
    "error-no-catalog": (
        "A catalog is a folder with a file catalog.yaml that says `rolecmp: 1`. The\n"
        "nearest one is taken: this folder or one above it, or a roles/ in them; --roles\n"
        "and ROLECMP_ROLES name another. The built-in catalog does not answer if there\n"
        "are signs of your own, such as a misnamed or empty catalog.yaml.\n\n"
        "  rolecmp check --fix    renames a misnamed catalog.yaml\n"
        "  rolecmp init           starts your own catalog\n"
        "  --roles builtin        asks the built-in one"
    ),
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
    "fix": "How to fix it",
    "own-convention": "a convention of this program",
    "switched-off": "off",
    "at-most": "at most {limit}",
    "rules-said": "What the definitions say",
    "rules-written": "How the files are written",
    "rules-about": "About",
    "rules-how": (
        "Rules on what the definitions say can be switched off, or given another threshold, "
        "under checks in catalog.yaml. To accept a single finding, give the reason under "
        "accepted of its topic, role or statement."
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
        "{legend}; topics are matched by id; differences between catalogs are not conflicts"
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
    "owner-moved": "ownership moved from {old} to {new}",
    "owner-settled": "was contested between {old}, now owned by {new}",
    "owner-found": "had no owner, now owned by {new}",
    "owner-contested": "was owned by {old}, now contested: {new} are each accountable",
    "owner-contested-new": "had no owner, now contested: {new} are each accountable",
    "owner-still-contested": "still contested: before between {old}, now between {new}",
    "owner-lost": "lost its decider: before {old}, now nobody is accountable",
    "owner-gone": "became nobody's: before {old}, now no role has any part in it",
    "owner-deserted": "became nobody's: no role has any part in it any more",
    "owner-involved": "was nobody's, now roles are involved and nobody is accountable",
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
    "accepted-roles": "{accepted}, for roles",
    "accepted-at-most": "{accepted}, at most",
    "accepted-until-day": "{accepted}, until",
    "fact": "{where}: from {old} to {new}",
    "brief-of": "Brief, {dimension}",
    "groups": "Groups",
    "role-order": "Order of roles",
    "group-order": "Order of groups",
    "count-facts": "{count} in other things",
    "facts": "Other things",
    "checks": "Checks",
    "check-of": "Check {rule}",
    "check-off": "{where}: switched off",
    "check-on": "{where}: switched on",
    "check-on-at": "{where}: switched on, at most {new}",
    "check-set": "{where}: from at most {old} to at most {new}",
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
    "says": " ({letters})",
    "says-now": " (now {letters})",
    "says-no-more": " (no longer {letters})",
    "names-gained": "Now also called {names}",
    "names-lost": "No longer called {names}",
    "languages-gained": "Languages added: {names}",
    "languages-lost": "Languages removed: {names}",
    "language-first": "First language, which is the default: {old} is now {new}",
    # answers: a catalog started
    "from-builtin": "the catalog that comes with the program",
    "from-blank": "a small catalog to fill in",
    "started": "Wrote {count} files to {folder}:",
    "started-open": "Topics without exactly one owner among these roles: {topics}",
    "started-copied": (
        "In catalog.yaml, title and source are still the article's, and so are the reasons\n"
        "under accepted: keep those that are true of your company."
    ),
    "started-languages": (
        "Each text is in {languages}. For one language only: rolecmp init --lang {first}"
    ),
    "started-next": "Edit them to match your company, then:",
    "next-list": "shows the roles",
    "next-compare": "puts two of them side by side",
    "next-check": "lists what is wrong",
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
    "page.more": "{count} more",
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
    "page.show-only": "Show",
    "page.every-topic": "every topic",
    "page.nothing-here": "No topic fits.",
    "page.compare-with": "Compare with",
    # formats: what each is for
    "format.table": "for the terminal",
    "format.markdown": "for documents",
    "format.json": "for programs",
    "format.csv": "for spreadsheets",
    "format.html": "a standalone page",
    "format.xlsx": "a workbook to fill in and import again",
    "format.text": "for people",
    "format.github": "annotations on a pull request",
    "format.sarif": "for code scanning",
    "format.gitlab": "for Code Quality in a merge request",
    # help: the page itself
    "help.usage": "Usage: ",
    "help.commands": "Commands:",
    "help.arguments": "Arguments:",
    "help.options": "Options:",
    "example.pm": "pm",
    "example.pmm": "pmm",
    "example.pricing": "pricing",
    "metavar.folder": "DIR",
    "metavar.code": "CODE",
    "metavar.format": "FORMAT",
    "metavar.when": "WHEN",
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
    "metavar.optional-name": "[NAME]",
    "metavar.optional-command": "[COMMAND]",
    "metavar.command": "COMMAND",
    "metavar.options": "[OPTIONS]",
    # help: the program
    "help.program": "Who does what in a product organisation: role definitions compared.",
    "help.program.version": "Print the version and exit.",
    # help: options of every answering command
    "help.option.roles": (
        "Folder of the definitions. Default: ROLECMP_ROLES, then the nearest catalog in this "
        "folder or above, then the built-in one."
    ),
    "help.option.lang": (
        "Language of the answer, such as en or zh. Default: ROLECMP_LANG, then the language asked "
        "in, then the locale (on a terminal only), then the catalog's first language."
    ),
    "help.option.format": (
        "table, markdown, json, csv or html. Default: by the ending of -o, else table on a "
        "terminal and markdown in a pipe."
    ),
    "help.option.output": "Write to FILE; if that fails, what was in it is unchanged.",
    "help.option.color": "auto, always or never; for table. Default: auto.",
    "help.option.width": "Columns to use; for table. Default: the terminal's width.",
    "help.option.no-pager": "Print long answers as they are. Default: the pager, on a terminal.",
    "help.option.heading": "Level of the heading, 1 to 6, or 0 for none; for markdown. Default: 2.",
    "help.option.help": "Show this help and exit.",
    "help.option.install-completion": "Install completion for this shell.",
    "help.option.show-completion": "Print the completion script of this shell.",
    # help: compare
    "help.compare": "Two or more roles side by side, and who owns which topic.",
    "help.compare.roles": (
        "Two or more roles, by id, name or alias. ROLE@SOURCE takes one from another catalog: a "
        "folder, a git revision or builtin."
    ),
    "help.compare.dimension": "Only this dimension, and the topics it mentions. May be repeated.",
    "help.compare.full": "Show every statement and every topic with its letters.",
    "help.compare.by": "Go by topic: the sentences of each role side by side.",
    # help: who-owns
    "help.who-owns": (
        "Who is accountable for a topic, and the sentence that says so.\n\n"
        "The exit code is 0 if each topic has exactly one owner, 1 if not, and 2 if a name is "
        "unknown. Where no topic is named, one that is accepted without counts as owned."
    ),
    "help.who-owns.topics": "Topics, by id, name or alias. Default: every topic and its owner.",
    # help: show
    "help.show": "What one role decides, does and is asked, on one screen.",
    "help.show.role": "A role, by id, name or alias.",
    "help.show.full": "Show its statements, notes and source too.",
    # help: list
    "help.list": "The roles of the catalog.",
    # help: matrix
    "help.matrix": (
        "Topics by roles, with what is contested or nobody's.\n\n"
        "The exit code is 0 whatever is found."
    ),
    "help.matrix.roles": (
        "Only this role, by id, name or alias. May be repeated. Whether a topic is contested or "
        "nobody's is still judged by all roles."
    ),
    "help.matrix.topics": "Only this topic, by id, name or alias. May be repeated.",
    "help.matrix.only": (
        "contested: more than one role is accountable. unowned: nobody is, whether or not anyone "
        "is involved. shared: several roles are involved and it is not contested. May be "
        "repeated to list several kinds."
    ),
    # help: overlaps
    "help.overlaps": (
        "Pairs of roles that meet on topics, the most contested first.\n\n"
        "A topic is contested between two roles if both are accountable for it, and shared if "
        "both are involved in any other way."
    ),
    "help.overlaps.role": "A role, by id, name or alias: only its own pairs. Default: every pair.",
    "help.overlaps.top": (
        "How many pairs to show. Default: 1000 for json and csv, 20 for other formats. If there "
        "are more, the answer says how many."
    ),
    # help: check
    "help.check": (
        "What is wrong with the definitions, where, and how to fix it.\n\n"
        "The exit code is 0 if nothing is wrong and 1 if there are errors; with --strict also 1 "
        "if there are warnings."
    ),
    "help.check.strict": "Exit with 1 on warnings too.",
    "help.check.rules": "List the rules, with the catalog's thresholds.",
    "help.check.explain": "Explain why a rule matters and how to fix what it finds.",
    "help.check.roles": (
        "Folder of the definitions, or builtin. Default: ROLECMP_ROLES, then the nearest catalog "
        "upward."
    ),
    "help.check.fix": (
        "Mend what can be mended without a doubt, such as full-width signs, tabs, another encoding "
        "or a file's name; show what was changed, and check again."
    ),
    "help.check.diff": "With --fix: change nothing; show the changes as a unified diff.",
    "help.check.format": (
        "text, json, github (annotations on a pull request), sarif (code scanning) or gitlab (Code "
        "Quality). Default: by the ending of -o, else text. With --rules or --explain, the formats "
        "of the other commands."
    ),
    # help: diff
    "help.diff": (
        "What changed in meaning between two catalogs: who owns what, then the wording.\n\n"
        "If a name is both a folder with a catalog and a revision, the folder is used; ./NAME is "
        "always a folder. A revision is read at the path of the catalog it is compared with; "
        "REVISION:FOLDER names another path.\n\n"
        "The order of items, comments and layout are not changes."
    ),
    "help.diff.old": (
        "What to compare with: a folder, a git revision such as main or v1.2, or builtin. "
        "Default: HEAD if the catalog is in it, else builtin."
    ),
    "help.diff.new": "What may have changed, named in the same way. Default: the catalog in use.",
    "help.diff.exit-code": (
        "Exit with 1 if anything changed, as git diff does. Default: exit with 0 in any case."
    ),
    # help: docs
    "help.docs": (
        "Renew the marked blocks of documents, or list the stale ones.\n\n"
        "A block stands between two comments, each on a line of its own; --example prints some "
        "to paste, for Markdown and for MDX. It holds the answer to the command in it, with "
        "options of its own such as --lang zh and --heading 3; --heading 0 leaves the heading "
        "out. --roles in a block is relative to the document. Nothing outside the blocks "
        "changes, and markers in code are ignored.\n\n"
        "The exit code is 0; with --check 1 if a block is stale; 2 if a block cannot be renewed, "
        "and then no document is written."
    ),
    "help.docs.paths": (
        "Documents, or folders to search for .md, .mdx and .markdown files. Hidden files, "
        "node_modules and virtual environments are skipped."
    ),
    "help.docs.check": "Change nothing; list the stale blocks. Exit with 1 if there are any.",
    "help.docs.diff": "Change nothing; print the changes as a unified diff.",
    "help.docs.force": "Replace content that was edited by hand.",
    "help.docs.example": "Print example blocks to paste.",
    "help.docs.format": (
        "With --check: text, github (notes in a pull request), sarif (code scanning) or gitlab "
        "(Code Quality). Default: text."
    ),
    "help.docs.roles": (
        "Folder of the definitions, for blocks that name none. Default: the nearest catalog "
        "upward from the document, then ROLECMP_ROLES."
    ),
    "documents-told": {
        "one": "{count} problem in documents",
        "other": "{count} problems in documents",
    },
    "help.docs.in-mdx": "In MDX:",
    # help: page
    "help.page": (
        "The whole catalog as one page for a browser: compare roles, search topics.\n\n"
        "The page is one file that loads nothing. It opens from a disk, a mail or a server, in "
        "every language of the catalog.\n\n"
        "The exit code is 0; with --check 1 if the file is out of date."
    ),
    "help.page.check": ("Write nothing; exit with 1 if FILE is not up to date."),
    "help.page.source-url": ("URL of the folder of the definitions; positions become links to it."),
    "help.page.stamp": "Text for the foot of the page, such as a revision or a date.",
    "help.page.lang": (
        "The language to use when the browser asks for none that the catalog has, and without "
        "JavaScript. Default: the catalog's first."
    ),
    "metavar.name": "NAME",
    "metavar.where": "WHERE",
    "metavar.column": "COLUMN",
    "metavar.map": "WORD=LETTER",
    # help: import
    "help.import": (
        "Start a catalog from an existing table: Markdown, CSV or Excel.\n\nThe table is read "
        "whole, or nothing is written: each cell is in the catalog or named on standard error. "
        "If the folder is already a catalog, its letters are updated; ids, sentences and "
        "comments stay."
    ),
    "help.import.file": "The table: .md, .csv, .tsv or .xlsx, or - for standard input.",
    "help.import.output": "Folder to write into, new or a catalog. Default: roles.",
    "help.import.dry-run": "Write nothing; show what would come out, and what check says of it.",
    "help.import.partial": "Write what can be read, and list what cannot.",
    "help.import.sentences": (
        "Write a statement for each topic of a role, rather than letters alone."
    ),
    "help.import.sheet": "The sheet of a workbook.",
    "help.import.table": "The table of that number, counted from 1.",
    "help.import.heading": "The tables under a heading with this text.",
    "help.import.roles-in": "Where the roles stand: columns or rows.",
    "help.import.role": (
        "A role's name, taken as it is: the role a single column of letters belongs to, a "
        "column without letters, or a name that contains a separator. May be repeated."
    ),
    "help.import.separator": (
        "What stands between several roles in one cell, beside the usual. May be repeated."
    ),
    "help.import.ignore": "Skip the column with this header. May be repeated.",
    "help.import.only-roles": "Skip every column that is not clearly a role.",
    "help.import.map": (
        "What a word in a cell or a header means, as in S=responsible, X=A/R or TBD=none. May "
        "be repeated."
    ),
    "help.import.empty-rows": "What rows without letters are: topics or groups.",
    "help.import.lang": "Language of the catalog. Default: the table's, by its script.",
    # help: init
    "help.init": (
        "Start your own catalog: a copy to edit.\n\n"
        "Nothing is overwritten: if any file is in the way, nothing is written."
    ),
    "help.init.folder": "Folder to write to. Default: roles.",
    "help.init.source": (
        "builtin, the catalog that comes with the program, or blank, a small one to fill in. "
        "Default: builtin."
    ),
    "help.init.role": "Only this role of the built-in catalog, with its topics. May be repeated.",
    "help.init.lang": "Language of the texts, en or zh, the first one first. May be repeated. "
    "Default: both, yours first.",
    # help: schema
    "help.schema": (
        "The JSON Schemas of the definition files and of the answers.\n\n"
        "Those of files are for editors. They list the topics, dimensions and languages of the "
        "catalog: generate them again when these change. Those of answers, for programs that "
        "read -f json, are the same for every catalog."
    ),
    "help.schema.name": "role, catalog or an answer. Default: list what there is.",
    # help: help
    "help.help": "How to use the program, or one of its commands.",
    "help.help.name": "The command to explain. Default: the program.",
    # messages: import, the file
    "message.import.not-text": "this is not text",
    "message.import.which-files": (
        "tables are read from Markdown (.md), CSV (.csv, .tsv) and Excel (.xlsx)"
    ),
    "message.import.encoding": "the encoding of this text is unclear",
    "message.import.save-utf8": "save it as UTF-8",
    "message.import.empty-file": "the file is empty",
    "message.import.not-a-table": "this is not a table in Markdown, CSV or Excel",
    "message.import.file-too-large": (
        "the file is larger than {limit} MiB, the most that is imported"
    ),
    "message.import.not-csv": "this is not CSV: a cell is not closed",
    "message.import.check-quotes": "check that each quote is closed",
    "message.import.too-many-rows": (
        "the table has more than {limit} rows, the most that are imported"
    ),
    "message.import.too-many-lines": (
        "the document has more than {limit} lines, the most that are imported"
    ),
    "message.import.too-much-text": (
        "the cells with markup hold more than {limit} characters up to here, the most that are "
        "imported"
    ),
    "message.import.too-many-columns": (
        "the table has more than {limit} columns, the most that are imported"
    ),
    "message.import.cell-too-long": (
        "the cell has more than {limit} characters, the most that are imported"
    ),
    "message.import.no-excel": "reading Excel files needs openpyxl",
    "message.import.get-excel": (
        "install it with pip install 'rolecmp[excel]', or save the sheet as CSV"
    ),
    "message.import.not-excel": "this is not an Excel workbook that can be read",
    "message.import.save-again": "open it in Excel and save it as Excel Workbook (.xlsx)",
    "message.import.old-excel": "this is an Excel file of the old format (.xls)",
    "message.import.save-xlsx": "save it as Excel Workbook (.xlsx)",
    "message.import.encrypted": "the workbook is protected by a password",
    "message.import.take-password-off": "save a copy without the password",
    "message.import.workbook-too-large": (
        "a part of the workbook is larger than {limit} MiB unpacked, the most that is read"
    ),
    "message.import.delete-unused": "delete unused rows and sheets, or save the sheet as CSV",
    "message.import.no-sheet": "there is no sheet called {name!}",
    "message.import.sheets-are": "the sheets are {names!}",
    "message.import.hidden-sheet": "the hidden sheet {name!} is not read; --sheet reads it",
    "message.import.macros": "the macros of the workbook are not run",
    "message.import.external-links": (
        "links to other workbooks are not followed; what their cells last showed is read"
    ),
    "message.import.comments": "comments on cells are not read",
    "message.import.hidden-rows": "hidden rows are read like the others: {names}",
    "message.import.hidden-columns": "hidden columns are read like the others: {names}",
    # messages: import, which table
    "message.import.no-table": "there is no table here",
    "message.import.make-table": "write it as a table, with pipes in Markdown",
    "message.import.bullets": (
        "responsibilities are written as a list here, and lists are not imported"
    ),
    "message.import.html-table": "this table is written in HTML, which is not read",
    "message.import.make-pipes": "write it with pipes (|), or save it as CSV",
    "message.import.header-width": (
        "the header has {cells} cells and the line below it {columns}, so this is not a table"
    ),
    "message.import.same-width": "give both, and each row, the same number of cells",
    "message.import.no-letters": "table {number} does not say who does what",
    "message.import.forms-are": (
        "a table has roles as columns and R, A, C or I in the cells; or R, A, C and I as "
        "columns and roles in the cells; or a column Owner or DRI"
    ),
    "message.import.no-letter-often": "{text!} in {count} cells is not a RACI letter",
    "message.import.no-such-table": "there is no table {number}; the file has {count}",
    "message.import.no-such-heading": "no table stands under a heading with {name!}",
    "message.import.headings-are": "the headings above tables are {names!}",
    "message.import.several-tables": (
        "table {number}{title?, {title!},} is about other roles than the others: {names!}"
    ),
    "message.import.choose-table": "use --table {number} to import this one",
    "message.import.choose-sheet": "use --sheet '{sheet}' to import this one",
    "message.import.table-passed": (
        "table {number}{title?, {title!},} is skipped: it does not say who does what"
    ),
    "message.import.table-not-asked": "table {number}{title?, {title!},} is skipped",
    # messages: import, which form
    "message.import.form-roles-across": "read with a role a column: {names!}",
    "message.import.form-roles-down": "read with a role a row: {names!}",
    "message.import.form-letters-across": "read with a letter a column: {names!}",
    "message.import.form-topics-in-cells": (
        "read with a role a row and topics in the cells, under {names!}"
    ),
    "message.import.form-owners": "read as topics and who owns them, in {names!}",
    "message.import.form-one-role": "read as the letters of one role, in {names!}",
    "message.import.form-one-topic": "read as one topic, {names!}, with a role a row",
    "message.import.unclear-rows": "it is unclear whether the roles are the columns or the rows",
    "message.import.unclear-cells": (
        "it is unclear whether the rows are topics with roles in their cells, or roles with "
        "topics in their cells"
    ),
    "message.import.unclear-kind": (
        "it is unclear whether the columns are roles with letters in the cells, or letters "
        "with roles in the cells"
    ),
    "message.import.say-which-way": "use --roles-in columns or --roles-in rows",
    "message.import.say-which-topics": (
        "--roles-in columns takes the rows for topics, --roles-in rows for roles"
    ),
    "message.import.ignore-some": "skip the columns of one of the two, for instance {options}",
    "message.import.other-scheme": (
        "{names!} hold A, C or I, and nothing says that these are of RACI"
    ),
    "message.import.say-columns": "if they are, use --roles-in columns",
    "message.import.whose-letters": "it is unclear whose letters {name!} holds",
    "message.import.say-role": "name the role with --role",
    "message.import.letter-columns": (
        "each role has columns of its own for the letters here, and such a table is not read"
    ),
    "message.import.letters-in-cells": (
        "give each role one column and write the letters into its cells"
    ),
    "message.import.other-meaning": (
        "{letter} stands for {meaning!} here, which is not its meaning in RACI"
    ),
    "message.import.map-meaning": (
        "say which of the four it is, for instance --map '{text}=responsible'"
    ),
    "message.import.no-topics": "no column beside {name!} names the topics",
    "message.import.add-topics": "add a column with the topics",
    "message.import.side-by-side": "a second table begins beside the first, in column {name}",
    "message.import.one-below-other": "put one below the other, or on sheets of their own",
    # messages: import, columns
    "message.import.passed-asked": "column {name!} is skipped, as asked",
    "message.import.passed-unclear": "column {name!} is skipped: it may or may not be a role",
    "message.import.passed-legend": "column {name!} is skipped: it explains the letters",
    "message.import.passed-numbers": "column {name!} is skipped: it holds numbers",
    "message.import.passed-empty": "column {name!} is skipped: it is empty",
    "message.import.passed-matrix": (
        "column {name!} is skipped: what is in it follows from the letters and the catalog"
    ),
    "message.import.passed-text": "column {name!} is skipped: it holds text, such as {samples!}",
    "message.import.group-column": "column {name!} is used as groups",
    "message.import.letters-and-text": (
        "column {name!} holds letters and also text, such as {samples!}"
    ),
    "message.import.letters-and-text-remedy": (
        "write letters alone into a role's cells, or skip the column with --ignore '{name}'"
    ),
    "message.import.letters-elsewhere": (
        "column {name!} holds letters, and its header is of no role"
    ),
    "message.import.say-role-or-ignore": (
        "if it is a role, use --role '{name}'; if not, --ignore '{name}'"
    ),
    "message.import.odd-column": "column {name!} holds no RACI letters, only {samples!}",
    "message.import.odd-column-remedy": (
        "say what that means, for instance --map '{sample}=responsible', or skip the column "
        "with --ignore '{name}'"
    ),
    "message.import.odd-header": "the header {name!} is not a RACI letter",
    "message.import.odd-header-remedy": (
        "say what it means, for instance --map '{name}=responsible', or skip the column with "
        "--ignore '{name}'"
    ),
    "message.import.letter-header": (
        "column {name!} also says who takes part, but not as the rest of the table does"
    ),
    "message.import.ignore-column": "skip it with --ignore '{name}'",
    "message.import.empty-column": "column {name!} is empty, and may be a role or not",
    "message.import.empty-column-remedy": (
        "--role '{name}' takes it for a role, skip it with --ignore '{name}'"
    ),
    "message.import.roles-in-column": (
        "column {name!} names roles, such as {text!}, but its header is not a RACI letter"
    ),
    "message.import.role-twice": "duplicate role {name!}; first at {place}",
    "message.import.rename-column": "give one of them another name",
    "message.import.no-role-name": "{text!} is not a role name",
    "message.import.name-column": "write the role's name",
    # messages: import, rows
    "message.import.above-header": "not part of the table: {text!}",
    "message.import.below-header": "a second line of the header, skipped: {text!}",
    "message.import.below-name": "below the name {name!}, skipped: {text!}",
    "message.import.below-table": "below the table, skipped: {text!}",
    "message.import.repeated-header": "repeated header, skipped: {text!}",
    "message.import.legend-row": "explains the letters, skipped: {text!}",
    "message.import.total-row": "a row of numbers, skipped: {text!}",
    "message.import.passed-row": "names no topic and no letter, skipped: {text!}",
    "message.import.sections": "these rows are groups of topics: {names!}",
    "message.import.unclear-row": (
        "{name!} has no letters, and may be a topic or the heading of a group"
    ),
    "message.import.unclear-row-remedy": "use --empty-rows topics or --empty-rows groups",
    "message.import.no-topic": "this row has letters, but names no topic",
    "message.import.name-topic": "write the topic",
    "message.import.topic-twice": "duplicate topic {name!}; first at {place}",
    "message.import.rename-topic": "make one of the two, or give one another name",
    "message.import.surplus": "{text!} stands beyond the last column",
    "message.import.count-cells": "count the cells of the row, and of the header",
    "message.import.short-row": (
        "the row has {cells} cells of {columns}; missing cells are treated as blank"
    ),
    # messages: import, cells
    "message.import.struck-topic": "{text!} is struck out",
    "message.import.delete-row": "delete the row, or take the line off",
    "message.import.no-letter": "{shown!} is not a RACI letter{others?, also in {others!}}",
    "message.import.map-it": (
        "say what it means, for instance --map '{text}=responsible', or --map '{text}=none' "
        "for nothing"
    ),
    "message.import.map-all": "say what each means, all at once, for instance {options}",
    "message.import.letters-alone": "write letters alone, and a remark in brackets behind them",
    "message.import.two-meanings": (
        "{text!} may mean accountable or responsible{others?, also in {others!}}"
    ),
    "message.import.no-value": "the formula here was never computed{others?, also in {others!}}",
    "message.import.save-in-excel": "open the file in Excel and save it, or write the value",
    "message.import.alike": (
        "{count:import.cells} with a letter that only looks like one of RACI, such as {text!}, "
        "read as what it looks like"
    ),
    "message.import.read-as-accountable": (
        "{name!} is read as accountable; if it means something else, say so with --map "
        "'{name}=responsible'"
    ),
    "message.import.read-as-responsible": (
        "{name!} is read as responsible; if it means something else, say so with --map "
        "'{name}=accountable'"
    ),
    "message.import.everyone": "{text!} does not say which roles",
    "message.import.everyone-remedy": (
        "list the roles, or use --role '{text}' if it is a role of its own, or --map "
        "'{text}=none' to skip it"
    ),
    "message.import.undecided": "{text!} is not a role yet",
    "message.import.map-nothing": "use --map '{text}=none' to skip it",
    "message.import.range": "{text!} is a range",
    "message.import.write-out-roles": "list the roles",
    "message.import.unclear-list": "{text!} may be one role or several",
    "message.import.unclear-list-remedy": (
        "if it is one, use --role '{text}'; if several, name what separates them: "
        "--separator '{separator}'"
    ),
    "message.import.no-name": "{text!} is not a role name",
    "message.import.no-name-remedy": "write only roles, or use --role '{text}' if it is one",
    "message.import.people": "these look like people, not roles: {names!}",
    "message.import.abbreviations": (
        "the names of abbreviated roles are taken from the key beside the table: {names!}"
    ),
    "message.import.cannot-read": "cannot read {path!}: {reason}",
    "message.import.no-language": "{name!} is not a language code",
    "message.import.a-language": "use a code such as en, zh or pt-BR",
    "message.import.same-thing": "{name!} and {other!} are both names of {id!} in the catalog",
    "message.import.rename-one": "give one of them another name in the table",
    "message.import.contradicts": (
        "the table does not give {role!} the letter {letter} on {topic!}, but this sentence "
        "does; it is unchanged"
    ),
    "message.import.cannot-change": "{path!} is laid out in a way that cannot be changed here",
    "message.import.change-by-hand": "nothing is written; change the letters by hand",
    "message.import.bad-map": "{value!} is not a value of {option}",
    "message.import.map-form": (
        "write a word and what it means, as in {option} S=responsible, {option} X=A/R or "
        "{option} TBD=none"
    ),
    # import, in its messages
    "import.cells": {"one": "{count} cell", "other": "{count} cells"},
    # import, in its answers
    "import.note": "note",
    "import.nothing-written": "Nothing is written. Use --partial to write what can be read.",
    "import.not-described": "No role is described yet: delete these lines once the first one is.",
    "import.source": "Imported from {file}{titles?: {titles}}.",
    "import.source-input": "Imported from a table{titles?: {titles}}.",
    "import.does-accountable-responsible": "Accountable and responsible for {topic}",
    "import.does-accountable": "Accountable for {topic}",
    "import.does-responsible": "Responsible for {topic}",
    "import.does-consulted": "Consulted on {topic}",
    "import.does-informed": "Informed about {topic}",
    "import.updated": {
        "one": "Changed {count} file in {folder}:",
        "other": "Changed {count} files in {folder}:",
    },
    "import.no-change": "Nothing to change in {folder}.",
    "import.owners": "Who owns what changes:",
    "import.see-diff": "rolecmp diff shows what has changed since the last commit.",
    "import.would-write": "Would write into {folder}:",
    "import.would-write-part": "With --partial, would write into {folder}:",
    "import.letters": {
        "one": "{count} letter: {letters}",
        "other": "{count} letters{letters?: {letters}}",
    },
    # messages: files
    "message.no-such-file": "no such file",
    "message.no-permission": "no permission to read this file",
    "message.allow-reading": "change its permissions so that you can read it",
    "message.unreadable": "cannot be read: {reason}",
    "message.not-a-file": "not a regular file",
    "message.outside-link": "this link points outside the catalog's folder",
    "message.copy-file": "replace it with the file itself",
    "message.file-too-large": "the file is larger than the limit of {limit} MiB",
    "message.catalog-too-large": (
        "with this file the catalog is larger than the limit of {limit} MiB"
    ),
    "message.too-many-files": "more role files than the limit of {limit}",
    "message.file-ending": "role files end in .yaml",
    "message.file-id": (
        "a role file is named by its id, and {id!} is not a valid one: lower-case letters, "
        "digits and hyphens, starting with a letter"
    ),
    "message.rename-file": "rename it, for example to {name!}",
    "message.empty-file": "the file is empty",
    # messages: bytes and characters
    "message.not-utf8": "not UTF-8{guess?; it looks like {guess}}",
    "message.save-as-utf8": "save the file as UTF-8",
    "message.control-character": "invisible control character ({code})",
    "message.direction-character": (
        "invisible character that changes the direction of text ({code})"
    ),
    "message.delete-it": "delete it",
    "message.conflict-marker": "unresolved merge conflict ({marker})",
    "message.resolve-conflict": "keep the right lines and delete the markers",
    "message.tab": "indented with a tab",
    "message.use-spaces": "indent with spaces",
    # messages: YAML
    "message.full-width-colon": "full-width colon （：） after a key",
    "message.ascii-colon": "write an ASCII colon and a space (: )",
    "message.full-width-comma": "full-width comma ({comma}) between list items",
    "message.ascii-comma": "separate them with an ASCII comma and a space (, )",
    "message.wide-space": "a full-width or no-break space where YAML wants plain spaces",
    "message.wide-comment": "a full-width ＃ does not begin a comment",
    "message.ascii-comment": "write an ASCII #",
    "message.wide-dash": "{sign} does not begin an item of a list",
    "message.ascii-dash": "write an ASCII hyphen and a space (- )",
    "message.dash-without-space": "a hyphen without a space does not begin an item of a list",
    "message.space-after-dash": "put a space after the hyphen",
    "message.wide-letters": "a key in full-width letters",
    "message.ascii-letters": "write it in ASCII letters: {key!}",
    "message.ascii-mapping": "write ASCII brackets, as in {{en: ..., zh: ...}}",
    "message.wide-bracket": "a full-width bracket ({bracket}) where YAML wants an ASCII one",
    "message.ascii-list": "write ASCII brackets, as in [pricing, launch]",
    "message.hash-comment": "{word!} starts a comment here, so this text is lost",
    "message.quote-hash": (
        "put the text in quotes, or add a space after # if it is meant as a comment"
    ),
    "message.colon-in-text": "{name!} is read as a key, because a colon and a space follow it",
    "message.quote-text": "put the text in quotes",
    "message.duplicate-key": "duplicate key {name!}; first on line {line}",
    "message.duplicate-item": "{item!} is listed twice",
    "message.duplicate-pair": "{first!} and {second!} are already a pair on line {line}",
    "message.new-item": "begin a new item with `- `, or merge the two",
    "message.merge-duplicates": "merge the two",
    "message.complex-key": "a key must be a word, not a list or a mapping",
    "message.merge-key": "merge keys (<<) are not supported",
    "message.anchor": "anchors (&{name}) are not supported",
    "message.alias": "aliases (*{name}) are not supported",
    "message.write-out": "write the content out in full",
    "message.tag": "tags ({name}) are not supported",
    "message.drop-tag": "delete it: every value is text as written",
    "message.several-documents": "a second document starts here",
    "message.one-document": "keep one document per file; delete this ---",
    "message.too-deep": "nested more than {limit} levels deep",
    "message.too-many-nodes": "the file has more parts than the limit of {limit}",
    "message.too-many-problems": "more than {count} problems in this file; the rest are not shown",
    "message.syntax-colon": "colon and space inside unquoted text",
    "message.syntax-no-colon": "key without a colon",
    "message.add-colon": "add a colon and a space after the key, or quotes around the text",
    "message.syntax-list-open": "the list [ ... ] is not closed here",
    "message.close-list": "separate items with commas and end with ]",
    "message.syntax-map-open": "the mapping {{ ... }} is not closed here",
    "message.close-map": "separate entries with commas and end with }}",
    "message.syntax-key": "this line does not fit the lines above it",
    "message.syntax-dash": "expected a list item here",
    "message.syntax-dash-here": "a list cannot start here",
    "message.check-indent": "check its indentation, and quotes left open above it",
    "message.syntax-content": "a value cannot start with this character",
    "message.syntax-start": "text cannot start with this character",
    "message.syntax-no-space": "no space after the colon of a key",
    "message.add-space": "add a space after the colon",
    "message.syntax-after-quote": "text after a closing quote or bracket",
    "message.syntax-after": "extra content after the end",
    "message.syntax-quote-open": "this quote is never closed",
    "message.close-quote": "close the quote",
    "message.syntax-escape": "unknown escape after a backslash",
    "message.single-quotes": "use single quotes, in which a backslash is just a backslash",
    "message.syntax-alias": "text cannot start with * or &",
    "message.syntax-other": "not valid YAML: {problem}",
    # messages: shape
    "message.want-mapping": "expected {what:message.what}, found {given:message.kind}",
    "message.want-list": "expected a list under {key!}, found {given:message.kind}",
    "message.want-text": "expected text under {key!}, found a list",
    "message.want-string": "expected text under {key!}, found a list or a mapping",
    "message.no-language": "{code!} is the code of a country, not of a language",
    "message.want-languages": "{key!} needs a text in each language of the catalog",
    "message.want-topic-id": "a topic's id or name is expected here",
    "message.topic-list": "write a list such as [pricing, roadmap]",
    "message.sentence-alone": "a sentence without its language",
    "message.put-language": "write `- {language}:` before it",
    "message.put-a-language": "write its language before it, as in `- en: ...`",
    "message.begin-item": "write `- ` before it, or indent it like the lines above it",
    "message.text-example": "write {{{example}}}",
    "message.list-example": "write [{item}]",
    "message.list-or-remove": "write a list, or remove {key!}",
    "message.empty-text": "{key!} is empty",
    "message.no-text": "{key!} has no text",
    "message.fill-or-remove": "fill it in, or remove {key!}",
    "message.fill-in": "fill it in",
    "message.no-version": "the key rolecmp, which marks a folder as a catalog, is missing",
    "message.add-version": "write rolecmp: {version}",
    "message.unsupported-version": (
        "version {version!} of the format is not supported; this program reads {known}"
    ),
    "message.missing-key": "{key!} is missing",
    "message.add-languages": "write for example languages: [en, zh]",
    "message.add-name": "give the role a name",
    "message.unknown-key": "unknown key {name!}",
    "message.known-keys": "the keys here are {keys}",
    "message.bad-id": (
        "{id!} is not a valid id: lower-case letters, digits and hyphens, starting with a letter"
    ),
    "message.id-form": ("use lower-case letters, digits and hyphens, at most {limit} characters"),
    "message.reserved-dimension": "{name!} is a key of every role file and cannot be a dimension",
    "message.rename-one": "rename one of them",
    "message.name-clash": "{name!} names both {id!} and {other!} ({place})",
    "message.want-setting": "{rule!} takes on, off or, where it counts, a number from 0 to 9999",
    "message.setting-example": "write for example {rule}: off",
    "message.want-number": "{key!} takes a whole number from 0 to 9999",
    "message.number-example": "write for example {key}: 5",
    "message.want-day": "{key!} takes a date",
    "message.day-example": "write for example {key}: 2027-03-31",
    # messages: languages
    "message.bad-language": "{language!} is not a language code",
    "message.language-codes": "write codes such as en, zh or pt-BR",
    "message.unknown-language": "{language!} is not a language of this catalog",
    "message.declare-language": (
        "the catalog has {languages}; add {language} to languages, or remove the text"
    ),
    "message.missing-translation": "{key!} has no text in {missing}",
    "message.add-translation": "add {missing} next to the others",
    # messages: roles, topics, letters
    "message.unknown-topic": "no topic has the id or name {name!}",
    "message.declare-topic": "declare it under topics in catalog.yaml",
    "message.unknown-letter": "{name!} is not one of accountable, responsible, consulted, informed",
    "message.pair-of-two": "a pair needs two different roles",
    "message.pair-example": "write for example roles: [pm, pmm]",
    "message.no-such-role": "no role has the id or name {name!}",
    "message.use-role-id": "name a role by its id (the name of its file), its name or an alias",
    "message.unknown-group": "no group has the id or name {name!}",
    "message.declare-group": "declare it under groups in catalog.yaml",
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
    "message.too-many": "{count} roles are {letter:too-many} {topic!}, more than {limit}",
    "too-many": {
        "responsible": "responsible for",
        "consulted": "consulted on",
        "informed": "informed of",
    },
    "message.too-many-remedy": "keep {letter:too-many-remedy}, or set {rule} under `checks`",
    "too-many-remedy": {
        "responsible": "those who do the work",
        "consulted": "those without whom it cannot be decided",
        "informed": "those who need to know",
    },
    "message.accountable-and-informed": "{role!} decides on {topic!} and is also told afterwards",
    "message.drop-informed": "remove `informed`, or hand the topic to the role that decides",
    "message.role-overloaded": (
        "{role!} is accountable for {count:count-topics}, more than {limit}"
    ),
    "message.share-topics": "hand some to other roles, or set {rule} under `checks`",
    "message.role-idle": "{role!} is not involved in any topic",
    "message.give-letters": (
        "say what it owns, does, is asked about or is told about, or say why under `accepted`"
    ),
    "message.unused-topic": "no role is involved in {topic!}",
    "message.use-or-remove": "give it an owner, delete it, or say why under `accepted`",
    "message.uneven-translation": "this item of {key!} has no text in {missing}",
    "message.duplicate-statement": "duplicate statement; first on line {line}",
    "message.merge-statements": "keep one, with the topics of both",
    "message.vague-ownership": (
        "{role!} is accountable for {topics!}, but the sentence says {verb!}"
    ),
    "message.say-what-is-decided": "say what it decides, or make it responsible or consulted",
    "message.missing-dimension": "{role!} says nothing on {dimensions!}",
    "message.describe-or-accept": "add a statement on each, or say why under `accepted`",
    "message.stale-acceptance": "{rule!} is accepted here, but is no longer found",
    "message.accepted-too-many": (
        "{rule!} is accepted here also for {names!}, which it no longer concerns"
    ),
    "message.accepted-too-much": (
        "{rule!} is accepted here up to {limit}, but there are only {count}"
    ),
    "message.cut-it-down": "reduce it to what is found",
    "message.accepted-until": "it was accepted until {until}; settle it, or set a later date",
    "message.accept-whom": "under `accepted`, say for whom: `roles: [{roles}]`",
    "message.accepted-others": (
        "it was not accepted for {names!}; settle it, or add them to `roles` under `accepted`"
    ),
    "message.accept-how-many": "under `accepted`, say how many: `at-most: {count}`",
    "message.accepted-fewer": (
        "at most {limit} are accepted; settle it, or raise `at-most` under `accepted`"
    ),
    "message.not-accepted-here": (
        "{rule!} is not about {on:found-of}, so it cannot be accepted here"
    ),
    "found-of": {"topic": "a topic", "statement": "a statement", "role": "a role"},
    "message.accept-on": "accept it on the {on!or} that it is about",
    "message.switch-off": "it cannot be accepted; fix it, or write `{rule}: off` under `checks`",
    "message.rule-stays-on": (
        "{rule!} finds definitions that cannot be trusted, so it cannot be switched off"
    ),
    "message.counts-nothing": "{rule!} has no threshold",
    "message.write-on-or-off": "write on or off",
    "message.manages-cycle": "roles manage each other in a circle: {roles}",
    "message.break-circle": "take one of them out of `manages`",
    "message.empty-group": "no topic belongs to the group {group!}",
    "message.fill-group": "put topics into it with `group: ...`, or delete it",
    "message.letter-without-sentence": "no sentence says why {role!} is {letter} for {topic!}",
    "message.say-why": "write a sentence with that letter, or say why not under `accepted`",
    "message.missing-brief": "{role!} has no brief on {dimensions!}",
    "message.write-brief": (
        "write one short line on each under `brief`, or say why not under `accepted`"
    ),
    "message.long-brief": (
        "the brief on {dimension!} is {count} characters long ({language}), more than {limit}"
    ),
    "message.shorten-brief": "shorten it, or set {rule} under `checks`",
    "message.unread-file": "this file looks like a role, but is not read",
    "message.move-or-rename": (
        "put it beside catalog.yaml and let its name end in .yaml, or move it elsewhere"
    ),
    "message.stale-schema": "this schema no longer fits the catalog",
    "message.renew-schema": "write it again with rolecmp schema",
    "message.invisible-character": "{name!} contains an invisible character ({code})",
    "message.type-again": "type the name again",
    "message.non-ascii-id": "the id {id!} has characters other than a to z, 0 to 9 and hyphens",
    "message.ascii-id": "choose another id; the name can stay",
    "message.unknown-rule": "unknown rule {name!}",
    "message.see-rules": "rolecmp check --rules lists them",
    # messages: questions
    "message.unknown-role": (
        "no role is called {name!}{source? in {source!}}{near?; did you mean {near,or}?}"
    ),
    "message.role-matches": ("no role is called {name!}; {count:count-roles} may be meant:"),
    "message.is-a-topic": "{name!} names a topic: rolecmp who-owns {id}",
    "message.is-a-group": "{name!} names a group of topics: {topics}",
    "message.is-a-role": "{name!} names a role: rolecmp show {id}",
    "message.did-you-mean-names": "did you mean {near,or}?",
    "understood-as": "{asked!} is understood as {name}{id? ({id!})}",
    "message.see-list": "the roles are {roles}; rolecmp list shows them all",
    "message.see-list-of": (
        "the roles there are {roles}; rolecmp list --roles {source} shows them all"
    ),
    "message.roles-there": "the roles there are {roles}",
    "message.some-roles-there": "some of the roles there: {roles}",
    "message.builtin-in-force": (
        "the catalog in use is the built-in one, so {name!} and {other!} are the same role"
    ),
    "message.own-catalog": "name your own with --roles, or start one with rolecmp init",
    "message.unknown-topic-name": "no topic is called {name!}{near?; did you mean {near,or}?}",
    "message.topic-matches": ("no topic is called {name!}; {count:count-topics} may be meant:"),
    "message.name-match": "  {title}{id? ({id})}",
    "message.unknown-topic-mentioned": (
        "no topic is called {name!}, but {count:count-statements} {count:grammar.mention} it:"
    ),
    "message.mentions": "{count:count-statements} {count:grammar.mention} {name!}:",
    "message.name-a-topic": "name the topic that you ask about",
    "message.name-a-role": "name the role that you ask about",
    "message.mention": "  {place}  {role}, {dimension}: {text}",
    "message.ask-overview": "rolecmp who-owns shows every topic",
    "message.unknown-dimension": "no dimension is called {name!}",
    "message.dimensions-are": "the dimensions are {names}",
    "message.language-missing": "this catalog has no texts in {name!}",
    "message.language-not-spoken": "not available in {name!}",
    "message.languages-are": "its languages are {names}",
    "message.no-hyphen": "{name!} begins with a dash that is no hyphen",
    "message.write-option": "write {option!}",
    "message.named-twice": "{name!} is named twice",
    "message.same-role-twice": "{first!} and {second!} are the same role, {id!}",
    "message.one-role": "{role!} alone cannot be compared; name two roles or more",
    "message.name-two": "rolecmp show {role} shows it alone",
    "message.no-such-folder": "{path!} ({asked_by}) is not a folder",
    "message.not-a-catalog": "{path!} ({asked_by}) is not a catalog: it has no catalog.yaml",
    "message.catalog-misnamed": (
        "this looks like the catalog's file, which has to be called catalog.yaml"
    ),
    "message.rename-catalog": "rename it to {name}, or let `rolecmp check --fix` do it",
    "message.roles-alone": "role files lie in this folder, and there is no catalog.yaml",
    "message.begin-catalog": (
        "write one that begins with rolecmp: 1, or name another catalog with --roles "
        "(--roles builtin is the built-in one)"
    ),
    "message.dangling-link": "broken link",
    "message.mend-link": "delete it, or point it to the file",
    "message.gone": "it was there and is gone",
    "message.no-working-directory": "cannot determine the current folder: {reason}",
    "message.change-folder": "change to a folder that exists",
    "message.add-catalog-file": "name the folder that contains catalog.yaml",
    # messages: catalogs by name: folders, revisions
    "message.no-such-catalog-folder": "there is no folder {path!}",
    "message.not-a-catalog-folder": "{path!} is not a catalog: it has no catalog.yaml",
    "message.bad-revision": "{name!} is not a valid revision",
    "message.no-git": (
        "{name!} is not a folder with a catalog, and git, which may know it as a revision, is "
        "not installed"
    ),
    "message.install-git": "install git, or name a folder or builtin",
    "message.no-repository": (
        "{name!} is neither a folder with a catalog nor a revision: {path!} is not in a git work "
        "tree"
    ),
    "message.unknown-revision": (
        "{name!} is neither a folder with a catalog nor a revision known to git here"
    ),
    "message.see-revisions": "git branch --all and git tag list the names",
    "message.no-place": (
        "{name!} is a revision, but the catalog in use is the built-in one, which is not in it"
    ),
    "message.name-place": "name the folder too, as in {name}:roles",
    "message.no-folder-at": "there is no folder {path!} in {name!}",
    "message.no-catalog-at": (
        "the folder {path!} in {name!} is not a catalog: it has no catalog.yaml"
    ),
    "message.name-folder-at": (
        "if the catalog was in another folder then, name it as in {name}:FOLDER; rolecmp diff "
        "builtin compares with the built-in one"
    ),
    "message.half-a-version": "{name!} needs a role before the @ and a catalog after it",
    "message.version-example": "write for example pm@builtin or pm@main",
    "message.git-failed": "git cannot read this: {reason}",
    # messages: starting a catalog
    "message.role-of-blank": "--role takes roles from the built-in catalog; blank has none of them",
    "message.fill-blank": "remove --role or --from blank",
    "message.no-folder-name": "not a valid folder name",
    "message.not-a-folder": "{path!} already exists and is not a folder",
    "message.other-folder": "name another folder",
    "message.files-there": "nothing was written to {path!}, because files there are in the way",
    "message.file-there": "  {path} would be overwritten",
    "message.file-would-be-role": "  {path} would be read as a role of the new catalog",
    "message.nothing-written": "nothing was written",
    # messages: the system
    "system.EACCES": "Permission denied",
    "system.EEXIST": "File exists",
    "system.EISDIR": "Is a directory",
    "system.ENAMETOOLONG": "File name too long",
    "system.ENOENT": "No such file or directory",
    "system.ENOSPC": "No space left on device",
    "system.ENOTDIR": "Not a directory",
    "system.EPERM": "Operation not permitted",
    "system.EROFS": "Read-only file system",
    # messages: the command line
    "message.no-such-option": "no such option {name!}",
    "message.no-such-command": "no such command {name!}",
    "message.option-behind": "{name} belongs behind a command, as in rolecmp list {name}",
    "message.command-first": (
        "a command comes first, as in rolecmp compare pm pmm or rolecmp who-owns pricing; "
        "see rolecmp --help"
    ),
    "message.write-roles": "to name the catalog, write --roles {folder}",
    "message.needs-value": "option {name!} needs a value",
    "message.needs-no-value": "option {name!} takes no value",
    "message.write-excel": "to write Excel files, install rolecmp[excel]",
    "message.output-is-folder": "{path!} is a folder",
    "message.name-file": "name a file in it",
    "message.missing-argument": "missing argument {name}",
    "message.extra-argument": "unexpected {names:grammar.arguments} {names!}",
    "message.see-help": "see {command} --help",
    "message.bad-choice": "invalid value {value!} for {option}",
    "message.choices-are": "choose from {choices}",
    "message.bad-number": (
        "invalid value {value!} for {option}: expected a whole number from {low} to {high}"
    ),
    "message.unknown-ending": "no format has the ending of {path!}",
    "message.give-format": "give the format with -f, or use one of the endings {endings}",
    "message.other-usage": "{text}",
    "message.cannot-write": "cannot write {path!}: {reason}",
    "message.no-text-format": "{name} is not text, so a terminal cannot show it",
    "message.name-output": "write it to a file with -o",
    "message.cannot-write-out": "cannot write the answer: {reason}",
    # messages: the page
    "message.check-needs-output": "--check needs the file to check",
    "message.name-page": "name it with -o, as in rolecmp page -o roles.html --check",
    "message.bad-url": "{url!} is not the URL of a folder",
    "message.web-address": "use one that starts with https://, or a path",
    "message.page-stale": "{path} is out of date; run without --check to renew it",
    "message.page-unreadable": "cannot read {path!}: {reason}",
    "message.page-up-to-date": "{path} is up to date",
    # messages: documents
    "message.misspelt-marker": "{said!} looks like a marker, but is not one",
    "message.write-so": "write {right!}",
    "message.open-comment": "this comment is not closed on its line with {closing!}",
    "message.mixed-markers": (
        "this marker closes the block of line {line}, which was opened with another kind of comment"
    ),
    "message.hidden-marker": (
        "this marker is inside HTML or a comment that starts on line {line}, where Markdown is "
        "not read"
    ),
    "message.move-out": "move the block out of it",
    "message.indented-marker": "this marker is indented",
    "message.inline-marker": "there is other text on the line of this marker",
    "message.own-line": "put it on a line of its own, at the start of the line",
    "message.nested-block": "a block starts here inside the one of line {line}",
    "message.close-first": "close that one first with {marker!}",
    "message.stray-marker": "there is no open block for this marker to close",
    "message.open-or-delete": "delete it, or start the block with {marker!}",
    "message.unclosed-block": "this block is never closed",
    "message.too-many-blocks": (
        "this document has more than {limit} blocks, the most that are renewed"
    ),
    "message.too-much-code": (
        "this document has more than {limit} comments and code fences, the most that are read"
    ),
    "message.grows-too-large": (
        "the document would become larger than {limit} MiB, the most that is read"
    ),
    "message.merge-conflict": "git left a merge conflict in this block",
    "message.resolve-block": "resolve it, or use --force to replace both sides",
    "message.other-catalog": (
        "this block was written from the catalog {was!}, and would now be answered from {now!}"
    ),
    "message.name-catalog": (
        "write --roles {was} into the block to keep to it, or use --force to change over"
    ),
    "message.builtin-unnamed": (
        "there is no catalog of your own here or in a folder above, and rolecmp {command} does "
        "not answer from the built-in one unless it is named"
    ),
    "message.name-builtin": "start a catalog with rolecmp init, or name that one: --roles builtin",
    "message.document-outside": (
        "this link points outside the folder, so the file behind it is not written"
    ),
    "message.name-document": "name the document itself if it is to be renewed",
    "message.diff-of-fix": "--diff is for --fix alone",
    "message.add-fix": "write --fix --diff",
    "message.only-diff": "--fix --diff prints a diff, so {name} has no effect",
    "message.builtin-unfixed": "the built-in catalog is not changed",
    "message.begin-own": "start your own with rolecmp init, or name its folder with --roles",
    "message.format-for-check": "the format {name!} is for --check alone",
    "message.add-check": "add --check",
    "message.standard-alone": "standard input (-) cannot be combined with other documents",
    "message.name-else": "remove - or the others",
    "message.stale-block": "this block is not what `rolecmp {asked}` answers",
    "message.renew-it": "renew it with rolecmp docs",
    "message.split-document": "split the document",
    "message.close-block": "write {marker!} where it ends",
    "message.empty-marker": "this marker has no command",
    "message.edited-block": "this block was edited by hand",
    "message.foreign-text": "this block holds text that rolecmp did not write",
    "message.force-it": "move what you want to keep out of it; --force replaces the rest",
    "message.not-in-block": "{name!} has no use in a block, which is always Markdown",
    "message.leave-out": "remove it",
    "message.not-an-answer": "the answer of {name!} cannot go into a document",
    "message.name-documents": "rolecmp docs . renews every document in this folder",
    "message.stale": "stale",
    "message.renewed": "renewed",
    "message.no-blocks": (
        "no block in {documents:grammar.documents}; rolecmp docs --example shows what one looks "
        "like"
    ),
    "message.up-to-date": "{count:grammar.blocks} in {documents:grammar.documents}: all up to date",
    "message.some-stale": (
        "{stale} of {count:grammar.blocks} stale; run without --check and --diff to renew them"
    ),
    "message.some-renewed": "{stale} of {count:grammar.blocks} renewed",
    "message.changed-meanwhile": "changed while it was being renewed, so left as it is",
    "message.run-again": "run the command again",
    "message.not-writable": "no permission to write this file",
    "message.allow-writing": (
        "change its permissions so that you can write it; no document was written"
    ),
    "message.old-file-whole": "what was there before is unchanged",
    # messages: what is expected where, and what is there instead
    "message.what": {
        "catalog-file": "a mapping of keys such as rolecmp: and topics:",
        "role-file": "a mapping of keys such as name: and summary:",
        "dimensions": "a mapping from dimension to its name",
        "topics": "a mapping from topic to its name",
        "groups": "a mapping from group to its name",
        "brief": "a mapping from dimension to one line",
        "accepted": "a mapping from finding to reason",
        "checks": "a mapping from rule to a number or off",
        "pair": "a mapping with the key roles:",
    },
    "message.kind": {
        "text": "text",
        "nothing": "nothing",
        "list": "a list",
        "mapping": "a mapping",
    },
    # rules: the file
    "rule.unreadable.finds": "a file or folder that cannot be opened",
    "rule.unreadable.why": _LOST,
    "rule.unreadable.fix": "Change its permissions so that you can read it, or put it back.",
    "rule.not-a-file.finds": "a folder, a pipe or a device where a file should be",
    "rule.not-a-file.why": _LOST,
    "rule.not-a-file.fix": "Put a regular file there, or rename what is there.",
    "rule.outside-link.finds": "a link that points outside the catalog's folder",
    "rule.outside-link.why": (
        "A copy of the folder would lack what the link points to, and the answer would depend on "
        "the machine."
    ),
    "rule.outside-link.fix": "Put the file itself into the folder.",
    "rule.limit.finds": "a file or a catalog above the size limits",
    "rule.limit.why": (
        "The limits are far above any real catalog; what exceeds them is a mistake or an attack."
    ),
    "rule.limit.fix": "Remove what does not belong there, or split it into several roles.",
    "rule.empty-file.finds": "a file with nothing in it",
    "rule.empty-file.why": _LOST,
    "rule.empty-file.fix": "Write the role, or delete the file.",
    # rules: characters
    "rule.encoding.finds": "text that is not UTF-8",
    "rule.encoding.why": _LOST,
    "rule.encoding.fix": "Save the file as UTF-8; every editor can.",
    "rule.control-character.finds": "invisible control characters",
    "rule.control-character.why": "They can reverse text, hide it, or control a terminal.",
    "rule.control-character.fix": "Delete them; the message gives the position.",
    "rule.conflict-marker.finds": "markers of an unfinished merge",
    "rule.conflict-marker.why": "Two versions of the truth are in one file.",
    "rule.conflict-marker.fix": "Keep the right lines and delete the markers.",
    # rules: YAML
    "rule.tab.finds": "a line indented with a tab",
    "rule.tab.why": "YAML allows spaces only.",
    "rule.tab.fix": "Indent with spaces.",
    "rule.syntax.finds": "what is not YAML",
    "rule.syntax.why": _LOST,
    "rule.syntax.fix": "The message says what is expected there.",
    "rule.full-width-colon.finds": "a full-width colon after a key",
    "rule.full-width-colon.why": _MEANT,
    "rule.full-width-colon.fix": "Write an ASCII colon and a space.",
    "rule.wide-sign.finds": "a sign, space or letter that is not the ASCII one YAML wants",
    "rule.wide-sign.why": _MEANT,
    "rule.wide-sign.fix": "Write the ASCII sign that the message names.",
    "rule.full-width-comma.finds": "full-width punctuation between list items",
    "rule.full-width-comma.why": _MEANT,
    "rule.full-width-comma.fix": "Write an ASCII comma and a space.",
    "rule.unquoted-text.finds": "a # or a colon that turns part of a text into something else",
    "rule.unquoted-text.why": _MEANT,
    "rule.unquoted-text.fix": "Put the text in quotes.",
    "rule.anchor.finds": "YAML anchors",
    "rule.anchor.why": _PLAIN,
    "rule.anchor.fix": "Write the content out in full.",
    "rule.alias.finds": "YAML aliases",
    "rule.alias.why": _PLAIN,
    "rule.alias.fix": "Write the content out in full.",
    "rule.merge-key.finds": "YAML merge keys",
    "rule.merge-key.why": _PLAIN,
    "rule.merge-key.fix": "Write the content out in full.",
    "rule.tag.finds": "YAML tags",
    "rule.tag.why": _PLAIN,
    "rule.tag.fix": "Delete them: every value is text as written.",
    "rule.several-documents.finds": "a second document in one file",
    "rule.several-documents.why": _PLAIN,
    "rule.several-documents.fix": "Keep one document per file.",
    "rule.duplicate-key.finds": "a key, a language or a pair given twice",
    "rule.duplicate-key.why": (
        "Other tools silently keep the last one; nobody can tell which is meant."
    ),
    "rule.duplicate-key.fix": "Merge the two.",
    # rules: shape
    "rule.unsupported-version.finds": "a version of the format that this program does not support",
    "rule.unsupported-version.why": "What the file means may have changed.",
    "rule.unsupported-version.fix": "Write rolecmp: 1, or update the program.",
    "rule.missing-key.finds": "a required key that is missing",
    "rule.missing-key.why": _LOST,
    "rule.missing-key.fix": "Add it; the message says where.",
    "rule.unknown-key.finds": "a key that has no meaning there",
    "rule.unknown-key.why": _UNKNOWN,
    "rule.unknown-key.fix": "Correct it, or declare the dimension it names.",
    "rule.wrong-type.finds": "a list where text should be, and the like",
    "rule.wrong-type.why": _LOST,
    "rule.wrong-type.fix": "Write it as the message shows.",
    "rule.empty-text.finds": "an empty text",
    "rule.empty-text.why": "An empty heading helps nobody.",
    "rule.empty-text.fix": "Fill it in, or remove the key.",
    "rule.bad-id.finds": "an invalid id or file name",
    "rule.bad-id.why": "Ids are typed on every keyboard and used in file names and links.",
    "rule.bad-id.fix": "Use lower-case letters, digits and hyphens, starting with a letter.",
    # rules: content
    "rule.unknown-language.finds": "a text in a language that the catalog does not declare",
    "rule.unknown-language.why": _UNKNOWN,
    "rule.unknown-language.fix": "Correct the code, or add it to languages.",
    "rule.unknown-letter.finds": "an involvement other than the four of RACI",
    "rule.unknown-letter.why": _UNKNOWN,
    "rule.unknown-letter.fix": "Write accountable, responsible, consulted or informed.",
    "rule.unknown-topic.finds": "a topic that is not declared",
    "rule.unknown-topic.why": (
        "An involvement in an undeclared topic is lost, and the topic that was meant looks as if "
        "nobody owned it."
    ),
    "rule.unknown-topic.fix": "Correct it, or declare it in catalog.yaml.",
    "rule.name-clash.finds": "two roles or topics with one name",
    "rule.name-clash.why": "Whoever asks by that name could mean either.",
    "rule.name-clash.fix": "Rename one, or remove the alias.",
    "rule.unknown-role.finds": "a reference to a role that is not there",
    "rule.unknown-role.why": "What is said of that role is shown to nobody.",
    "rule.unknown-role.fix": (
        "Name the role by its id, which is its file's name, by its name or by an alias."
    ),
    "rule.unknown-group.finds": "a topic in a group that is not declared",
    "rule.unknown-group.why": "The topic would stand in no group.",
    "rule.unknown-group.fix": "Correct it, or declare the group in catalog.yaml.",
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
        "Roles are asked and told about work that nobody does. An accountable role is enough: "
        "it does the work where no other role is named."
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
        "a role that decides on a topic and is also told afterwards"
    ),
    "rule.accountable-and-informed.why": (
        "To be informed is to hear of a decision made by others. The accountable role made it, "
        "so one of the two letters is wrong."
    ),
    "rule.accountable-and-informed.fix": (
        "Remove informed, or hand the topic to the role that decides."
    ),
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
    "rule.role-idle.finds": "a role that is not involved in any topic",
    "rule.role-idle.why": "The definitions do not say what the role is there for.",
    "rule.role-idle.fix": (
        "Say what it owns, does, is asked about or is told about; delete the role; or accept the "
        "finding on the role."
    ),
    "rule.unused-topic.finds": "a declared topic that no role is involved in",
    "rule.unused-topic.why": (
        "Either nobody owns it and nobody has noticed, or it is left over from earlier."
    ),
    "rule.unused-topic.fix": "Give it an owner, delete it, or accept the finding on the topic.",
    # rules: texts
    "rule.missing-translation.finds": (
        "a name, a summary or another single text that lacks a language"
    ),
    "rule.missing-translation.why": "The answer in that language shows the text of another one.",
    "rule.missing-translation.fix": "Add the text next to the others.",
    "rule.uneven-translation.finds": "an item of a list that lacks a language",
    "rule.uneven-translation.why": (
        "One language's readers are told something that the others are not."
    ),
    "rule.uneven-translation.fix": "Add the text next to the others.",
    "rule.duplicate-statement.finds": "a statement that a role makes twice",
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
    "rule.unknown-rule.finds": (
        "a rule under accepted or checks that does not exist or does not belong there"
    ),
    "rule.unknown-rule.why": ("It would be ignored silently."),
    "rule.unknown-rule.fix": (
        "Take the name from rolecmp check --rules; accept a finding on what it is about."
    ),
    "rule.manages-cycle.finds": "roles that manage each other in a circle",
    "rule.manages-cycle.why": "Nobody in a circle has the last word on the others.",
    "rule.manages-cycle.fix": "Take one of the roles out of manages.",
    "rule.letter-without-sentence.finds": "a letter of a role that no sentence backs",
    "rule.letter-without-sentence.why": (
        "A letter without a sentence is a claim: readers do not learn what it means. Off "
        "unless a catalog switches it on, since a matrix starts out that way."
    ),
    "rule.letter-without-sentence.fix": (
        "Write a sentence with that letter, or accept it on the role."
    ),
    "rule.empty-group.finds": "a group that no topic belongs to",
    "rule.empty-group.why": (
        "Most often a topic names its group wrongly, or the group is no longer used."
    ),
    "rule.empty-group.fix": "Put topics into it, or delete it.",
    "rule.missing-brief.finds": "a role that describes a dimension and has no brief line on it",
    "rule.missing-brief.why": (
        "A comparison shows the briefs first; without them it shows the first statements. "
        "Off unless a catalog switches it on."
    ),
    "rule.missing-brief.fix": (
        "Write one short line a dimension under brief, or accept it on the role."
    ),
    "rule.long-brief.finds": "a brief that is longer than its line",
    "rule.long-brief.why": (
        "A comparison of two roles has to fit a screen. 60 characters of an alphabet, or 28 "
        "Chinese ones, make two lines of a column; the number is a convention of this "
        "program."
    ),
    "rule.long-brief.fix": "Shorten it, or set another number under checks.",
    "rule.invisible-character.finds": "a name with an invisible character",
    "rule.invisible-character.why": (
        "Two names look alike and are not, and a name that is typed is not found."
    ),
    "rule.invisible-character.fix": "Type the name again.",
    "rule.non-ascii-id.finds": "an id beyond a to z, 0 to 9 and hyphens",
    "rule.non-ascii-id.why": (
        "Not every keyboard, tool and link can write it. Off by default; to switch it on, write "
        "`non-ascii-id: on` under checks in catalog.yaml."
    ),
    "rule.non-ascii-id.fix": "Choose another id; the name can stay as it is.",
    "rule.unread-file.finds": "a file that looks like a role, but is not read",
    "rule.unread-file.why": "What it says is in no answer, and nobody notices.",
    "rule.unread-file.fix": (
        "Put it beside catalog.yaml under a name that ends in .yaml, or move it elsewhere."
    ),
    "rule.stale-schema.finds": "a schema beside the catalog that no longer fits it",
    "rule.stale-schema.why": (
        "Editors complete and check by it: they offer topics that are gone and refuse new ones."
    ),
    "rule.stale-schema.fix": "Write it again with rolecmp schema.",
    "rule.stale-acceptance.finds": (
        "an accepted finding that is no longer there, or accepted for more than there is"
    ),
    "rule.stale-acceptance.why": "It would hide the finding on the day it comes back.",
    "rule.stale-acceptance.fix": "Remove it from accepted, or cut it down to what is there.",
    # schema: what there is
    "schemas-files": "Definition files:",
    "schemas-answers": "Answers with -f json:",
    "schemas-print": "rolecmp schema NAME prints one.",
    # schema: what an editor shows beside a key
    "schema.role-file": "A role of a rolecmp catalog",
    "schema.catalog-file": "A rolecmp catalog",
    "schema.name": "The role's name, in each language.",
    "schema.aliases": "Other names that people type.",
    "schema.summary": "One or two sentences on the role.",
    "schema.notes": "Remarks.",
    "schema.source": "Where this comes from.",
    "schema.accepted": (
        "Findings of rolecmp check that are known and intended, each with the reason."
    ),
    "schema.accountable": "Topics whose outcome the role owns and decides on; one role a topic.",
    "schema.responsible": "Topics that the role does the work on.",
    "schema.consulted": "Topics that the role is asked about before a decision.",
    "schema.informed": "Topics that the role is told about afterwards.",
    "schema.rolecmp": "The version of the format.",
    "schema.title": "The catalog's title.",
    "schema.languages": "The languages of the texts; the first is the default.",
    "schema.dimensions": "What roles are compared on, in this order.",
    "schema.topics": "What can be owned: an id, and a name where it differs.",
    "schema.pairs": "What is true of two roles together.",
    "schema.pair_roles": "The two roles, by id, name or alias.",
    "schema.roles": "The order of the roles; those left out follow by id.",
    "schema.accepted_roles": "The roles that it is accepted for.",
    "schema.at-most": "The number up to which it is accepted.",
    "schema.until": "The day from which it is a finding again.",
    "schema.brief": "One short line a dimension, which a comparison shows first.",
    "schema.manages": "The roles that report to this one.",
    "schema.ask": "Whom or where to ask: a channel, an address or a link.",
    "schema.groups": "Groups of topics, such as phases or areas, in this order.",
    "schema.group": "The group that the topic is in.",
    "schema.difference": "The contrast in one line.",
    "schema.together": "How the two meet.",
    "schema.checks": "Rules of rolecmp check: a threshold, or off.",
    # grammar: what a number asks for; each language has its own of these
    "grammar.blocks": {
        "one": "{count} block",
        "other": "{count} blocks",
    },
    "grammar.documents": {
        "one": "{count} document",
        "other": "{count} documents",
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
    "grammar.arguments": {
        "one": "argument",
        "other": "arguments",
    },
}
