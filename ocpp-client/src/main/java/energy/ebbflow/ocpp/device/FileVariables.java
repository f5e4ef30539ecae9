package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.errand.Location;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Variables of firmware and logs (blocks L, N). */
public final class FileVariables {
  /** L01.FR.07: whether somebody may begin to charge while an update waits for the last to end. */
  public static final Key SESSIONS_PENDING_UPDATE =
      Key.of("ChargingStation", "AllowNewSessionsPendingFirmwareUpdate");

  private FileVariables() {}

  static void add(List<VariableSpec> all) {
    all.add(VariableSpec.flag(SESSIONS_PENDING_UPDATE, false));
    all.add(
        VariableSpec.fixed(
            Key.of("OCPPCommCtrlr", "FileTransferProtocols"),
            DataKind.MEMBER_LIST,
            Arrays.stream(Location.Scheme.values())
                .map(Enum::name)
                .collect(Collectors.joining(","))));
  }

  /** State of an outlet. */
  public static Key state(int evse) {
    return Variables.availabilityState(evse, 0);
  }
}
