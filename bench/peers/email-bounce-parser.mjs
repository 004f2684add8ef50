// Drives email-bounce-parser, which reads a text: the whole message as it is; it says whether a reply
// is permanent, and its word for what it is about, in our labels:
import { createRequire } from "node:module";
import { loop, messages, replies } from "./corpus.mjs";

const require = createRequire(process.env.PEERS + "/");
const Parser = require("email-bounce-parser");

const CAUSES = {
  no_such_recipient: "user_unknown",
  user_not_local: "user_unknown,relay_denied",
  mailbox_full: "mailbox_full",
  mailbox_over_quota: "mailbox_full",
  action_not_taken_mailbox_unavailable: "user_unknown,mailbox_disabled",
  recipient_disabled_or_recipient_rate_limited: "mailbox_disabled,rate_limited",
  action_not_taken_mailbox_rate_limited: "rate_limited",
  server_unknown: "domain_not_found",
  server_timeout: "host_unreachable_or_timeout,delivery_expired",
  timeout: "host_unreachable_or_timeout,delivery_expired",
  reputation: "ip_blocklisted_or_bad_reputation,policy_rejection",
  ip_blocked_spam: "ip_blocklisted_or_bad_reputation",
  spam_content: "spam_content",
  message_size_limit: "message_too_big",
  action_aborted_exceeded_storage_allocation: "mailbox_full,message_too_big",
  action_not_taken_insufficient_system_storage: "system_storage_full",
  action_aborted_local_error: "server_local_error",
  service_not_available: "server_shutting_down_or_unavailable",
  server_busy: "server_shutting_down_or_unavailable,too_many_connections",
  authentication_required: "auth_required",
  authentication_failure: "auth_failed",
  syntax_error: "syntax_or_protocol_error",
  syntax_error_parameters: "syntax_or_protocol_error",
  command_not_implemented: "command_not_supported",
  bad_commands_sequence: "command_sequence_error",
};

const parser = new Parser();
console.log("name email-bounce-parser", require("email-bounce-parser/package.json").version);
for (const [name, message] of messages) {
  const error = parser.read(message.toString()).data.error;
  const kind = error.permanent ? "permanent" : error.temporary ? "temporary" : "none";
  const type = error.data.type ?? error.type;
  const cause = CAUSES[type] ?? (error.data.spam ? "spam_content" : error.data.blocked
    ? "ip_blocklisted_or_bad_reputation,policy_rejection" : "-");
  console.log("read", name, kind, cause);
}
loop("messages", messages.values(), (message) => parser.read(message.toString()));
loop("replies", replies, (reply) => parser.read(reply));
