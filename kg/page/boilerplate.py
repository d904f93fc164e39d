"""The lines that a news site prints around an article: what they look like, as data.

Patterns are tried on whole lines (stripped), ignoring case. They describe the furniture of news sites,
never one site.
"""

from __future__ import annotations

import re

# A line that opens a list of other stories, tags or the like. The rest of the line may name a section.
_LISTS = (
    r"(?:more|latest|other|top|breaking|featured|trending)\s+(?:\w+\s+){0,3}(?:news|stories|articles|headlines|posts|videos|coverage|reading|analysis)",
    r"(?:more|latest)\s+(?:in|on|from|about|by|world|asia|europe|africa|americas?|politics|national|business)\b(?:\s+[\w’'&-]+){0,5}",
    r"more\s+[A-Z]\w+",
    r"more (?:like this|to read|for you)",
    r"(?:related|recommended|similar|sponsored|suggested|popular)(?:\s+(?:\w+\s+){0,2}(?:news|stor(?:y|ies)|articles?|posts?|topics?|links?|content|videos?|images?|coverage|reading|items?|tags?|pages?|documents?|for you))?",
    r"(?:also|elsewhere) (?:in|on) (?:today|this|the|our)\b.{0,40}",
    r"(?:most|best)[\s-]+(?:read|viewed|popular|shared|commented|clicked|watched|recent|emailed|discussed)\b.{0,40}",
    r"(?:see|read|watch|listen|you (?:may|might)) also\b.{0,12}",
    r"you (?:may|might) (?:also )?(?:like|be interested)\b.{0,20}",
    r"(?:read|learn|find out) more",
    r"trending(?: now| topics| stories)?",
    r"(?:editor['’]?s?['’]?|our|staff|reader['’]?s?['’]?) (?:picks?|choices?|favou?rites?)",
    r"(?:recent|previous|next|popular|related|latest) (?:posts?|stor(?:y|ies)|articles?|comments?|videos?|images?|news)",
    r"(?:on|about) (?:the|this) (?:same )?(?:subject|topic|story)",
    r"more on (?:the|this) (?:subject|topic|story)",
    r"don['’]?t miss\b.{0,30}",
    r"in (?:other|related) news",
    r"what to read next|up next|next up|recommended for you|around the web|from the web|from our partners|promoted(?: stories)?|paid content",
    r"in this (?:story|section|article)|on this page|contents|quick links|useful links|links",
    # the same headings in the languages of sites whose English pages keep some of their own words
    r"lo m[áa]s (?:le[íi]do|visto)|m[áa]s noticias|noticias relacionadas|te puede interesar|le[ae] tambi[ée]n",
    r"les plus lus|[àa] lire aussi|lire aussi|articles (?:li[ée]s|similaires)|sur le m[êe]me sujet|mais lidas|leia (?:tamb[ée]m|mais)|not[íi]cias relacionadas",
    r"meistgelesen|mehr zum thema|lesen sie auch|leggi anche|potrebbe interessarti|lees ook|l[äa]s (?:mer|ocks[åa])|les ogs[åa]|czytaj tak[żz]e|zobacz tak[żz]e",
    r"baca juga|berita (?:terkait|lainnya)|terpopuler|ilgili haberler|son dakika|tin (?:li[êe]n quan|m[ớo]i)|читайте также|по теме|関連記事|相关新闻|相關新聞|관련\s?기사|اقرأ أيضا",
    r"top videos|videos|photos|galler(?:y|ies)|related images|in pictures",
)
# A line after which only readers' words, forms and the site's own text follow.
_ENDS = (
    r"(?:\d+\s+)?comments?(?:\s*[(:\[]\s*\d*[^\n]{0,20})?(?:\s+closed)?",
    r"(?:leave|post|write|add|submit)\s+(?:a|your|an?\s+\w+)\s+(?:comment|reply|response|review)\b.{0,40}",
    r"(?:your|reader|readers['’]?|social|all|recent|latest|facebook)\s+comments?\??(?:\s*\(\d+\))?",
    r"(?:show|view|see|load|read)\s+(?:all\s+|more\s+|the\s+|\d+\s+)?comments?(?:\s*\(\d+\))?",
    r"(?:join the (?:conversation|discussion)|have your say|what do you think\?|responses|discussion)",
    r"comentarios|coment[áa]rios|commentaires|kommentare|komentar|yorumlar|комментарии|dej[ae] un comentario",
    r"conversations are opinions of our readers.{0,120}",
    r"(?:help-image )?social comment\?",
)
# One line of furniture, wherever it stands; everything else on that line goes with it.
_LINES = (
    r"(?:advertisement|advertorial|ad|sponsored|publicidad|promo(?:tion)?|article continues below|story continues below|continues? (?:reading )?(?:below|after)\b.{0,40}|scroll to continue|continue reading)(?:\b\W.{0,60})?",
    r"(?:read|see|watch|listen|view|learn)\s+(?:also|more|next|further|here|this|the full\b.{0,30})\b\s*[:>–—|]?.{0,160}",
    r"(?:also read|related(?: article| story| news)?|recommended|watch|listen|look|live|video|explainer|in pictures|in pics|more|baca juga|lire aussi|lea tambi[ée]n|leia tamb[ée]m)\s?[:|–—>»].{0,160}",
    r"\[\s*(?:related|read|see|also|watch)\b.{0,160}\]",
    r"(?:https?://|www\.|pic\.twitter\.com|t\.co/)\S+",
    r".{2,60}\(@\w+\).{0,40}",
    r"(?:tags?|topics?|key\s?words?|filed under|categor(?:y|ies)|labels?|sections?|read more on|more about)\b\s*:?.{0,200}",
    r"(?:share|print|e-?mail|tweet|save|bookmark|like|comment|font size|text size|listen|follow|subscribe|facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|copy link|gift)(?:\b.{0,20})?",
    r"share(?: on| this| via|:|\s{2,}).{0,160}",
    r"(?:email|print|send|share|tweet|save|gift|listen to|rate|report) this (?:story|article|page|post)?\b.{0,80}",
    r"(?:home|front page|menu|inicio|accueil|start)\s*(?:[>»|/·:]|\s{2,}).{0,300}",
    r"(?:copyright|copyrights|\(c\)|©|all rights reserved|terms (?:of|and)|privacy|publication permit|e-?paper|maintained by|powered by|designed by|site ?map|about us|contact us?|imprint|impressum)\b.{0,250}",
    r"©.{0,250}",
    r"(?:follow|like|find|join) us\b.{0,120}",
    r"(?:sign|log) (?:in|up|on)\b.{0,120}",
    r"(?:click|tap) (?:here|to|on|below)\b.{0,120}",
    r"(?:subscribe|register|enable notifications?|download|install|get) (?:to |for |the |our |your |now|today|free|unlimited|daily|breaking|alerts?|updates?|notifications?|app)\b.{0,160}",
    r"(?:page|slide) \d+(?:\s.{0,40})?|page up.{0,40}|(?:previous|next|prev)(?:\s*(?:post|page|story|article))?\s*[>»]*",
    r"\d+ (?:shares?|comments?|views?|likes?|retweets?|claps?|min(?:ute)?s?(?: to)? read)\b.{0,80}",
    r"\d{1,2}|[\d,.]+\s*(?:k|m)?|\d[\d*./|:\s-]{4,}",
    r"this (?:story|article|post|page) (?:has been|was) (?:viewed|read|shared|first published|originally published|updated|corrected|amended|translated|produced)\b.{0,160}",
    r"(?:breaking|developing|live)(?: news)?\s*:?\s{2,}.{0,120}",
    r"(?:to write|to post|to leave|to read|to continue|please) .{0,60}(?:log ?in|sign ?in|register|subscribe|account)\b.{0,80}",
    r"(?:name|email|website|comment|captcha)(?:\s{2,}|\s*\*).{0,120}",
    r"(?:skip to|jump to|back to|go to|return to) (?:main |the )?(?:content|navigation|top|home\w*|menu)\b.{0,200}",
    r"(?:recommend|like|reply|report|permalink|upvote|flag)\s+\d+",
    r"(?:0 )?shares?\s+.{0,120}",
    r"(?:weather|temperature|air quality)\b.{0,60}",
    r"(?:\[ ?(?:sign up|subscribe|read more) ?\])",
)
# Sentences of the site about itself, recognised by a phrase inside a short paragraph. The words in front are what
# the pattern cannot match without: a look for them is a hundred times faster than the pattern.
_PHRASES: tuple[tuple[str, str], ...] = (
    ("rights", r"all rights reserved"),
    ("terms", r"\bterms of (?:use|service)|terms and conditions apply|\bour terms\b"),
    (
        "cookie",
        r"cookies? (?:policy|settings|help|and similar|to improve)|(?:use|uses|using) (?:of )?(?:our )?cookies|enable cookies",
    ),
    ("preferences", r"manage your preferences"),
    ("mail", r"your e-?mail address|e-?mail the (?:editor|author|reporter)"),
    ("required fields", r"required fields are marked"),
    (
        "comment",
        r"comments? (?:are|will be|may be) (?:closed|moderated|disabled|subject|published|removed)|comments? section|keep comments|log ?in to comment|comments do not represent",
    ),
    ("guidelines", r"community guidelines"),
    (
        "expressed",
        r"(?:views|opinions) expressed (?:below|here|in (?:this|the) (?:article|comment|column|post|section))",
    ),
    ("readers", r"opinions? of (?:our )?readers"),
    ("moderation", r"moderation policy"),
    ("banned", r"user banned"),
    ("robot", r"not a robot"),
    (
        "sign up",
        r"sign up (?:for|to|now|today)\b.{0,40}\b(?:newsletter|alerts?|updates|bulletin|channel|e-?mail|daily|free|news)",
    ),
    (
        "subscri",
        r"subscribe (?:for|to|now|today)\b.{0,40}\b(?:newsletter|alerts?|updates|bulletin|channel|e-?mail|daily|free|news)|already a subscriber|become a subscriber",
    ),
    ("channel", r"(?:our|the) (?:whatsapp|telegram|youtube|facebook|viber) (?:channel|group|page)"),
    (" app", r"get the .{0,30}\bapp\b|download (?:the|our) (?:\w+ ){0,3}app\b"),
    ("ad-free", r"\bad-free\b"),
    ("contact", r"contact (?:us\b|our (?:newsroom|editors?|support))"),
    ("write to", r"write to (?:us\b|our editors?)"),
    ("send ", r"send (?:it|us|your) .{0,30}(?:story|tips?|feedback|whatsapp)"),
    ("do you have", r"do you have a (?:story|tip)"),
    ("feedback", r"for feedback, complaints"),
    (
        "follow",
        r"follow (?:us|him|her|the author|@\w+).{0,20}(?:on|at) (?:twitter|facebook|x\b|instagram|telegram|google|linkedin)",
    ),
    ("unrivalled", r"independent and unrivalled"),
    ("reuse", r"reuse this content"),
    ("republish", r"republish(?:ing|ed)? (?:this|our|guidelines|rules|under)|learn more about republishing"),
    ("permission", r"permission to (?:use|reproduce) (?:this|our)|without (?:prior |written )+permission"),
    ("may not be", r"may not be (?:published|reproduced|redistributed)"),
    ("trust", r"trust principles"),
    ("viewed", r"has been viewed [\d,.]+ times"),
    ("click", r"click here"),
    ("advertise", r"advertise with us"),
    ("sponsored", r"sponsored (?:links|content)"),
    ("journalism", r"support (?:our|independent|quality) journalism"),
    ("log", r"log ?in to (?:comment|twitter|facebook|continue|read|one of)"),
    (
        "editor",
        r"responsible editor|editor-in-chief:|managing editor:|(?:has|have) not been (?:created or )?edited by",
    ),
    ("publication permit", r"publication permit"),
    ("web division", r"web division"),
    ("reporters", r"team of reporters"),
    ("is a ", r"is a staff (?:writer|reporter|correspondent) (?:for|at|with)"),
    (" feed", r"syndicated feed|wire (?:agency|service) feed"),
    ("version of this", r"an? (?:earlier|previous) version of this (?:story|article|report)"),
    ("free article", r"\d+ free articles?|free articles? (?:left|remaining)"),
    ("continue reading", r"continue reading (?:this|the) (?:article|story)"),
    ("not found", r"page not found"),
    ("your browser", r"your browser (?:does|is)"),
)
# Words that a site uses of itself and a story seldom: enough in a line of a few words.
_WORDS = (
    r"newsletter|privacy policy|mobile app|syndication|reprints?|per month|javascript|loading\.\.\.|free trial|"
    r"make a donation|create an account|push notifications|unsupported browser|adobe flash|terms and conditions|tips?\?"
)
# Who wrote, edited or sent it.
_BYLINES = (
    r"(?:by|from|text|words|story)\s*:?\s+(?:our|a|an|the|staff|[A-ZÀ-Þ@]).{0,140}",
    r"(?:additional |with )?(?:reporting|reported|writing|written|editing|edited|compiled|translated|graphic|contribut\w+) by\b.{0,160}",
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|by)\b[^.]{0,160}\b(?:editing|writing) by\b.{0,160}",
    r"(?:source|sources|via|agency|credit|author|editor|reporter|photo(?:s|graph)?(?: by| credit)?|photo courtesy)\s*:\s*.{0,60}",
    r"[—–-]+\s*(?:with|by|from)?\s*(?:news )?agenc(?:y|ies)\b.{0,40}|[—–-]+\s*[A-Z]{2,8}(?: \w+)?",
    r"(?:our|a|an|the|special|staff|senior|diplomatic|political|foreign|state house)\b[\w\s-]{0,30}\b(?:correspondent|reporter|writer|bureau|desk|newsroom)s?(?:,? .{0,40})?",
    r".{0,40}\bstaff (?:writer|reporter)\b.{0,30}|.{0,30}\bcorrespondent\b.{0,30}|[\w\s]{0,20}\breporter",
    r"(?:post|staff|web|news|agency|wire|special|correspondent|online|news desk|bureau) (?:report|reporter|desk|report(?:er)?s?|writer|service|staff)s?",
    r"@\w+.{0,30}",
    r"(?:with|from|by) (?:news |wire )?agenc(?:y|ies)\b.{0,30}",
    r"(?:reuters|ap|afp|yonhap|xinhua|kyodo|tass|dpa|efe|ansa|pti|ani|aa|anadolu|interfax|cna|irna|bloomberg|agencies|news agencies|associated press|agence france-presse)(?:\s*[/,&]\s*.{0,60})?",
    r"published in .{0,80}|(?:first |originally )?published(?: on| at| by|:| date).{0,120}|(?:last )?(?:updated?|modified|posted|created|date|issued|released|time)\b(?: on| at|:|ed| date)?.{0,120}",
    r"[A-Z]{2,6} ?/ .{0,60}",
    r"\d+ (?:hours?|minutes?|days?) ago.{0,60}",
    r"from: .{0,100}",
)


def _joined(patterns: tuple[str, ...], *, whole: bool) -> re.Pattern[str]:
    body = "|".join(f"(?:{p})" for p in patterns)
    return re.compile(rf"(?:{body})\s*[:»>→…]*" if whole else body, re.IGNORECASE)


_LIST_OPENER = _joined(_LISTS, whole=True)
_END_OPENER = _joined(_ENDS, whole=True)
_LINE = _joined(_LINES, whole=True)
_PHRASE = tuple((key, re.compile(pattern)) for key, pattern in _PHRASES)
_WORD = _joined((_WORDS,), whole=False)
_BYLINE = _joined(_BYLINES, whole=True)
# "Read also: Who wants the strait?" is another story, whatever it ends in.
_LABELLED = re.compile(
    r"(?:(?:read|see|watch|listen)\s+(?:also|more|next)|(?:also|further) (?:read|reading)|related(?:\s+\w+)?|recommended|"
    r"baca juga|lire aussi|lea tambi[ée]n|leia tamb[ée]m|lesen sie auch|leggi anche)\s*[:>|–—»]|(?:read|see) also\s{2,}",
    re.IGNORECASE,
)
_DECORATION = re.compile(r"^[\s>»*•·#=+|~\-–—]+(?=\S)|[\s>»*•·#=|~<]+$")
_BANNER = re.compile(r">>>|<<<|»»|>>$")

_FEW = 12  # words of a line that one word can give away
_FEWEST = 4  # words of a sentence that begins like furniture
_LONGEST_OPENER = 60  # characters; a heading, not a sentence
_LONGEST_LINE = 320


def bare(line: str) -> str:
    """The line without the arrows, stars and rules around it."""
    if line[:1].isalnum() and line[-1:] not in "> »*•·#=|~<":
        return line
    return _DECORATION.sub("", line)


def opens_list(line: str) -> bool:
    """Whether the line is the heading of a list of other stories.

    >>> opens_list("RELATED STORIES:"), opens_list("More in Defense"), opens_list("More than 50 ministers met.")
    (True, True, False)
    """
    return (
        len(line) <= _LONGEST_OPENER and line[-1:] not in '.!”"' and bool(_LIST_OPENER.fullmatch(bare(line)))
    )


def ends_article(line: str) -> bool:
    """Whether the line opens the readers' comments or the form for them.

    >>> ends_article("Comments (212) Closed"), ends_article("Leave a Reply  Cancel reply")
    (True, True)
    """
    return len(line) <= 2 * _LONGEST_OPENER and bool(_END_OPENER.fullmatch(bare(line)))


def is_furniture(line: str, words: int) -> bool:
    """Whether one line belongs to the site and not to the article.

    >>> is_furniture("ADVERTISEMENT - SCROLL TO CONTINUE", 5), is_furniture("The talks ended.", 3)
    (True, False)
    """
    if len(line) > _LONGEST_LINE:
        return False
    if _BANNER.search(line):
        return True
    text = bare(line)
    if not text:
        return True
    if _LABELLED.match(text):
        return True
    # the cheap look comes first: a statement is furniture only by a phrase
    if not (words >= _FEWEST and _STATEMENT_END.search(text[-8:])) and _LINE.fullmatch(text):
        return True
    return words <= 45 and _has_phrase(text, words) and not _quotes_someone(text)


def _has_phrase(text: str, words: int) -> bool:
    low = text.lower()
    if words <= _FEW and _WORD.search(low):
        return True
    return any(key in low and pattern.search(low) for key, pattern in _PHRASE)


def is_byline(line: str, words: int) -> bool:
    """Whether one line says who wrote, edited, sent or dated it.

    >>> is_byline("By our staff writer, with CNA", 6), is_byline("By Friday both had left the city for good.", 9)
    (True, False)
    """
    if words > 24 or len(line) > 200:
        return False
    text = bare(line)
    if not _BYLINE.fullmatch(text):
        return False
    return words < 4 or not _STATEMENT_END.search(text[-8:]) or bool(_CREDITS.search(text))


_CREDITS = re.compile(
    r"\b(?:reporting|writing|editing|edited|written|compiled|translated) by\b", re.IGNORECASE
)
_STATEMENT_END = re.compile(r"[a-z\d)][.!?][\"”’']*$")
_SAID = re.compile(r"\b(?:said|told|says|saying|announced|added|according to|asked|wrote)\b")


def _quotes_someone(text: str) -> bool:
    return bool(_SAID.search(text))


_NAV_SPLIT = re.compile(r"\s*[|>»·•/]\s*|\s{2,}|\t|\s[-–—.]\s")
_NAV_SIGN = re.compile(r"[|>»·•/\t–—]|  | [-.] ")
# Names of sections of a site.
SECTION = re.compile(
    r"\b(?:home|news|politics|business|sports?|world|opinion|entertainment|life(?:style)?|culture|economy|health|tech(?:nology)?|"
    r"science|video|local|national|regional|metro|features?|archive|contact|latest|arts|travel|culture|society|photos?|"
    r"education|editorials?|letters|classifieds|obituaries|podcasts?|weather|jobs|money)\b",
    re.IGNORECASE,
)


def is_menu(line: str) -> bool:
    """Whether the line lists sections of a site: many short parts, none of them a sentence.

    >>> is_menu("News | Business | Asia | Racing | Lifestyle"), is_menu("He met Bob | and Ann came along")
    (True, False)
    """
    if len(line) > 400:
        return False
    parts = [p for p in _NAV_SPLIT.split(line) if p] if _NAV_SIGN.search(line) else []
    if len(parts) < 3:
        # "Nation Metro World" without separators left
        return len(line) < 120 and line[-1:] not in '.!?"”' and len(SECTION.findall(line)) >= 3
    return sum(len(p.split()) for p in parts) <= 3.2 * len(parts)
