package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.network.NetworkProfile;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.network.SetNetworkProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Network connection profiles (B09). */
final class NetworkRequests {
  private final Requests requests;
  private final Station station;

  NetworkRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  void register() {
    requests.on(SetNetworkProfile.ACTION, this::set);
  }

  private Reply set(SetNetworkProfile.Request request, Instant now) {
    SetNetworkProfile.ConnectionProfile data = request.connectionData();
    if (data.ocppTransport() != SetNetworkProfile.OcppTransport.JSON) {
      return refuse("InvalidNetworkConf", "OCPP over SOAP is not spoken");
    }
    if (data.apn().isPresent() || data.vpn().isPresent()) {
      // What is not set up must not look as if it were.
      return refuse("UnsupportedParam", "modem and VPN are set up at the station itself");
    }
    Optional<Refusal> refusal =
        station
            .networks()
            .set(
                new NetworkProfile(
                    request.configurationSlot(),
                    data.ocppCsmsUrl(),
                    dialects(data.ocppVersion()),
                    data.securityProfile(),
                    data.messageTimeout(),
                    data.identity(),
                    data.basicAuthPassword()));
    return refusal
        .map(r -> refuse(r.reasonCode(), r.text()))
        .orElseGet(
            () ->
                requests.reply(
                    new SetNetworkProfile.Response(
                        SetNetworkProfile.Status.ACCEPTED, Optional.empty())));
  }

  private Reply refuse(String code, String text) {
    return requests.reply(
        new SetNetworkProfile.Response(SetNetworkProfile.Status.REJECTED, Infos.info(code, text)));
  }

  /**
   * In 2.1 the dialect is negotiated and the field ignored; before, the named one is preferred, and
   * a name that this station does not speak leaves nothing.
   */
  private List<String> dialects(Optional<SetNetworkProfile.OcppVersion> named) {
    List<WireVersion> spoken = station.config().versions();
    if (named.isEmpty() || requests.version() == WireVersion.V21) {
      return names(spoken);
    }
    Optional<WireVersion> wanted =
        switch (named.get()) {
          case OCPP16 -> Optional.of(WireVersion.V16);
          case OCPP20, OCPP201 -> Optional.of(WireVersion.V201);
          case OCPP21 -> Optional.of(WireVersion.V21);
          case OCPP12, OCPP15 -> Optional.empty();
        };
    if (wanted.isEmpty() || !spoken.contains(wanted.get())) {
      return List.of();
    }
    List<WireVersion> order = new ArrayList<>(spoken);
    order.remove(wanted.get());
    order.addFirst(wanted.get());
    return names(order);
  }

  private static List<String> names(List<WireVersion> versions) {
    return versions.stream().map(WireVersion::subprotocol).toList();
  }
}
