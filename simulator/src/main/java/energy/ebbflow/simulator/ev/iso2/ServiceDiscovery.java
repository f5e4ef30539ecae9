package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso2.service.PaymentOption;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceList;
import energy.ebbflow.simulator.ev.iso2.wire.Abilities;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a mode of energy transfer that both sides have, for external payment, and for
 * value-added services, whose details it asks for next [V2G2-422].
 */
public record ServiceDiscovery() implements Iso2State {
  @Override
  public BodyElement body(Iso2Session session, EvContext context) {
    return new ServiceDiscoveryRequest(Optional.empty(), Optional.empty());
  }

  @Override
  public Turn<Iso2Session> heard(
      BodyElement answer, Iso2Session session, EvContext context, double seconds) {
    if (!(answer instanceof ServiceDiscoveryResponse response)) {
      return unexpected(answer);
    }
    List<EnergyTransferMode> offered =
        response.chargeService().supportedEnergyTransferMode().energyTransferMode();
    Abilities abilities = Abilities.of(context.config());
    Optional<EnergyTransferMode> mode = abilities.common(offered);
    if (mode.isEmpty()) {
      return new Turn.Fail<>(
          "the charger offers " + offered + ", the vehicle takes " + abilities.modes());
    }
    List<PaymentOption> payments = response.paymentOptionList().paymentOption();
    if (!payments.contains(PaymentOption.EXTERNAL_PAYMENT)) {
      return new Turn.Fail<>(
          "the charger offers a contract only, and no contract is installed in this vehicle");
    }
    Iso2Session known =
        session.offered(
            mode.get(),
            response.chargeService().serviceId(),
            response.serviceList().map(ServiceDiscovery::ids).orElse(List.of()));
    List<EvEffect> notes = new ArrayList<>();
    if (context.config().protocols().contract() && payments.contains(PaymentOption.CONTRACT)) {
      notes.add(
          new EvEffect.Note(
              "the charger offers contract and external payment: no contract is installed, the"
                  + " vehicle takes external payment"));
    }
    return new Turn.On<>(
        known,
        known.asking().isEmpty() ? new PaymentServiceSelection() : new ServiceDetail(),
        notes);
  }

  private static List<Integer> ids(ServiceList list) {
    return list.service().stream().map(Service::serviceId).toList();
  }

  @Override
  public String phase() {
    return "setup";
  }
}
