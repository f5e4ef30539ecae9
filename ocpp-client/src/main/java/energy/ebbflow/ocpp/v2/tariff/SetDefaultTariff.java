package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** SetDefaultTariff, OCPP 2.1 I07. */
public final class SetDefaultTariff {
  public static final Action<Request, Response> ACTION =
      new Action<>("SetDefaultTariff", Request.class, Response.class);

  private SetDefaultTariff() {}

  /** What is asked or told. */
  public record Request(@Range(min = 0) int evseId, Tariff tariff) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** TariffSetStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    TOO_MANY_ELEMENTS("TooManyElements"),
    CONDITION_NOT_SUPPORTED("ConditionNotSupported"),
    DUPLICATE_TARIFF_ID("DuplicateTariffId");
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
