package energy.ebbflow.simulator.ev.iso2.wire;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Body;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.EvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import java.util.Optional;

/** Requests whose limits are negative, for a vehicle that misbehaves. */
public final class NegativeLimits {
  private NegativeLimits() {}

  public static V2gMessage of(V2gMessage request) {
    return request instanceof Iso2Message message
        ? new Iso2Message(
            message.header(), new Body(message.body().bodyElement().map(NegativeLimits::body)))
        : request;
  }

  private static BodyElement body(BodyElement body) {
    if (body instanceof ChargeParameterDiscoveryRequest discovery) {
      return new ChargeParameterDiscoveryRequest(
          discovery.maxEntriesSaScheduleTuple(),
          discovery.requestedEnergyTransferMode(),
          parameter(discovery.evChargeParameter()));
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
              dc.departureTime(),
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
