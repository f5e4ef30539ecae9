package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.simulator.ev.charging.DcBattery;
import energy.ebbflow.simulator.ev.iso20.wire.AcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.DcLimits;
import energy.ebbflow.simulator.ev.iso20.wire.StationLimits;
import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.ev.talk.Talk;
import energy.ebbflow.simulator.ev.talk.Turn;
import java.util.Optional;

/** Exchanges the limits by design, and judges those of the charger. */
public record ChargeParameterDiscovery() implements Iso20State {
  @Override
  public V2gMessage request(Talk<Iso20Session> talk, EvContext context) {
    MessageHeader header = talk.session().header(context);
    boolean bidirectional = talk.session().bidirectional();
    return talk.session().dc()
        ? new DcChargeParameterDiscoveryRequest(
            header, DcLimits.byDesign(context.config(), bidirectional))
        : new AcChargeParameterDiscoveryRequest(header, AcLimits.byDesign(context, bidirectional));
  }

  @Override
  public Turn<Iso20Session> answer(V2gMessage answer, Talk<Iso20Session> talk, EvContext context) {
    Iso20Session session = talk.session();
    if (session.dc() && answer instanceof DcChargeParameterDiscoveryResponse response) {
      boolean both = response.dcCpdResEnergyTransferMode() instanceof BptDcCpdResEnergyTransferMode;
      return judge(StationLimits.of(response.dcCpdResEnergyTransferMode()), both, session, context);
    }
    if (!session.dc() && answer instanceof AcChargeParameterDiscoveryResponse response) {
      boolean both = response.acCpdResEnergyTransferMode() instanceof BptAcCpdResEnergyTransferMode;
      return judge(StationLimits.of(response.acCpdResEnergyTransferMode()), both, session, context);
    }
    return unexpected(answer);
  }

  private static Turn<Iso20Session> judge(
      StationLimits limits, boolean both, Iso20Session session, EvContext context) {
    if (both != session.bidirectional()) {
      return new Turn.Fail<>(
          "the charger answers with limits of "
              + (both ? "both directions" : "one direction")
              + ", selected was service "
              + session.service().orElseThrow().id());
    }
    Optional<String> problem = limits.problem();
    if (session.dc()) {
      problem = problem.or(() -> DcBattery.misfit(context, limits.voltsMin(), limits.volts()));
    }
    return problem.isPresent()
        ? new Turn.Fail<>(problem.get())
        : new Turn.On<>(session.withLimits(limits), new ScheduleExchange(false));
  }

  @Override
  public String phase() {
    return "setup";
  }
}
