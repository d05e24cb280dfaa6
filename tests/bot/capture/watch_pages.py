"""Video pages made up in YouTube's markup of 2024 and of 2026, which unfold and load as its do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Template

from summarizer.captions.clock import seconds

NONCE = "r4nd0m"
POLICY = (
    f"require-trusted-types-for 'script'; trusted-types 'none'; "
    f"script-src 'nonce-{NONCE}'; style-src 'nonce-{NONCE}'"
)
"""No innerHTML, no eval, no script but the page's own."""

ID = "aB3_dE-9xYw"
WATCH = f"https://www.youtube.com/watch?v={ID}"
WHOLE = "https://bread.example/studies/salt-and-yeast-in-a-cold-kitchen"
SIGNED_IN = "Somebody Signed-In"
LINES = (
    ("0:00", "Bread needs time."),
    ("0:04", "The yeast wakes up slowly."),
    ("1:01", "Salt keeps it from going too fast."),
    ("1:04", "So weigh it."),
    ("1:02:05", "Bake it hot."),
)
CHAPTERS = {"0:00": "The dough", "1:01": "The salt", "1:02:05": "The oven"}

_PAGE = Template(Path(__file__).with_name("watch.html").read_text(encoding="utf-8"))
_SCRIPT = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
_OPENER = """
<ytd-video-description-transcript-section-renderer><button>Transkript anzeigen</button>
</ytd-video-description-transcript-section-renderer>"""
_SPINNER = "<ytd-continuation-item-renderer>…</ytd-continuation-item-renderer>"
_THREAD = Template("""
<ytd-comment-thread-renderer>$comment $replies</ytd-comment-thread-renderer>""")
_REPLIES = Template("""
<ytd-comment-replies-renderer>
  <div id="more-replies"><button>2 Antworten</button></div>
  <div id="contents"></div>
  <template>$answers</template>
</ytd-comment-replies-renderer>""")
_COMMENT = Template("""
<$tag>
  <div id="author-thumbnail"><img alt="avatar"></div>
  <span id="pinned-comment-badge">$badge</span>
  <a id="author-text"><span> @baker$name </span></a>
  <span id="published-time-text"><a href="/watch">2 days ago</a></span>
  <yt-attributed-string id="content-text" class="style-scope $tag">
    <span>Loaf $name was good <img alt="🍞"></span>
  </yt-attributed-string>
  <span id="vote-count-middle"> $likes </span>
  <ytd-menu-renderer>Report</ytd-menu-renderer>
</$tag>""")
_PINNED = "<ytd-pinned-comment-badge-renderer>Pinned</ytd-pinned-comment-badge-renderer>"


@dataclass(frozen=True, slots=True)
class Era:
    """What YouTube's markup was in a year: names of the panel and of comments, two templates."""

    panel: str
    comment: str
    line: Template
    heading: Template


ERAS = {
    "2024": Era(
        "engagement-panel-searchable-transcript",
        "ytd-comment-renderer",
        Template("""
<ytd-transcript-segment-renderer>
  <div class="segment" role="button" aria-label="$spoken $text">
    <div class="segment-start-offset"><div class="segment-timestamp"> $clock </div></div>
    <yt-formatted-string class="segment-text">$text</yt-formatted-string>
  </div>
</ytd-transcript-segment-renderer>"""),
        Template("""
<ytd-transcript-section-header-renderer>
  <div id="header"><yt-formatted-string id="title">$title</yt-formatted-string></div>
</ytd-transcript-section-header-renderer>"""),
    ),
    "2026": Era(
        "PAmodern_transcript_view",
        "ytd-comment-view-model",
        Template("""
<transcript-segment-view-model class="ytwTranscriptSegmentViewModelHost">
  <div class="ytwTranscriptSegmentViewModelTimestamp">$clock</div>
  <div class="ytwTranscriptSegmentViewModelTimestampA11yLabel">$spoken</div>
  <span class="ytAttributedStringHost" role="text">$text</span>
</transcript-segment-view-model>"""),
        Template("""
<timeline-chapter-view-model class="ytwTimelineChapterViewModelHost">
  <h3 class="ytwTimelineChapterViewModelTitle">$title</h3>
</timeline-chapter-view-model>"""),
    ),
}


@dataclass(frozen=True, slots=True)
class Video:
    """A page of ``threads``, every third with two answers, the first ``loaded`` of them there.

    ``endless``: it promises more than ever comes; ``silent``: it has no transcript.
    """

    era: Era
    threads: int = 70
    loaded: int = 0
    endless: bool = False
    silent: bool = False

    def html(self) -> str:
        """The page as it is when it has been loaded, nothing unfolded yet."""
        threads = [self._thread(n) for n in range(self.threads)]
        return _PAGE.substitute(
            nonce=NONCE,
            script=_SCRIPT,
            kind="endless" if self.endless else "",
            person=SIGNED_IN,
            redirect=f"/redirect?q={WHOLE.replace('/', '%2F')}&amp;v={ID}",
            cut=f"{WHOLE[:37]}...",
            opener="" if self.silent else _OPENER,
            panel=self.era.panel,
            line_before=self._line("0:07", "This is said elsewhere."),
            lines="".join(self._line(*line) for line in LINES),
            loaded="".join(threads[: self.loaded]),
            to_come="".join(threads[self.loaded :]),
            spinner=_SPINNER if threads else "",
        )

    def _line(self, clock: str, text: str) -> str:
        title = CHAPTERS.get(clock)
        heading = self.era.heading.substitute(title=title) if title else ""
        spoken = f"{seconds(clock):.0f} seconds"
        return heading + self.era.line.substitute(clock=clock, spoken=spoken, text=text)

    def _thread(self, n: int) -> str:
        answers = "".join(self._comment(f"{n}-{k}", k) for k in range(2))
        replies = _REPLIES.substitute(answers=answers) if n % 3 == 0 else ""
        comment = self._comment(str(n), n, "" if n else _PINNED)
        return _THREAD.substitute(comment=comment, replies=replies)

    def _comment(self, name: str, likes: int, badge: str = "") -> str:
        tag = self.era.comment
        return _COMMENT.substitute(tag=tag, name=name, likes=likes or "", badge=badge)
