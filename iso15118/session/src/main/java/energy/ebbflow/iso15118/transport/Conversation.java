package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has agreed on: which schema set payload type 0x8001 means, which is SAP until
 * a protocol is chosen, and in which multiplexed stream each waiting request came, because its
 * response goes back in the same. Belongs to the connection's thread; the same on both sides of the
 * link.
 */
final class Conversation {
  private final ArrayDeque<PayloadType> waiting = new ArrayDeque<>();
  private @Nullable SupportedAppProtocolRequest offered;
  private Optional<MessageSet> legacySet = Optional.of(MessageSet.APP);

  /** The set a payload is decoded with; empty where we speak none of that type. */
  Optional<MessageSet> setOf(PayloadType type) {
    return switch (type) {
      case SAP_OR_ISO2 -> legacySet;
      case ISO20_MAIN, SCHEDULE_RENEGOTIATION, METERING_CONFIRMATION, PARKING_STATUS ->
          Sets.labelled("iso20");
      case ISO20_AC -> Sets.labelled("iso20-ac");
      case ISO20_DC -> Sets.labelled("iso20-dc");
      case ISO20_ACDP, ACDP_SYSTEM_STATUS -> Sets.labelled("iso20-acdp");
      case ISO20_WPT -> Sets.labelled("iso20-wpt");
      case SDP_REQUEST, SDP_RESPONSE -> Optional.empty();
    };
  }

  /** How many requests wait for their response. */
  int unanswered() {
    return waiting.size();
  }

  /** A request has passed, in either direction. */
  void request(PayloadType type, Object message) {
    waiting.add(type);
    if (message instanceof SupportedAppProtocolRequest request) {
      offered = request;
    }
  }

  /** A response is about to pass: its payload type. */
  PayloadType response(MessageSet set, Object message) {
    PayloadType asked = waiting.poll();
    if (message instanceof SupportedAppProtocolResponse response) {
      agree(response);
    }
    // A response travels in the stream of its request where that stream carries its set.
    return asked != null
            && asked != PayloadType.SAP_OR_ISO2
            && setOf(asked).equals(Optional.of(set))
        ? asked
        : mainType(set);
  }

  /** The payload type of a request or of a response nobody asked for. */
  static PayloadType mainType(MessageSet set) {
    return switch (set.label()) {
      case "iso20" -> PayloadType.ISO20_MAIN;
      case "iso20-ac" -> PayloadType.ISO20_AC;
      case "iso20-dc" -> PayloadType.ISO20_DC;
      case "iso20-wpt" -> PayloadType.ISO20_WPT;
      case "iso20-acdp" -> PayloadType.ISO20_ACDP;
      default -> PayloadType.SAP_OR_ISO2;
    };
  }

  private void agree(SupportedAppProtocolResponse response) {
    SupportedAppProtocolRequest request = offered;
    if (request == null || response.schemaId().isEmpty()) {
      return;
    }
    for (AppProtocol protocol : request.appProtocol()) {
      if (protocol.schemaId() == response.schemaId().get()) {
        legacySet =
            switch (protocol.protocolNamespace()) {
              case Namespaces.ISO2_MSG_DEF -> Sets.labelled("iso2");
              case Namespaces.DIN_MSG_DEF -> Sets.labelled("din");
              // After the choice of -20 this payload type carries nothing more.
              default -> Optional.empty();
            };
      }
    }
  }
}
