// The small box in which somebody says how much is wanted, and sees what is done.

const WORDS = {
  ask: "{capture-ask}",
  start: "{capture-start}",
  cancel: "{capture-cancel}",
  unfolding: "{capture-unfolding}",
  comments: "{capture-comments}",
  stop: "{capture-stop}",
  saved: "{capture-saved}",
  failed: "{capture-failed}",
  close: "{capture-close}",
};
const BOX = "video-digest-capture";
const DEFAULT = 200;
const MOST = 5000;
const STYLE = `
  :host { all: initial; position: fixed; right: 16px; bottom: 16px; z-index: 2147483647; }
  section { width: 300px; padding: 14px 16px; border-radius: 12px; box-sizing: border-box;
    font: 14px/1.4 system-ui, sans-serif; color: #16202c; background: #fff;
    box-shadow: 0 4px 24px #0007; overflow-wrap: anywhere; }
  p { margin: 0 0 10px; }
  form, div { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  label, a { flex: 1 0 100%; }
  input, button { padding: 5px 10px; border: 1px solid #66758a; border-radius: 8px;
    font: inherit; color: inherit; background: #fff; }
  input { width: 90px; }
  button { cursor: pointer; }
  button.first { color: #fff; background: #0b57a4; }
  a { color: #0b57a4; }`;

// It stands in a shadow: the page's styles do not reach it, nor its keys and presses the page.
function openBox() {
  document.getElementById(BOX)?.remove();
  const host = element("div", { id: BOX });
  const words = element("p", { role: "status" });
  const controls = element("div");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(element("section", { dir: "auto" }, words, controls));
  for (const kind of ["keydown", "keypress", "keyup", "click"]) {
    host.addEventListener(kind, (event) => event.stopPropagation());
  }
  const close = () => host.remove();
  host.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.body.append(host);
  const here = place();
  const isOpen = () => host.isConnected && place() === here;
  const say = (text) => {
    words.hidden = !text;
    words.textContent = text;
  };
  const show = (text, ...shown) => {
    say(text);
    controls.replaceChildren(...shown);
  };
  return { say, show, close, isOpen };
}

// How many comments are wanted, once that is said.
function ask(box) {
  return new Promise((resolve) => {
    const limits = { min: 0, max: MOST, value: DEFAULT, required: true };
    const number = element("input", { type: "number", id: "wanted", ...limits });
    const label = element("label", { htmlFor: "wanted", textContent: WORDS.ask });
    const start = element("button", { className: "first", textContent: WORDS.start });
    const form = element("form", {}, label, number, start, button(WORDS.cancel, box.close));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      resolve(number.valueAsNumber);
    });
    box.show("", form);
    number.select();
  });
}

function button(text, press) {
  const made = element("button", { type: "button", textContent: text });
  made.addEventListener("click", press);
  return made;
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
