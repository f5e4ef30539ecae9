package energy.ebbflow.ocpp.dialect.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.json.EnumSpelling;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.util.Optional;

/**
 * Bidirectional power in OCPP 2.0.1, whose periods know a charging limit only: the {@code
 * customData} of a period may carry {@code operationMode}, {@code setpoint} and {@code
 * dischargeLimit} with the meaning and signs of OCPP 2.1.
 */
final class VendorExtension {
  /** Who defines it: docs/protocol/ocpp-vendor-extension.md. */
  static final String VENDOR_ID = "energy.ebbflow.v2x";

  private VendorExtension() {}

  /** The period with what its customData adds; other vendors' data changes nothing. */
  static ChargingSchedulePeriod applied(ChargingSchedulePeriod p) {
    if (p.customData().isEmpty() || !p.customData().get().vendorId().equals(VENDOR_ID)) {
      return p;
    }
    ObjectNode data = p.customData().get().content();
    Optional<OperationMode> mode =
        Optional.ofNullable(data.get("operationMode"))
            .flatMap(n -> EnumSpelling.find(OperationMode.class, n.asText(), WireVersion.V21));
    return new ChargingSchedulePeriod(
        p.startPeriod(),
        // A period of 2.0.1 has to have a limit, one of Idle in 2.1 must not (Q10.FR.01).
        mode.filter(m -> m == OperationMode.IDLE).isPresent() ? Optional.empty() : p.limit(),
        p.limitL2(),
        p.limitL3(),
        p.numberPhases(),
        p.phaseToUse(),
        number(data, "dischargeLimit"),
        p.dischargeLimitL2(),
        p.dischargeLimitL3(),
        number(data, "setpoint"),
        p.setpointL2(),
        p.setpointL3(),
        p.setpointReactive(),
        p.setpointReactiveL2(),
        p.setpointReactiveL3(),
        p.preconditioningRequest(),
        p.evseSleep(),
        p.v2xBaseline(),
        mode,
        p.v2xFreqWattCurve(),
        p.v2xSignalWattCurve(),
        p.customData());
  }

  private static Optional<Double> number(ObjectNode data, String name) {
    JsonNode node = data.get(name);
    return node == null || !node.isNumber() ? Optional.empty() : Optional.of(node.asDouble());
  }
}
