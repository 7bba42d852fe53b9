import { Conversation } from "@/chat/Conversation";
import { useDraft } from "@/chat/drafts";

import { documentAssistant } from "./answer/assistant";
import classes from "./documents.module.css";
import { closed, type Go } from "./place";
import type { Choosing } from "./scope";
import { ScopeBar } from "./ScopeBar";
import { TopBar } from "./TopBar";
import { Welcome } from "./Welcome";

type Props = {
  chatId: number | null;
  go: Go;
  choosing: Choosing & { moveTo: (chatId: number) => void };
  onUpload: () => void;
  /** Opens the documents, where they do not stand beside. */
  onLibrary: (() => void) | null;
};

/** The conversation with the documents that are chosen. */
export function Talk({ chatId, go, choosing, onUpload, onLibrary }: Props) {
  const [quoted, keepQuoted] = useDraft("documents.quoted-only");
  const { scope, choose, moveTo } = choosing;
  const isQuotedOnly = quoted !== "";

  function openChat(id: number | null) {
    go({ ...closed, chat: id });
  }

  function startChat(id: number) {
    moveTo(id);
    go({ chat: id }, true);
  }

  return (
    <div className={classes.middle}>
      <TopBar chatId={chatId} onChat={openChat} {...(onLibrary ? { onLibrary } : {})} />
      <Conversation
        assistant={documentAssistant}
        chatId={chatId}
        onChat={startChat}
        onGone={() => go({ chat: null, answer: null, quotation: null }, true)}
        extra={() => ({ scope, is_quoted_only: isQuotedOnly })}
        tools={<ScopeBar scope={scope} choose={choose} isQuotedOnly={isQuotedOnly} onQuotedOnly={(is) => keepQuoted(is ? "yes" : "")} />}
        welcome={() => <Welcome onUpload={onUpload} />}
      />
    </div>
  );
}
