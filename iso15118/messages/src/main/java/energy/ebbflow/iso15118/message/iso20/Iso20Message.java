package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;

/** A request or response of ISO 15118-20, of whichever of its message sets. */
public sealed interface Iso20Message extends V2gMessage permits Iso20Request, Iso20Response {
  /** What every message starts with. */
  MessageHeader header();
}
