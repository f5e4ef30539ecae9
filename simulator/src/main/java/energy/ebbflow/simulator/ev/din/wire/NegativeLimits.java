package energy.ebbflow.simulator.ev.din.wire;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.Body;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.EvChargeParameter;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import java.util.Optional;

/** Requests whose limits are negative, for a vehicle that misbehaves. */
public final class NegativeLimits {
  private NegativeLimits() {}

  public static V2gMessage of(V2gMessage request) {
    return request instanceof DinMessage message
        ? new DinMessage(
            message.header(), new Body(message.body().bodyElement().map(NegativeLimits::body)))
        : request;
  }

  private static BodyElement body(BodyElement body) {
    if (body instanceof ChargeParameterDiscoveryRequest discovery) {
      return new ChargeParameterDiscoveryRequest(
          discovery.evRequestedEnergyTransferType(), parameter(discovery.evChargeParameter()));
    }
    return body instanceof CurrentDemandRequest demand ? demand(demand) : body;
  }

  private static EvChargeParameter parameter(EvChargeParameter parameter) {
    return switch (parameter) {
      case AcEvChargeParameter ac ->
          new AcEvChargeParameter(
              ac.departureTime(),
              ac.eAmount(),
              ac.evMaxVoltage(),
              Values.negated(ac.evMaxCurrent()),
              Values.negated(ac.evMinCurrent()));
      case DcEvChargeParameter dc ->
          new DcEvChargeParameter(
              dc.dcEvStatus(),
              Values.negated(dc.evMaximumCurrentLimit()),
              dc.evMaximumPowerLimit().map(Values::negated),
              dc.evMaximumVoltageLimit(),
              dc.evEnergyCapacity(),
              dc.evEnergyRequest(),
              dc.fullSoc(),
              dc.bulkSoc());
    };
  }

  private static CurrentDemandRequest demand(CurrentDemandRequest d) {
    return new CurrentDemandRequest(
        d.dcEvStatus(),
        Values.negated(d.evTargetCurrent()),
        d.evMaximumVoltageLimit(),
        d.evMaximumCurrentLimit().map(Values::negated),
        d.evMaximumPowerLimit().map(Values::negated),
        d.bulkChargingComplete(),
        d.chargingComplete(),
        Optional.empty(),
        Optional.empty(),
        d.evTargetVoltage());
  }
}
