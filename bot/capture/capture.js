// Saves the page that is open as one file: of a video all that can be unfolded, and its comments.
//
// It presses the page's own buttons, scrolls, and copies what is shown. It asks no server for
// anything and gives nothing to any; a page that forbids innerHTML and eval has nothing to forbid.

// Milliseconds: between two looks; until the end is believed; until a slow page is given up.
const PAUSE = 250;
const SILENCE = 3000;
const PATIENCE = 15000;
// Threads whose answers are asked for between two looks.
const AT_ONCE = 5;

const box = openBox();
try {
  if (all(VIDEO).some(isShown)) await capture();
  else save(copyOfPage(), box);
} catch (problem) {
  console.error("video digest:", problem);
  box.show(WORDS.failed, button(WORDS.close, box.close));
}

async function capture() {
  const wanted = await ask(box);
  const top = scrollY;
  box.show(WORDS.unfolding, button(WORDS.cancel, box.close));
  await unfold();
  await gather(wanted);
  scrollTo({ top, behavior: "instant" });
  if (box.isOpen()) save(copyOfVideo(wanted), box);
  else box.close();
}

async function unfold() {
  document.querySelector(SHOW_MORE)?.click();
  await until(() => hasLines() || count(SHOW_TRANSCRIPT), SILENCE);
  if (!hasLines()) await openTranscript();
  await settled(SEGMENT);
}

async function openTranscript() {
  const opener = document.querySelector(SHOW_TRANSCRIPT);
  opener?.click();
  if (!opener || (await until(hasLines, PATIENCE / 2))) return;
  for (const tab of all(TABS)) {
    tab.click();
    if (await until(hasLines, SILENCE)) return;
  }
}

// Scrolls until so many comments are there, or no more come, or somebody stops it.
async function gather(wanted) {
  let stopped = false;
  const stop = button(WORDS.stop, () => (stopped = true));
  box.show("", stop, button(WORDS.cancel, box.close));
  const asked = new WeakSet();
  for (let seen = 0, quiet = 0; box.isOpen() && quiet < PATIENCE; quiet += PAUSE) {
    const found = count(COMMENT);
    if (found > seen) quiet = 0;
    seen = found;
    box.say(filled(WORDS.comments, { n: Math.min(found, wanted), of: wanted }));
    const next = nextComments();
    if (stopped || found >= wanted || (!next && quiet >= SILENCE)) return;
    showReplies(asked);
    (next ?? document.querySelector(DISCUSSION))?.scrollIntoView({ behavior: "instant" });
    await pause();
  }
}

function showReplies(asked) {
  const threads = all(REPLIES).filter((thread) => !asked.has(thread));
  for (const thread of threads.slice(0, AT_ONCE)) {
    asked.add(thread);
    all(SHOW_REPLIES, thread).find(isShown)?.click();
  }
}

// Whether it came about in so many milliseconds.
async function until(happened, patience) {
  for (let waited = 0; box.isOpen() && waited < patience; waited += PAUSE) {
    if (happened()) return true;
    await pause();
  }
  return Boolean(happened());
}

async function settled(selector) {
  for (let before = -1; box.isOpen() && count(selector) > before; ) {
    before = count(selector);
    await pause();
  }
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
