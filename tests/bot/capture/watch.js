// What YouTube's own script does on its page: it unfolds, and loads when something comes into sight.
const find = (selector, root = document) => root.querySelector(selector);
const take = (template, most) => [...template.content.children].slice(0, most);
find("#expand")?.addEventListener("click", () => {
  find("#snippet").remove();
  find("#expanded").append(find("#unfolded").content);
  find("ytd-video-description-transcript-section-renderer button")?.addEventListener("click",
    () => setTimeout(openTranscript, 30));
});
function openTranscript() {
  const panel = find("#transcript-panel");
  panel.hidden = false;
  const add = () => {
    find("#lines", panel).append(...take(find("#transcript"), 3));
    if (find("#transcript").content.children.length) setTimeout(add, 30);
  };
  add();
}
const spinner = find("ytd-comments ytd-continuation-item-renderer");
const load = () => {
  spinner.before(...take(find("#comments-to-come"), 20));
  watching.unobserve(spinner);
  if (find("#comments-to-come").content.children.length) watching.observe(spinner);
  else if (!document.body.matches(".endless")) spinner.remove();
};
const watching = new IntersectionObserver(([entry]) =>
  entry.isIntersecting && setTimeout(load, 30));
if (spinner) watching.observe(spinner);
document.addEventListener("click", ({ target }) => {
  if (!target.matches("#more-replies button")) return;
  const replies = target.closest("ytd-comment-replies-renderer");
  target.parentElement.hidden = true;
  setTimeout(() => find("#contents", replies).append(find("template", replies).content), 30);
});
window.keys = [];
document.addEventListener("keydown", ({ key }) => keys.push(key));
