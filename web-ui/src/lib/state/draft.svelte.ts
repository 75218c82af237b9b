import type { NewStatus, Status, Visibility } from "../api/entities";
import { randomText } from "../api/pkce";
import { greeting, narrower } from "../text/replies";
import type { Signed } from "./signed.svelte";

interface Beginning {
  answering?: Status | undefined;
  editing?: Status | undefined;
  begin?: string | undefined;
  visibility?: Visibility | undefined;
}

const CHOICES: readonly Visibility[] = ["public", "unlisted", "private", "direct"];

/** What somebody is writing: a new post, a reply, or a change of an older post. */
export class Draft {
  text = $state("");
  warned = $state(false);
  warning = $state("");
  visibility = $state<Visibility>("public");
  sending = $state(false);
  reading = $state(false);
  readonly #signed: Signed;
  readonly #beginning: Beginning;
  #key = randomText();

  constructor(signed: Signed, beginning: Beginning) {
    this.#signed = signed;
    this.#beginning = beginning;
    this.#begin();
  }

  /** Who may read it: no more people than could read what it answers. */
  get choices(): readonly Visibility[] {
    const { answering } = this.#beginning;
    return answering === undefined ? CHOICES : CHOICES.filter((choice) => narrower(choice, answering.visibility) === choice);
  }

  /** Counted as the node counts: by whole characters, the warning included. */
  get length(): number {
    return [...this.text, ...(this.warned ? this.warning : "")].length;
  }

  get sendable(): boolean {
    return this.text.trim() !== "" && !this.sending && !this.reading;
  }

  /** Asks for an older post as it was written. */
  async readSource(): Promise<void> {
    const { editing } = this.#beginning;
    if (editing === undefined) return;
    this.reading = true;
    try {
      const source = await this.#signed.api.statuses.source(editing.id);
      this.text = source.text;
      this.warning = source.spoiler_text;
      this.warned = source.spoiler_text !== "";
    } finally {
      this.reading = false;
    }
  }

  /** Sends it. What was refused can be sent again and is posted once all the same. */
  async send(): Promise<Status> {
    this.sending = true;
    try {
      const status = await this.#submit();
      this.#begin();
      return status;
    } finally {
      this.sending = false;
    }
  }

  #submit(): Promise<Status> {
    const { answering, editing } = this.#beginning;
    const warning = this.warned ? this.warning.trim() : "";
    if (editing !== undefined) return this.#signed.edit(editing.id, { status: this.text, spoiler_text: warning });
    const draft: NewStatus = { status: this.text, visibility: this.visibility };
    if (warning !== "") draft.spoiler_text = warning;
    if (answering !== undefined) draft.in_reply_to_id = answering.id;
    return this.#signed.post(draft, this.#key);
  }

  #begin(): void {
    const { answering, begin = "", visibility } = this.#beginning;
    const usual = visibility ?? this.#signed.me.source.privacy;
    this.#key = randomText();
    this.text = answering === undefined ? begin : greeting(answering, this.#signed.me.acct);
    this.warning = answering?.spoiler_text ?? "";
    this.warned = this.warning !== "";
    this.visibility = answering === undefined ? usual : narrower(usual, answering.visibility);
  }
}
