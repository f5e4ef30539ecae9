package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.simulator.ev.exchange.ExchangeState;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/** A state of the vehicle's session by ISO 15118-2. */
public sealed interface Iso2State extends ExchangeState<BodyElement, Iso2Learnt>
    permits SessionSetup,
        ServiceDiscovery,
        ServiceDetail,
        PaymentServiceSelection,
        Authorization,
        ChargeParameterDiscovery,
        CableCheck,
        PreCharge,
        PowerDeliveryStart,
        CurrentDemand,
        ChargingStatus,
        MeteringReceipt,
        PowerDeliveryRenegotiate,
        PowerDeliveryStop,
        WeldingDetection,
        SessionStop {

  /** Without energy the session just stops. */
  @Override
  default Optional<? extends Iso2State> ending(Iso2Learnt learnt, EvContext context) {
    return Optional.of(new SessionStop(false));
  }
}
