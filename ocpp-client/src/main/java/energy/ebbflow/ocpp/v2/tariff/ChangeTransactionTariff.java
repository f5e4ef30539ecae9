package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.util.Optional;

/** ChangeTransactionTariff, OCPP 2.1 I11. */
public final class ChangeTransactionTariff {
  public static final Action<Request, Response> ACTION =
      new Action<>("ChangeTransactionTariff", Request.class, Response.class);

  private ChangeTransactionTariff() {}

  /** What is asked or told. */
  public record Request(@Text(max = 36) String transactionId, Tariff tariff) {}

  /** The answer. */
  public record Response(Status status, Optional<StatusInfo> statusInfo) {}

  /** TariffChangeStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    TOO_MANY_ELEMENTS("TooManyElements"),
    CONDITION_NOT_SUPPORTED("ConditionNotSupported"),
    TX_NOT_FOUND("TxNotFound"),
    NO_CURRENCY_CHANGE("NoCurrencyChange");
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
