package energy.ebbflow.ocpp.v2.smartcharging;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import java.util.List;
import java.util.Optional;

/** ReportChargingProfiles, OCPP 2.0.1 and 2.1 K09: one part of the answer. */
public final class ReportChargingProfiles {
  public static final Action<Request, Response> ACTION =
      new Action<>("ReportChargingProfiles", Request.class, Response.class);

  private ReportChargingProfiles() {}

  /** What is asked or told. */
  public record Request(
      int requestId,
      @Text(max = 20) String chargingLimitSource,
      @Items List<ChargingProfile> chargingProfile,
      Optional<Boolean> tbc,
      @Range(min = 0) int evseId) {
    public Request {
      chargingProfile = List.copyOf(chargingProfile);
    }
  }

  /** The answer. */
  public record Response() {}
}
