package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;

/** Reset, OCPP 1.6: restart. */
public final class Reset {
  public static final Action<Request, Response> ACTION =
      new Action<>("Reset", Request.class, Response.class);

  private Reset() {}

  /** What is asked or told. */
  public record Request(Mode type) {}

  /** The answer. */
  public record Response(Verdict status) {}

  /** How hard. */
  public enum Mode implements WireEnum {
    HARD("Hard"),
    SOFT("Soft");
    private final String wire;

    Mode(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
