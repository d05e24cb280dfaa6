// A copy of the page without what says nothing, and the file it is saved as.
//
// It is made in a document without a window, where nothing is loaded and nothing runs.

const NOT_TEXT = "script:not([type='application/ld+json']), style, noscript, template, iframe, svg,"
  + " input, textarea, link[rel~='stylesheet'], meta[name*='token' i]";
// Menus, and whoever is signed in.
const NOT_SAID = "#author-thumbnail, ytd-menu-renderer, ytd-comment-simplebox-renderer,"
  + " #simple-box, tp-yt-paper-tooltip, dom-if";
const READ = /^(id|class|href|rel|role|alt|hidden|target-id)$/;
const UNREAD = /^(style|src|srcset|nonce|on.*)$/;
// Names of classes by which YouTube's styles reach a part: a third of the file, and nobody reads them.
const STYLED = /(^|\s)(style-scope|yt-spec|ytd)[\w-]*/g;
// What YouTube's head says of the video that was opened first, whichever is open now.
const OUTDATED = "link[rel='canonical'], meta[property^='og:'], meta[name='title'], [itemprop]";
const LONGEST_NAME = 80;

// The parts of a video's page that say something, with so many comments.
function copyOfVideo(wanted) {
  const copy = document.implementation.createHTMLDocument(document.title);
  const href = `${location.origin}/watch?v=${video()}`;
  copy.head.append(element("link", { rel: "canonical", href }));
  copy.body.append(...parts().map((part) => copy.importNode(part, true)));
  for (const extra of all(COMMENT, copy).slice(wanted)) extra.remove();
  for (const node of all(`${NOT_TEXT}, ${NOT_SAID}`, copy.body)) node.remove();
  strip(copy, (name) => !READ.test(name));
  for (const node of all("[class]", copy.body)) {
    node.className = node.className.replace(STYLED, "").trim();
    if (!node.className) node.removeAttribute("class");
  }
  for (const node of all("*", copy.body).reverse()) {
    if (isEmpty(node)) node.remove();
  }
  return copy;
}

// A transcript that is not shown, beside one that is, may be another video's.
function parts() {
  const isOther = (part) => hasLines() && part.querySelector(SEGMENT) && !isShown(part);
  return all(`${VIDEO}, ${PANEL}, ${DISCUSSION}`).filter((part) => !isOther(part));
}

// Any other page, as it is.
function copyOfPage() {
  const copy = document.implementation.createHTMLDocument();
  copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement);
  for (const node of all(`${NOT_TEXT}, #${BOX}`, copy)) node.remove();
  strip(copy, (name) => UNREAD.test(name));
  if (location.hostname.endsWith("youtube.com")) {
    for (const node of all(OUTDATED, copy)) node.remove();
  }
  if (!copy.querySelector("link[rel='canonical']")) {
    copy.head.append(element("link", { rel: "canonical", href: location.href.split("#")[0] }));
  }
  return copy;
}

function strip(copy, isUnread) {
  for (const node of all("*", copy.body)) {
    for (const name of node.getAttributeNames().filter(isUnread)) node.removeAttribute(name);
  }
  for (const link of all("a[href]", copy)) {
    const href = link.getAttribute("href");
    if (URL.canParse(href, document.baseURI)) link.href = new URL(href, document.baseURI).href;
  }
}

function isEmpty(node) {
  if (node.childElementCount || node.matches("br, img[alt]:not([alt=''])")) return false;
  return !node.textContent.trim();
}

function save(copy, box) {
  if (!copy.querySelector("meta[charset]")) {
    copy.head.prepend(copy.createElement("meta"));
    copy.head.firstChild.setAttribute("charset", "utf-8");
  }
  const text = `<!DOCTYPE html>\n${copy.documentElement.outerHTML}\n`;
  const href = URL.createObjectURL(new Blob([text], { type: "text/html;charset=utf-8" }));
  const download = `${fileName(document.title)}.html`;
  const link = element("a", { href, download, textContent: download });
  box.show(WORDS.saved, link, button(WORDS.close, box.close));
  link.click();
}

// The title without the number of notices before it, and without what some system forbids.
function fileName(title) {
  const plain = title.replace(/^\(\d+\+?\)\s/, "").replace(/[\\/:*?"<>|~\p{C}]+/gu, " ");
  return [...plain].slice(0, LONGEST_NAME).join("").replace(/^[\s.]+|[\s.]+$/g, "") || "page";
}
