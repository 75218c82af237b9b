import { mount } from "svelte";
import App from "./App.svelte";
import { Router } from "./lib/router/router.svelte";
import { Appearance } from "./lib/state/appearance.svelte";
import { Notices } from "./lib/state/notices.svelte";
import { Session } from "./lib/state/session.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";

const target = document.getElementById("app");
if (target === null) throw new Error("The page has no place for the application");

mount(App, {
  target,
  props: {
    router: new Router(window),
    session: new Session(location.origin, localStorage, sessionStorage),
    appearance: new Appearance(localStorage, document.documentElement),
    notices: new Notices(),
  },
});
