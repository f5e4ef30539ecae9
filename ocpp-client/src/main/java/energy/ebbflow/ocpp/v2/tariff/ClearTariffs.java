package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.List;
import java.util.Optional;

/** ClearTariffs, OCPP 2.1 I10. */
public final class ClearTariffs {
  public static final Action<Request, Response> ACTION =
      new Action<>("ClearTariffs", Request.class, Response.class);

  private ClearTariffs() {}

  /** What is asked or told. */
  public record Request(
      @Items @Text(max = 60) @AbsentIfEmpty List<String> tariffIds,
      @Range(min = 0) Optional<Integer> evseId) {
    public Request {
      tariffIds = List.copyOf(tariffIds);
    }
  }

  /** The answer. */
  public record Response(@Items List<Result> clearTariffsResult) {
    public Response {
      clearTariffsResult = List.copyOf(clearTariffsResult);
    }
  }

  /** What became of one tariff. */
  public record Result(
      Optional<StatusInfo> statusInfo, @Text(max = 60) Optional<String> tariffId, Status status) {}

  /** TariffClearStatusEnumType. */
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
}
