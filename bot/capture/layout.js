// Where things stand on YouTube's pages of 2024 and of 2026, and how to look at a page.

const VIDEO = "ytd-watch-metadata";
const SHOW_MORE = `${VIDEO} #description-inline-expander #expand`;
const PANEL = "ytd-engagement-panel-section-list-renderer";
const SEGMENT = "ytd-transcript-segment-renderer, transcript-segment-view-model";
const SHOW_TRANSCRIPT = "ytd-video-description-transcript-section-renderer button";
const TABS = `${PANEL}[target-id*='transcript'] [role='tab']`;
const DISCUSSION = "ytd-comments";
const COMMENT = `${DISCUSSION} ytd-comment-view-model, ${DISCUSSION} ytd-comment-renderer`;
const REPLIES = "ytd-comment-replies-renderer";
const SHOW_REPLIES = "#more-replies button, #more-replies-sub-thread button";
const SPINNER = `${DISCUSSION} ytd-continuation-item-renderer`;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const count = (selector) => document.querySelectorAll(selector).length;
const isShown = (node) => node.getClientRects().length > 0;
const hasLines = () => all(SEGMENT).some(isShown);
const video = () => new URLSearchParams(location.search).get("v");
const place = () => `${location.pathname}?${video()}`;

// Where more comments load when it comes into sight; the answers to one of them load by a button.
const nextComments = () => all(SPINNER).find((spinner) => !spinner.closest(REPLIES));
