package energy.ebbflow.firmware.vehicle;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.evse.VehicleSession;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.SeccSession;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.iso15118.secc.iso20.PausedSession;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Sessions of ISO 15118. Pure. */
public final class Iso15118Sessions implements VehicleSession.Factory {
  private final SeccConfig config;

  public Iso15118Sessions(SeccConfig config) {
    this.config = config;
  }

  @Override
  public VehicleSession begin(
      Octets freshId, Optional<VehicleSession> previous, Set<String> without) {
    Optional<PausedSession> paused =
        previous.flatMap(
            last ->
                last instanceof Running running ? running.session().paused() : Optional.empty());
    return new Running(SeccSession.initial(config(without), freshId.toArray(), paused));
  }

  /** Without protocols that have failed, unless no other is left. */
  private SeccConfig config(Set<String> without) {
    Set<VehicleProtocol> left = new LinkedHashSet<>(config.protocols());
    left.removeIf(protocol -> without.contains(protocol.label()));
    return left.isEmpty() ? config : config.withProtocols(left);
  }

  private record Running(SeccSession session) implements VehicleSession {
    @Override
    public Step step(SeccInput input, EvseView view, long nowNanos) {
      SeccSession.Step step = session.step(input, view, nowNanos);
      return new Step(new Running(step.next()), step.effects());
    }
  }
}
