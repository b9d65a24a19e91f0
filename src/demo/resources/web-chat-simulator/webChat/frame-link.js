// ---- The frame, which talks to the server

const size = () => {
  if (!frame) return;
  const { showLauncher = true, fullScreen = false, position = "bottom-right", zIndex = 2147483000 } = snapshot.widgetOptions || {};
  const full = state.open && (fullScreen || innerWidth <= 480);
  const [y, x] = POSITIONS.includes(position) ? position.split("-") : ["bottom", "right"];
  const launcher = showLauncher && state.user.kind !== "unverified";
  const gone = state.hidden || (!state.open && !launcher);
  Object.assign(frame.style, {
    position: "fixed", border: "0", colorScheme: "light", background: "transparent",
    display: gone ? "none" : "block",
    top: "auto", left: "auto", right: "auto", bottom: "auto",
    [y]: full ? "0" : "8px", [x]: full ? "0" : "8px",
    width: full ? "100%" : state.open ? "400px" : "72px",
    height: full ? "100%" : state.open ? "min(680px, calc(100% - 16px))" : "72px",
    maxWidth: full ? "none" : "calc(100% - 16px)",
    borderRadius: full ? "0" : "12px",
    boxShadow: state.open && !full ? "0 4px 24px rgb(0 0 0 / 25%)" : "none",
    zIndex: String(zIndex),
  });
};

const loadFrame = () =>
  new Promise((ready) => {
    state.frame = "loading";
    port = undefined;
    frame?.remove();
    frame = document.createElement("iframe");
    frame.title = "Web Chat";
    frame.id = "web-chat-simulator";
    frame.src = new URL("frame.html", home).href;
    const mine = frame;
    const hear = (event) => {
      if (event.source !== mine.contentWindow || event.origin !== home.origin || event.data !== "web-chat-simulator") return;
      removeEventListener("message", hear);
      if (mine !== frame) return;
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = fromFrame;
      mine.contentWindow.postMessage("web-chat-simulator", home.origin, [channel.port2]);
      state.frame = "ready";
      render();
      ready();
    };
    addEventListener("message", hear);
    size();
    document.body.append(frame);
  });

const fromFrame = ({ data }) => {
  if (data.answer !== undefined) {
    answers.get(data.answer)?.(data.result);
    answers.delete(data.answer);
  } else if (data.press === "toggle") toggle(!state.open);
  else if (data.press === "reverify") reverify();
  else if (data.press === "write") write(data.text);
  else if (data.press === "answer") answer("An answer");
  else if (data.press === "email") followEmail();
};

const ask = (path, body) =>
  new Promise((answer) => {
    const id = ++rpc;
    answers.set(id, answer);
    port.postMessage({ ask: id, path, body });
  });
