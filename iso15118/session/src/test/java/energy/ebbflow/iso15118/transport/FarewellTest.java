package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.session.ChargingSession;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The end of a session: the vehicle closes first, and the next one does not wait for it. */
final class FarewellTest {
  private static final MessageHeader HEADER =
      new MessageHeader(Octets.of(new byte[8]), 0, Optional.empty());

  private final ChargerSide charger = new ChargerSide();

  /**
   * [V2G20-1643]: the vehicle has 5 s to close. It is not hurried by our half of the connection,
   * and waits no longer once another one has said goodbye, too.
   */
  @Test
  void vehicleClosesFirst() throws Exception {
    SeccServerConfig config = new SeccServerConfig(Optional.empty(), TlsPolicy.OFF, true, 0, 0, 0);
    try (SeccServer server = SeccServer.start(config, Optional.empty(), charger, charger)) {
      VehicleSide first = new VehicleSide();
      VehicleSide second = new VehicleSide();
      VehicleSide third = new VehicleSide();
      try (VehicleLink one = connect(server, first);
          VehicleLink two = connect(server, second)) {
        sayGoodbye(one, first);
        // The whole way of the second passes over the same thread: the first has been let go.
        sayGoodbye(two, second);
        assertEquals(
            "nothing",
            Optional.ofNullable(second.closed.peek()).orElse("nothing"),
            "the vehicle is not hurried");
        ChargerSide.take(first.closed, "the end of the first: another one waits now");
      }
      try (VehicleLink three = connect(server, third)) {
        sayGoodbye(three, third);
        assertTrue(third.closed.isEmpty());
      }
    }
  }

  private void sayGoodbye(VehicleLink link, VehicleSide side) throws Exception {
    link.send(VehicleSide.SAP);
    charger.next(SeccInput.LinkUp.class);
    charger.next().link().send(VehicleSide.SAP_OK);
    assertEquals(VehicleSide.SAP_OK, ChargerSide.take(side.received, "the answer"));
    link.send(
        new SessionStopRequest(
            HEADER, ChargingSession.TERMINATE, Optional.empty(), Optional.empty()));
    SeccLink session = charger.next().link();
    SessionStopResponse response = new SessionStopResponse(HEADER, ResponseCode.OK);
    session.send(response);
    session.close("session ended");
    assertEquals(response, ChargerSide.take(side.received, "the goodbye"));
    charger.next(SeccInput.LinkDown.class);
  }

  private static VehicleLink connect(SeccServer server, VehicleSide side)
      throws TransportException {
    return VehicleLink.connect(
        new InetSocketAddress(server.address(), server.tcpPort().orElseThrow()),
        Optional.empty(),
        side,
        FrameTap.none());
  }
}
