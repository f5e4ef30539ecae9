package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who decides among several protocols in common. */
class AppProtocolsTest {
  private static final Set<VehicleProtocol> ORDER =
      new LinkedHashSet<>(List.of(VehicleProtocol.ISO2, VehicleProtocol.ISO20_DC));

  private static final SupportedAppProtocolRequest BOTH =
      new SupportedAppProtocolRequest(
          List.of(offer(VehicleProtocol.ISO20_DC, 1), offer(VehicleProtocol.ISO2, 2)));

  /** [V2G20-167] */
  @Test
  void theVehiclesPrioritiesDecide() {
    assertEquals(
        Optional.of(VehicleProtocol.ISO20_DC), AppProtocols.choose(BOTH, ORDER, false).protocol());
  }

  @Test
  void theStationsOrderDecidesWhereItIsToldTo() {
    assertEquals(
        Optional.of(VehicleProtocol.ISO2), AppProtocols.choose(BOTH, ORDER, true).protocol());
    assertEquals(
        Optional.of(VehicleProtocol.ISO20_DC),
        AppProtocols.choose(
                new SupportedAppProtocolRequest(List.of(offer(VehicleProtocol.ISO20_DC, 1))),
                ORDER,
                true)
            .protocol());
  }

  private static AppProtocol offer(VehicleProtocol protocol, int priority) {
    return new AppProtocol(
        protocol.namespace(), protocol.major(), protocol.minor(), priority, priority);
  }
}
