/** The documents of the Mastodon client API, so far as this application reads them. */

export type Visibility = "public" | "unlisted" | "private" | "direct";

export interface Field {
  name: string;
  value: string;
  verified_at: string | null;
}

export interface Account {
  id: string;
  username: string;
  /** The handle without its leading "@": without host for people of this node. */
  acct: string;
  url: string;
  uri: string;
  display_name: string;
  /** HTML, sanitised by the server. */
  note: string;
  avatar: string;
  header: string;
  locked: boolean;
  bot: boolean;
  fields: Field[];
  created_at: string;
  statuses_count: number;
  followers_count: number;
  following_count: number;
  moved?: Account | null;
}

export interface CredentialAccount extends Account {
  source: { privacy: Visibility; sensitive: boolean; language: string | null; follow_requests_count: number };
}

export interface Mention {
  id: string;
  username: string;
  url: string;
  acct: string;
}

export interface MediaAttachment {
  id: string;
  type: "image" | "gifv" | "video" | "audio" | "unknown";
  url: string | null;
  preview_url: string | null;
  remote_url: string | null;
  description: string | null;
}

export interface Poll {
  id: string;
  expires_at: string | null;
  expired: boolean;
  multiple: boolean;
  votes_count: number;
  options: { title: string; votes_count: number | null }[];
}

export interface Status {
  id: string;
  uri: string;
  url: string | null;
  created_at: string;
  edited_at: string | null;
  account: Account;
  /** HTML, sanitised by the server. */
  content: string;
  visibility: Visibility;
  sensitive: boolean;
  spoiler_text: string;
  media_attachments: MediaAttachment[];
  mentions: Mention[];
  tags: { name: string; url: string }[];
  in_reply_to_id: string | null;
  in_reply_to_account_id: string | null;
  reblog: Status | null;
  poll: Poll | null;
  language: string | null;
  replies_count: number;
  reblogs_count: number;
  favourites_count: number;
  favourited?: boolean;
  reblogged?: boolean;
}

export interface StatusSource {
  id: string;
  text: string;
  spoiler_text: string;
}

export interface Context {
  ancestors: Status[];
  descendants: Status[];
}

export interface Notification {
  id: string;
  type: string;
  created_at: string;
  account: Account;
  status?: Status | null;
}

export interface Relationship {
  id: string;
  following: boolean;
  followed_by: boolean;
  requested: boolean;
  blocking: boolean;
  blocked_by: boolean;
  muting: boolean;
}

export interface SearchResults {
  accounts: Account[];
  statuses: Status[];
  hashtags: { name: string; url: string }[];
}

export interface Instance {
  domain: string;
  title: string;
  description: string;
  configuration?: { statuses?: { max_characters?: number } };
}

/** What a person wrote and has not sent yet. */
export interface NewStatus {
  status: string;
  spoiler_text?: string;
  visibility: Visibility;
  in_reply_to_id?: string;
  language?: string;
}
