package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import java.util.List;

/** Variables of reservations (block H). */
public final class ReservationVariables {
  private static final String RESERVATION = "ReservationCtrlr";

  public static final Key ENABLED = Key.of(RESERVATION, "Enabled");

  private ReservationVariables() {}

  static void add(List<VariableSpec> all) {
    all.add(VariableSpec.flag(ENABLED, true));
    all.add(VariableSpec.fixed(Key.of(RESERVATION, "Available"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.fixed(Key.of(RESERVATION, "NonEvseSpecific"), DataKind.BOOLEAN, "true"));
  }
}
