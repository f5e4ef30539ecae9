package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** GetTariffs, OCPP 2.1 I09. */
public final class GetTariffs {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetTariffs", Request.class, Response.class);

  private GetTariffs() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int evseId) {}

  /** The answer. */
  public record Response(
      Status status,
      Optional<StatusInfo> statusInfo,
      @Items @AbsentIfEmpty List<Assignment> tariffAssignments) {
    public Response {
      tariffAssignments = List.copyOf(tariffAssignments);
    }
  }

  /** Where a tariff counts, and for whom. */
  public record Assignment(
      @Text(max = 60) String tariffId,
      Kind tariffKind,
      Optional<Instant> validFrom,
      @Items @Range(min = 0) @AbsentIfEmpty List<Integer> evseIds,
      @Items @Text(max = 255) @AbsentIfEmpty List<String> idTokens) {
    public Assignment {
      evseIds = List.copyOf(evseIds);
      idTokens = List.copyOf(idTokens);
    }
  }

  /** TariffGetStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    NO_TARIFF("NoTariff");
    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** TariffKindEnumType. */
  public enum Kind implements WireEnum {
    DEFAULT_TARIFF("DefaultTariff"),
    DRIVER_TARIFF("DriverTariff");
    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
