package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.WireEnum;

/** Why a value was taken. */
public enum ReadingContext implements WireEnum {
  INTERRUPTION_BEGIN("Interruption.Begin"),
  INTERRUPTION_END("Interruption.End"),
  OTHER("Other"),
  SAMPLE_CLOCK("Sample.Clock"),
  SAMPLE_PERIODIC("Sample.Periodic"),
  TRANSACTION_BEGIN("Transaction.Begin"),
  TRANSACTION_END("Transaction.End"),
  TRIGGER("Trigger");
  private final String wire;

  ReadingContext(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
