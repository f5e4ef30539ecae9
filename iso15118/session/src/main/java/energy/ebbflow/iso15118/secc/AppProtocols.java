package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.ResponseCode;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the protocol: the vehicle's highest priority among those we speak [V2G20-167], or where
 * the station is told to choose, the first of its own order.
 */
final class AppProtocols {
  private AppProtocols() {}

  /**
   * The choice.
   *
   * @param response what the vehicle is told
   * @param protocol empty where there is none in common
   */
  record Choice(SupportedAppProtocolResponse response, Optional<VehicleProtocol> protocol) {}

  /**
   * @param spoken in the station's order
   * @param stationChooses that order decides; otherwise the vehicle's priorities do
   */
  static Choice choose(
      SupportedAppProtocolRequest request, Set<VehicleProtocol> spoken, boolean stationChooses) {
    List<AppProtocol> offered = new ArrayList<>(request.appProtocol());
    // 1 is the highest priority, 20 the lowest; equal ones stay in the vehicle's order.
    offered.sort(Comparator.comparingInt(AppProtocol::priority));
    if (stationChooses) {
      List<VehicleProtocol> order = List.copyOf(spoken);
      offered.sort(
          Comparator.comparingInt(
              protocol -> match(protocol, spoken).map(order::indexOf).orElse(Integer.MAX_VALUE)));
    }
    for (AppProtocol protocol : offered) {
      Optional<VehicleProtocol> match = match(protocol, spoken);
      if (match.isPresent()) {
        ResponseCode code =
            protocol.versionNumberMinor() == match.get().minor()
                ? ResponseCode.OK_SUCCESSFUL_NEGOTIATION
                : ResponseCode.OK_SUCCESSFUL_NEGOTIATION_WITH_MINOR_DEVIATION;
        return new Choice(
            new SupportedAppProtocolResponse(code, Optional.of(protocol.schemaId())), match);
      }
    }
    return new Choice(
        new SupportedAppProtocolResponse(ResponseCode.FAILED_NO_NEGOTIATION, Optional.empty()),
        Optional.empty());
  }

  private static Optional<VehicleProtocol> match(AppProtocol offered, Set<VehicleProtocol> spoken) {
    return spoken.stream()
        .filter(
            ours ->
                ours.namespace().equals(offered.protocolNamespace())
                    && ours.major() == offered.versionNumberMajor())
        .findAny();
  }
}
