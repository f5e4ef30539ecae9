package energy.ebbflow.simulator.ev.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.EvseSupportedEnergyTransfer;
import energy.ebbflow.iso15118.message.din.service.PaymentOption;
import energy.ebbflow.iso15118.message.din.service.ServiceCategory;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.List;
import java.util.Optional;

/** Looks for direct current and for external payment. */
public record ServiceDiscovery() implements DinState {
  @Override
  public BodyElement body(DinSession session, EvContext context) {
    return new ServiceDiscoveryRequest(Optional.empty(), Optional.of(ServiceCategory.EV_CHARGING));
  }

  @Override
  public Turn<DinSession> heard(
      BodyElement answer, DinSession session, EvContext context, double seconds) {
    if (!(answer instanceof ServiceDiscoveryResponse response)) {
      return unexpected(answer);
    }
    EvseSupportedEnergyTransfer offered = response.chargeService().energyTransferType();
    Optional<EvRequestedEnergyTransfer> common = common(offered);
    if (common.isEmpty()) {
      return new Turn.Fail<>(
          "the charger offers " + offered.wireName() + ", the vehicle takes direct current");
    }
    List<PaymentOption> payments = response.paymentOptions().paymentOption();
    return payments.contains(PaymentOption.EXTERNAL_PAYMENT)
        ? on(
            new ServicePaymentSelection(),
            session.offered(response.chargeService().serviceTag().serviceId(), common.get()))
        : new Turn.Fail<>("the charger offers " + payments + ", no external payment among them");
  }

  /** The vehicle has the DC contacts of the combined connector. */
  private static Optional<EvRequestedEnergyTransfer> common(EvseSupportedEnergyTransfer offered) {
    return switch (offered) {
      case DC_EXTENDED,
          DC_DUAL,
          AC_CORE1P_DC_EXTENDED,
          AC_SINGLE_PHASE_THREE_PHASE_CORE_DC_EXTENDED,
          AC_CORE3P_DC_EXTENDED ->
          Optional.of(EvRequestedEnergyTransfer.DC_EXTENDED);
      case DC_COMBO_CORE -> Optional.of(EvRequestedEnergyTransfer.DC_COMBO_CORE);
      case DC_CORE, AC_SINGLE_DC_CORE -> Optional.of(EvRequestedEnergyTransfer.DC_CORE);
      case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> Optional.empty();
    };
  }

  @Override
  public String phase() {
    return "setup";
  }
}
