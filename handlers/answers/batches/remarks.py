"""What is said about a digest: a length it is to have, or a line that gets one line back."""

from __future__ import annotations

from handlers.answers.commands import help_
from handlers.answers.questions import answer_question, is_question, shown_in
from handlers.answers.replies import change, repeat
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.digester import Digested
from handlers.message import only_thanks
from handlers.paste import LENGTH, Batch
from handlers.permissions import may_change
from handlers.protocols import AdviceError, Reply
from summarizer import Digest, Options, lengths
from summarizer.choice.phrases import asks

RECENT_SECONDS = 3600
"""Within an hour of a digest a short line in private is about it."""


async def answer_remark(services: Services, batch: Batch, answer: Answer) -> None:
    """Change the length of the digest that the line is about, or say what it takes."""
    said = batch.parts[0].argument.strip()
    if batch.asked and batch.asked not in batch.parts:  # somebody's words, which are no remark
        raise AdviceError(services.texts("too-short"))
    if services.texts.is_typed(said.strip(" ?!."), "word-help"):
        await help_(services, batch.parts[0], answer)
        return
    if batch.parts[0].media:
        raise AdviceError(services.texts("not-text"))
    if batch.parts[0].private and only_thanks(said) and await _is_known(services, batch):
        await services.delivery.send_text(answer, services.texts("thanks"))
        return
    reply = await _meant(services, batch)
    if reply:
        await _answer_about(services, batch, answer, reply)
    elif batch.parts[0].private or batch.asked:
        asked = is_question(said, services.texts)
        raise AdviceError(services.texts("ask-no-page" if asked else "too-short"))
    await services.outbox.done(*answer.updates)


async def _is_known(services: Services, batch: Batch) -> bool:
    """Whether the sender has had a digest here; to others is said how to get one."""
    return await services.cache.last_reply(batch.sender) is not None


async def _answer_about(services: Services, batch: Batch, answer: Answer, reply: Reply) -> None:
    """Answer a line about the digest that ``reply`` shows, or about the answer to a question."""
    line = batch.parts[0]
    said = line.argument.strip()
    digested = await services.digester.of_reply(reply)
    if digested and (number := wanted_length(said, digested.digest, services)):
        await _resize(services, batch, answer, (reply, digested), number)
    elif is_question(said, services.texts) if line.private else asks(said):
        await answer_question(services, answer, reply, said)
    elif line.private:
        raise AdviceError(services.texts("about-digest"))


def wanted_length(said: str, digest: Digest, services: Services) -> int | None:
    """How many sentences the words ask for, of those that there are; None for other words."""
    word = said.casefold().strip(" !.")
    shorter, longer = lengths(digest)
    shown = len(digest.summary)
    if services.texts.is_typed(word, "button-shorter"):
        return shorter or shown
    if services.texts.is_typed(word, "button-longer"):
        return longer or shown
    return min(max(int(word), 1), digest.sentences_total) if LENGTH.fullmatch(word) else None


async def _resize(
    services: Services, batch: Batch, answer: Answer, shown: tuple[Reply, Digested], number: int
) -> None:
    """Change the digest; one that is as long already is shown once more, below the words."""
    reply, digested = shown
    if not await may_change(services.bot, reply, batch.sender.user):
        raise AdviceError(services.texts("press-others"))
    resized = await services.digester.of_page(digested.page, batch.sender, Options(number))
    if resized and resized.key == digested.key and batch.parts[0].private:
        await repeat(services, answer, resized, reply)
    elif resized:
        await change(services, reply, resized)


async def _meant(services: Services, batch: Batch) -> Reply | None:
    """The digest that is replied to, or, in private, the sender's latest of the last hour.

    In private the page that is replied to stands for its digest.
    """
    line = batch.parts[0]
    target = line.reply
    if target and target.ours and target.message:
        return await shown_in(services, batch.sender, target.message)
    if not line.private and (target or not batch.asked):
        return None
    if target and target.message:
        own = await services.cache.reply_to(batch.sender.chat, target.message)
        if own:
            return own
    latest = await services.cache.last_reply(batch.sender)
    return latest if latest and line.date - latest.date < RECENT_SECONDS else None
