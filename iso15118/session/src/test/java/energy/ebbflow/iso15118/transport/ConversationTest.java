package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which stream a message belongs to. */
final class ConversationTest {
  /** A response goes back in the stream of its request; all of these carry CommonMessages. */
  @ParameterizedTest
  @EnumSource(
      names = {"ISO20_MAIN", "SCHEDULE_RENEGOTIATION", "METERING_CONFIRMATION", "PARKING_STATUS"})
  void responseKeepsTheStream(PayloadType stream) {
    Conversation conversation = new Conversation();
    var set = conversation.setOf(stream).orElseThrow();
    assertEquals("iso20", set.label());
    conversation.request(stream, "request");
    assertEquals(stream, conversation.response(set, "response"));
  }

  /** Streams side by side: each answer in its own, in the order of the requests. */
  @Test
  void streamsRunSideBySide() {
    Conversation conversation = new Conversation();
    var dc = conversation.setOf(PayloadType.ISO20_DC).orElseThrow();
    var common = conversation.setOf(PayloadType.SCHEDULE_RENEGOTIATION).orElseThrow();
    conversation.request(PayloadType.ISO20_DC, "loop");
    conversation.request(PayloadType.SCHEDULE_RENEGOTIATION, "exchange");
    conversation.request(PayloadType.ISO20_DC, "loop");
    assertEquals(PayloadType.ISO20_DC, conversation.response(dc, "loop"));
    assertEquals(PayloadType.SCHEDULE_RENEGOTIATION, conversation.response(common, "exchange"));
    assertEquals(PayloadType.ISO20_DC, conversation.response(dc, "loop"));
    assertEquals(0, conversation.unanswered());
  }

  /** What is no message of a vehicle has no set. */
  @Test
  void discoveryIsNoStream() {
    assertEquals(Optional.empty(), new Conversation().setOf(PayloadType.SDP_REQUEST));
  }
}
